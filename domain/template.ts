import { z } from 'zod';

/** What fills a section when a memo is assembled. */
export const sectionSources = z.enum([
  'bottom-line',
  'what-happened',
  'experts',
  'place',
  'endnotes',
  'source-summary',
]);

/** One section: its heading, what evidence fills it, and what is left to write there. */
export const templateSectionSchema = z.object({
  name: z.string().regex(/^[a-z][a-z-]*$/),
  heading: z.string().min(1),
  fill: sectionSources,
  /** Places to write, each with what belongs there; they follow what is filled in. */
  prompts: z.array(z.string().min(1)).default([]),
});

/** One line of the header. `fill` says what stands in it at first. */
export const templateFieldSchema = z.object({
  name: z.string().regex(/^[a-z][a-z-]*$/),
  label: z.string().min(1),
  fill: z.enum(['to', 'from', 'date', 'subject', 'empty']),
});

/** A template's definition: ordered header fields and sections, as data. */
export const templateSchema = z.object({
  slug: z.string().regex(/^[a-z][a-z-]*$/),
  name: z.string().min(1),
  /** Who published the layout; a house style is never passed off as an official form. */
  origin: z.string().min(1),
  fields: z.array(templateFieldSchema),
  sections: z.array(templateSectionSchema).min(1),
});

export type Template = z.infer<typeof templateSchema>;
export type TemplateSection = z.infer<typeof templateSectionSchema>;

/** The think-tank policy brief (domain: formats): two pages, at most 1,500 words. */
export const policyBrief: Template = {
  slug: 'policy-brief',
  name: 'Policy brief',
  origin: 'House style, after the policy briefs of think tanks',
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
    { name: 'what-happened', heading: 'What happened', fill: 'what-happened', prompts: [] },
    { name: 'experts', heading: 'What the experts say', fill: 'experts', prompts: [] },
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
    { name: 'sources', heading: 'Sources', fill: 'endnotes', prompts: [] },
  ],
};

/** The information memo: tells and asks for nothing. */
export const informationMemo: Template = {
  slug: 'information-memo',
  name: 'Information memo',
  origin: 'House style; the layout was known at second hand only',
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
    { name: 'background', heading: 'Background', fill: 'what-happened', prompts: [] },
    { name: 'experts', heading: 'What the experts say', fill: 'experts', prompts: [] },
    {
      name: 'comment',
      heading: 'Comment',
      fill: 'place',
      prompts: ['what the drafting office makes of it'],
    },
    { name: 'sources', heading: 'Sources', fill: 'endnotes', prompts: [] },
  ],
};

/** The templates that come with the house, in the order they are offered. */
export const builtInTemplates: Template[] = [policyBrief, informationMemo];
