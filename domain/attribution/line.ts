import { z } from 'zod';
import { readJsonLine } from '../json-line';
import { attribute } from './attribute';
import type { Attribution } from './attribution';

const articleSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** How much of a statement stands between quotation marks: all of it, none, or some. */
export type QuoteType = 'direct' | 'indirect' | 'mixed';

/** An attribution as a line of JSON gives it: the speaker by name alone. */
export type AttributionLine = Omit<Attribution, 'speaker' | 'speakers'> & {
  speaker: string | null;
  speakers: string[];
  type: QuoteType;
};

/** The attributions of one article that was given by a line of JSON. */
export type AttributedLine = { id: string | number; attributions: AttributionLine[] };

const types: Record<Attribution['kind'], QuoteType> = {
  direct_quote: 'direct',
  partial_quote: 'mixed',
  paraphrase: 'indirect',
  group_paraphrase: 'indirect',
};

/** Attributes the article on a line `{id, text}`. Refused with what is wrong with the line. */
export function attributeLine(line: string): AttributedLine {
  const { id, text } = readJsonLine(line, articleSchema);
  const attributions = attribute(text).map((each) => ({
    ...each,
    speaker: each.speaker?.name ?? null,
    speakers: each.speakers.map(({ name }) => name),
    type: types[each.kind],
  }));
  return { id, attributions };
}
