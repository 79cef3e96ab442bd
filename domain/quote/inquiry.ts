import { z } from 'zod';
import { readJsonLine } from '../json-line';
import type { QuoteCheck } from './check';

/**
 * One question to the verbatim check, as a line of JSON: does this quote stand in this article?
 * `article` without white space names a stored article; with white space it is the text itself.
 */
const inquirySchema = z.object({
  id: z.union([z.string(), z.number()]),
  article: z.string().refine((text) => text.trim() !== '', 'is empty'),
  quote: z.string(),
  speaker: z.string().nullish(),
});

export type Inquiry = z.infer<typeof inquirySchema>;

/** The answer to an inquiry: its id, and what the check found. */
export type InquiryAnswer = { id: string | number } & QuoteCheck;

/** Reads a line as an inquiry. Refused with what is wrong with it: "it is not JSON". */
export function readInquiry(line: string): Inquiry {
  return readJsonLine(line, inquirySchema);
}

/** Whether the inquiry's article is a text of its own, not the name of a stored one. */
export function bringsText(inquiry: Inquiry): boolean {
  return /\s/.test(inquiry.article);
}
