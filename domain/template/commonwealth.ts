import { type TemplateDefinition, templateSchema } from '../template';

/** The Canadian briefing note, two pages. */
export const briefingNote = templateSchema.parse({
  slug: 'briefing-note',
  name: 'Briefing note',
  purpose: 'To brief on an issue and recommend: summary, considerations, recommendation.',
  origin: 'After the style of briefing notes in the Government of Canada',
  pages: 2,
  fields: [
    { name: 'to', label: 'To', fill: 'to' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
    { name: 'subject', label: 'Subject', fill: 'subject' },
    { name: 'number', label: 'Number', fill: 'empty' },
  ],
  sections: [
    {
      name: 'summary',
      heading: 'Summary',
      fill: 'bottom-line',
      prompts: ['the note in a few sentences: what, why it matters, what is recommended'],
    },
    { name: 'issue', heading: 'Issue', fill: 'place', prompts: ['the question, in a sentence'] },
    { name: 'background', heading: 'Background', fill: 'what-happened' },
    {
      name: 'considerations',
      heading: 'Considerations',
      fill: 'experts',
      prompts: ['what weighs on the decision besides'],
    },
    {
      name: 'recommendation',
      heading: 'Recommendation',
      fill: 'place',
      prompts: ['what is recommended, and the next step'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);

/** The Australian brief to a minister, with the choice that is struck at each recommendation. */
export const ministerialBrief = templateSchema.parse({
  slug: 'ministerial-brief',
  name: 'Ministerial brief',
  purpose: 'To a minister, for action or for information, with a choice at each recommendation.',
  paper: 'a4',
  origin: 'After the style of ministerial briefs in the Australian Government',
  fields: [
    { name: 'to', label: 'To', fill: 'to' },
    { name: 'for', label: 'For action or information', fill: 'given', words: 'For action' },
    { name: 'subject', label: 'Subject', fill: 'subject' },
    {
      name: 'critical-date',
      label: 'Critical date and reason',
      fill: 'given',
      words: 'Routine',
    },
    { name: 'from', label: 'Contact officer', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
  ],
  sections: [
    {
      name: 'recommendations',
      heading: 'Recommendations',
      fill: 'place',
      prompts: ['That you … (one decision to a recommendation)'],
      lines: ['Agreed / Not agreed', 'Noted / Please discuss'],
    },
    {
      name: 'key-points',
      heading: 'Key points',
      fill: 'bottom-line',
      prompts: ['the points a minister has to have seen, on the front page only'],
    },
    { name: 'background', heading: 'Background', fill: 'what-happened' },
    { name: 'experts', heading: 'What the experts say', fill: 'experts' },
    {
      name: 'signature',
      heading: 'Signature',
      fill: 'place',
      prompts: ['the minister’s name'],
      lines: ['Signed / Not signed'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);
