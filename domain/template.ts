import { z } from 'zod';
import { endnoteStyleIds } from './endnote';
import { markingChoices } from './marking';
import { paperIds } from './sheet';
import { plainType, typeSchema } from './type';

/** What fills a section when a memo is assembled. */
export const sectionSources = z.enum([
  'bottom-line',
  'what-happened',
  'experts',
  'place',
  'endnotes',
  'source-summary',
]);

/** What a line of a memo is to one that is derived from it. `bottom-line`: all of its first section. */
export const lineKinds = z.enum([
  'bottom-line',
  'recommendations',
  'judgments',
  'positions',
  'statements',
  'reported',
  'questions',
]);

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(80);
const text = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, `Write ${what}.`)
    .max(most, `Write ${what} in ${most} letters or fewer.`);
const words = z
  .array(text('each of them, or take it out', 400))
  .max(20, 'Twenty of them are enough.')
  .default([]);
const limit = z
  .int('A limit is a whole number.')
  .min(1, 'A limit is 1 or more, or none.')
  .max(100_000, 'Take the limit out instead.')
  .nullable()
  .default(null);

/** One section: its heading, what evidence fills it, and what is left to write there. */
export const templateSectionSchema = z.object({
  name,
  heading: text('the section’s heading', 120),
  fill: sectionSources,
  /** Places to write under each issue, where the evidence is told issue by issue. */
  issuePrompts: words,
  /** Places to write, each with what belongs there; they follow what is filled in. */
  prompts: words,
  /** Words of the form itself, at the end, a paragraph each; `{decision}` is the decision date. */
  lines: words,
  /** What it draws from another memo that this one is derived from, the first kind first. */
  draws: z.array(lineKinds).default([]),
  /** How many points (items of its lists, and paragraphs beside them) it may have. */
  points: limit,
  /** How many lines its text may have as it is set, without headings and what is still to write. */
  mostLines: limit,
  /** How many lines each of its points may have: talking points are spoken, a breath to a line. */
  mostLinesEach: limit,
  /** How many pages it may take, from its heading to its last line that is written. */
  mostPages: limit,
});

/** What stands in a line of the header at first; `given` is the template's own words. */
export const fieldFills = z.enum(['to', 'from', 'date', 'subject', 'decision', 'given', 'empty']);

/** One line of the header. */
export const templateFieldSchema = z.object({
  name,
  label: text('what the line is called', 60),
  fill: fieldFills,
  /** The words of a line that is `given`. */
  words: z.string().trim().max(200, 'Write at most 200 letters.').default(''),
});

/** What a template goes by in addresses: the house's own are words, a team's end in letters of chance. */
export const templateSlug = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** A template's definition: ordered header fields and sections, as data. */
export const templateSchema = z
  .object({
    slug: templateSlug,
    name: text('the template’s name', 60),
    /** What it is made from: evidence, or only another memo. Every template can be derived into. */
    madeFrom: z.enum(['evidence', 'memo']).default('evidence'),
    /** When one takes it: a sentence for those who choose. */
    purpose: z.string().trim().max(200, 'Write at most 200 letters.').default(''),
    /** Who published the layout; a house style is never passed off as an official form. */
    origin: z.string().min(1),
    /** How days are written: "14 December 2012" or "December 14, 2012". */
    dates: z.enum(['day-first', 'month-first']).default('day-first'),
    /** How many business days after its date a decision is due, at the earliest. */
    decisionDays: z
      .int('Business days are whole.')
      .min(1, 'A decision is due in 1 to 60 business days.')
      .max(60, 'A decision is due in 1 to 60 business days.')
      .nullable()
      .default(null),
    /** How many pages and words the memo may have; its sources are not counted. */
    pages: limit,
    words: limit,
    /** What it is printed on where nobody asks for another. */
    paper: z.enum(paperIds).default('us-letter'),
    /** The typeface, and how large body and head are, on paper. */
    type: typeSchema.default(plainType),
    /** Which portion marks its memos may choose from. */
    marking: z.enum(markingChoices).default('any'),
    /** How its memos write a source in the endnotes. */
    endnotes: z.enum(endnoteStyleIds).default('icd-206'),
    /** Whether the paragraphs of its memos are numbered, through all sections. */
    numbered: z.boolean().default(false),
    /** The scale of likelihood that its judgments are held to (ICD 203, or the UK's PHIA). */
    scale: z.enum(['icd-203', 'phia', 'none']).default('icd-203'),
    fields: z.array(templateFieldSchema).max(20, 'A head has at most twenty lines.'),
    sections: z
      .array(templateSectionSchema)
      .min(1)
      .max(40, 'A template has at most forty sections.'),
  })
  .superRefine(({ fields, sections, decisionDays }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    for (const [part, names] of [
      ['line of the head', fields.map((each) => each.name)],
      ['section', sections.map((each) => each.name)],
    ] as const) {
      const twice = names.find((each, index) => names.indexOf(each) !== index);
      if (twice) refuse(`Two of the template’s ${part}s are called “${twice}”; name one anew.`);
    }
    const notes = sections.filter((section) => section.fill === 'endnotes');
    if (notes.length !== 1)
      refuse('A template has one section for the endnotes: each citation leads there.');
    const asks =
      fields.some((field) => field.fill === 'decision') ||
      sections.some(({ lines }) => lines.some((line) => line.includes('{decision}')));
    if (asks && decisionDays === null)
      refuse('Say in how many business days a decision is due, or take the decision date out.');
  });

/** What a section draws from a memo that this one is derived from. */
export type LineKind = z.infer<typeof lineKinds>;

/** A template as it is used: every part is there. */
export type Template = z.infer<typeof templateSchema>;
export type TemplateSection = z.infer<typeof templateSectionSchema>;
export type TemplateField = z.infer<typeof templateFieldSchema>;

/** A template as it is written down: what has a usual value may be left out. */
export type TemplateDefinition = z.input<typeof templateSchema>;
