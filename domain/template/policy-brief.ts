import { type TemplateDefinition, templateSchema } from '../template';

/** The think-tank policy brief (domain: formats): two pages, at most 1,500 words. */
export const policyBrief = templateSchema.parse({
  slug: 'policy-brief',
  name: 'Policy brief',
  purpose: 'For readers outside: what happened, what experts make of it, and what follows.',
  origin: 'House style, after the policy briefs of think tanks',
  pages: 2,
  words: 1500,
  fields: [
    { name: 'to', label: 'To', fill: 'to' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
  ],
  sections: [
    {
      name: 'bottom-line',
      heading: 'Bottom line',
      fill: 'bottom-line',
      prompts: ['what the reader should take away, in one or two sentences of your own'],
    },
    { name: 'what-happened', heading: 'What happened', fill: 'what-happened' },
    { name: 'experts', heading: 'What the experts say', fill: 'experts' },
    {
      name: 'implications',
      heading: 'Implications',
      fill: 'place',
      prompts: ['what follows from this for the reader, and how sure we are'],
    },
    {
      name: 'recommendations',
      heading: 'Recommendations',
      fill: 'place',
      prompts: ['what the reader should do, by when, and why'],
    },
    {
      name: 'source-summary',
      heading: 'Source summary',
      fill: 'source-summary',
      prompts: ['how good these sources are, in the analyst’s judgment'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);
