import { type TemplateDefinition, templateSchema } from '../template';

/**
 * The submission to a minister. Issue, recommendation and timing may be merged by the writer;
 * background, argument and presentation always stand apart.
 */
export const ministerialSubmission = templateSchema.parse({
  slug: 'ministerial-submission',
  name: 'Ministerial submission',
  purpose: 'To put a decision to a minister: issue, recommendation, timing, argument.',
  paper: 'a4',
  scale: 'phia',
  origin: 'After the style of submissions in the UK Government',
  decisionDays: 5,
  fields: [
    { name: 'to', label: 'To', fill: 'to' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
    { name: 'copy', label: 'Copy list', fill: 'empty' },
    { name: 'deadline', label: 'Deadline', fill: 'decision' },
    { name: 'cleared', label: 'Cleared by', fill: 'empty' },
  ],
  sections: [
    {
      name: 'issue',
      heading: 'Issue',
      fill: 'place',
      prompts: ['what has to be decided, in a sentence'],
    },
    {
      name: 'recommendation',
      heading: 'Recommendation',
      fill: 'place',
      prompts: ['what you recommend that the minister agree to'],
    },
    {
      name: 'timing',
      heading: 'Timing',
      fill: 'place',
      prompts: ['by when, and what happens if it is later'],
    },
    { name: 'background', heading: 'Background', fill: 'what-happened' },
    {
      name: 'argument',
      heading: 'Argument',
      fill: 'experts',
      prompts: ['the case for the recommendation, and the case against it'],
    },
    {
      name: 'presentation',
      heading: 'Presentation',
      fill: 'place',
      prompts: ['how it will be seen, and the line to take'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);

/** The brief for a meeting; its background is staccato and no narrative. */
export const meetingBrief = templateSchema.parse({
  slug: 'meeting-brief',
  name: 'Meeting brief',
  purpose: 'For one meeting: what we want, what they want, what to answer.',
  paper: 'a4',
  scale: 'phia',
  origin: 'After the style of briefs in the UK Government',
  fields: [
    { name: 'to', label: 'For', fill: 'to' },
    { name: 'meeting', label: 'Meeting', fill: 'subject' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
  ],
  sections: [
    {
      name: 'objectives',
      heading: 'Our objectives',
      fill: 'place',
      prompts: ['what we want from the meeting'],
    },
    {
      name: 'arguments',
      heading: 'Arguments to use',
      fill: 'experts',
      issuePrompts: ['the argument to use on this'],
    },
    {
      name: 'tactical',
      heading: 'Tactical arguments',
      fill: 'place',
      prompts: ['what to hold back, and when to use it'],
    },
    {
      name: 'their-objectives',
      heading: 'Their objectives',
      fill: 'place',
      prompts: ['what they want from the meeting'],
    },
    {
      name: 'response',
      heading: 'Our response',
      fill: 'place',
      prompts: ['what to answer to each of their points'],
    },
    {
      name: 'press',
      heading: 'Press line',
      fill: 'place',
      prompts: ['what we say in public, if asked'],
    },
    {
      name: 'background',
      heading: 'Background',
      fill: 'bottom-line',
      prompts: ['the facts to have at hand, staccato'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);
