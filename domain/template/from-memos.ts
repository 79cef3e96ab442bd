import { type TemplateDefinition, templateSchema } from '../template';

/** A memo on one page: its bottom line, what we judge and what we recommend. */
export const onePageSummary = templateSchema.parse({
  slug: 'one-page-summary',
  name: 'One-page summary',
  madeFrom: 'memo',
  purpose: 'What a memo comes to, on one page: bottom line, judgments, recommendations.',
  origin: 'House style',
  pages: 1,
  fields: [
    { name: 'to', label: 'To', fill: 'to' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
  ],
  sections: [
    {
      name: 'bottom-line',
      heading: 'Bottom line',
      fill: 'place',
      prompts: ['what the reader should take away, in one or two sentences of your own'],
      draws: ['bottom-line'],
    },
    {
      name: 'judgments',
      heading: 'Our judgment',
      fill: 'place',
      prompts: ['what we make of it, and how sure we are'],
      draws: ['judgments'],
    },
    {
      name: 'recommendations',
      heading: 'Recommendations',
      fill: 'place',
      prompts: ['what the reader should do, by when'],
      draws: ['recommendations'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);

/** Questions that a memo answers, each with what the memo says to it. */
export const questionsAndAnswers = templateSchema.parse({
  slug: 'questions-and-answers',
  name: 'Questions and answers',
  madeFrom: 'memo',
  purpose: 'What one may be asked, and the memo’s own answer to it.',
  origin: 'House style',
  fields: [
    { name: 'to', label: 'For', fill: 'to' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
  ],
  sections: [
    {
      name: 'happened',
      heading: 'What happened?',
      fill: 'place',
      prompts: ['what happened, in one sentence'],
      draws: ['reported'],
    },
    {
      name: 'questions',
      heading: 'Where do the experts stand?',
      fill: 'place',
      prompts: ['another question that may come, and the answer'],
      draws: ['questions'],
    },
    {
      name: 'judgment',
      heading: 'What do we make of it?',
      fill: 'place',
      prompts: ['our answer, and how sure we are'],
      draws: ['judgments'],
    },
    {
      name: 'recommendations',
      heading: 'What do we recommend?',
      fill: 'place',
      prompts: ['our answer, in one sentence'],
      draws: ['recommendations'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);
