import { z } from 'zod';

/** The typefaces that are shipped, each with what a word processor has of its kind. */
export const faces = [
  { id: 'serif', label: 'Source Serif', use: 'a book face, the usual one', office: 'Cambria' },
  {
    id: 'times',
    label: 'Tinos',
    use: 'as wide as Times New Roman, line for line',
    office: 'Times New Roman',
  },
  { id: 'sans', label: 'Source Sans', use: 'without serifs', office: 'Calibri' },
] as const;

/** The id of a typeface. */
export type Face = (typeof faces)[number]['id'];

/** How small and how large type may be, in points: what is smaller is not read, what is larger fills pages. */
export const typeBounds = { body: { least: 9, most: 14 }, head: { least: 8, most: 12 } } as const;

function size({ least, most }: { least: number; most: number }, what: string) {
  return z
    .number(`Say how large the ${what} is, in points.`)
    .min(least, `The ${what} is set in ${least} to ${most} points.`)
    .max(most, `The ${what} is set in ${least} to ${most} points.`)
    .multipleOf(0.5, `The ${what} is set in whole or half points.`);
}

/** The type of a memo on paper: its face, and in points the body and the lines of the head. */
export const typeSchema = z.object({
  face: z.enum(faces.map(({ id }) => id) as [Face, ...Face[]]),
  body: size(typeBounds.body, 'body'),
  head: size(typeBounds.head, 'head'),
});

/** The type of a memo on paper. */
export type Type = z.infer<typeof typeSchema>;

/** The type of a memo whose template asks for no other. */
export const plainType: Type = { face: 'serif', body: 11, head: 10 };
