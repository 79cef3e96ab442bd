import { z } from 'zod';
import type { ReadArticle } from '../article';
import { outletSpokenTo } from './head';
import type { Received } from './received';

/** What people ask for an article by. `publishedOn` is `YYYY-MM-DD`. */
export type Details = {
  title: string;
  outlet: string;
  byline: string | null;
  publishedOn: string;
  url: string | null;
};

/** A detail that may be uncertain; byline and address may simply be absent. */
export type Unsure = 'title' | 'outlet' | 'publishedOn';

/** What is known of an article before it is stored, the surest first: said by whoever brings it in,
 * by the page or file, by its text, by the version before it. */
export type Clues = {
  given: Partial<Details>;
  received: Received;
  read: ReadArticle;
  previous: (Details & { unsure: string[] }) | null;
  fileName: string | null;
  /** The day it is brought in, `YYYY-MM-DD`. */
  today: string;
};

/** Settles each detail by the surest clue, and lists those that were only guessed. */
export function settleDetails(clues: Clues): { details: Details; unsure: Unsure[] } {
  const { given, received, read, previous, today } = clues;
  const sure = {
    title: given.title ?? received.title ?? read.title,
    outlet: given.outlet ?? received.outlet ?? read.outlet,
    publishedOn: notAfter(today, given.publishedOn ?? received.publishedOn ?? read.publishedOn),
  };
  const url = given.url ?? received.url ?? previous?.url ?? null;
  const details: Details = {
    title: sure.title ?? previous?.title ?? titleFrom(clues),
    outlet: sure.outlet ?? previous?.outlet ?? outletFrom(clues, url),
    byline: given.byline ?? received.byline ?? read.byline ?? previous?.byline ?? null,
    publishedOn: sure.publishedOn ?? previous?.publishedOn ?? today,
    url,
  };
  const unsure = (['title', 'outlet', 'publishedOn'] as const).filter(
    (name) => sure[name] === null && (!previous || previous.unsure.includes(name)),
  );
  return { details: { ...details, title: details.title.slice(0, longestTitle) }, unsure };
}

const longestTitle = 300;

/** Nothing is published after it was brought in: such a date is one of an event, or a misprint. */
const notAfter = (today: string, day: string | null) => (day !== null && day <= today ? day : null);

/** The file's name, or else how the text begins. */
function titleFrom({ fileName, read }: Clues): string {
  const named = fileName
    ?.replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  if (named && /\p{L}{3}/u.test(named)) return named;
  const first = read.paragraphs.find((each) => each.number !== null)?.text ?? 'Untitled';
  const words = first.split(/\s+/);
  return words.length <= 10 ? first : `${words.slice(0, 10).join(' ')} …`;
}

function outletFrom({ read }: Clues, url: string | null): string {
  const spoken = outletSpokenTo(read.paragraphs.map((each) => each.text).join('\n'));
  if (spoken) return spoken;
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : 'Unknown outlet';
}

/** The details of an article as a form sends them, for the version and revision it showed. */
export const correctionSchema = z.object({
  version: z.uuid(),
  revision: z.coerce.number().int().min(0),
  title: z.string().trim().min(1, 'Write the title.').max(300, 'Use 300 characters or fewer.'),
  outlet: z.string().trim().min(1, 'Write who published it.').max(200),
  byline: z
    .string()
    .trim()
    .max(200, 'Use 200 characters or fewer.')
    .transform((text) => text || null),
  publishedOn: z.iso.date('Write the day it was published.'),
  url: z
    .string()
    .trim()
    .max(2000)
    .refine(
      (text) => text === '' || /^https?:\/\/\S+$/i.test(text),
      'Write an address that begins with http:// or https://.',
    )
    .transform((text) => text || null),
});

/** A paragraph to leave out of the numbering or to take back into it. */
export const numberingSchema = z.object({
  paragraph: z.uuid(),
  revision: z.coerce.number().int().min(0),
});

/** What is asked with an import: whether a near duplicate is a new version or a text of its own. */
export const importOptionsSchema = z.object({
  asVersionOf: z.uuid().optional(),
  separate: z.stringbool().optional(),
});

/** A text or an address, as the page sends it. `html` is what a rich paste carried besides. */
export const importRequestSchema = importOptionsSchema.extend({
  separate: z.boolean().optional(),
  url: z.string().trim().min(1).max(2000).optional(),
  text: z
    .string()
    .max(2_000_000, 'This text is too long to paste. Bring it in as a file.')
    .optional(),
  html: z.string().max(8_000_000).optional(),
});

export type Correction = z.infer<typeof correctionSchema>;
export type Numbering = z.infer<typeof numberingSchema>;
export type ImportRequest = z.infer<typeof importRequestSchema>;
