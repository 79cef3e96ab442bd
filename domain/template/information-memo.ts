import { type TemplateDefinition, templateSchema } from '../template';

/** The information memo: tells and asks for nothing. */
export const informationMemo = templateSchema.parse({
  slug: 'information-memo',
  name: 'Information memo',
  purpose: 'To tell a principal what to know. It asks for nothing.',
  origin: 'House style; the layout was known at second hand only',
  dates: 'month-first',
  pages: 2,
  fields: [
    { name: 'to', label: 'Information memo for', fill: 'to' },
    { name: 'from', label: 'From', fill: 'from' },
    { name: 'date', label: 'Date', fill: 'date' },
    { name: 'subject', label: 'Subject', fill: 'subject' },
  ],
  sections: [
    {
      name: 'bluf',
      heading: 'BLUF',
      fill: 'bottom-line',
      prompts: ['the bottom line up front, in at most four lines'],
    },
    { name: 'background', heading: 'Background', fill: 'what-happened' },
    { name: 'experts', heading: 'What the experts say', fill: 'experts' },
    {
      name: 'comment',
      heading: 'Comment',
      fill: 'place',
      prompts: ['what the drafting office makes of it'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
} satisfies TemplateDefinition);
