import { z } from 'zod';
import { AppError } from '../errors';
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
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new AppError('invalid', 'it is not JSON');
  }
  const result = inquirySchema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [field] = issue?.path ?? [];
  if (field === undefined) throw new AppError('invalid', 'it is no JSON object');
  const given = Object.hasOwn(json as object, field);
  if (!given) throw new AppError('invalid', `“${String(field)}” is missing`);
  const kind = field === 'id' ? 'text or number' : 'text';
  const fault = issue?.code === 'custom' ? issue.message : `is no ${kind}`;
  throw new AppError('invalid', `“${String(field)}” ${fault}`);
}

/** Whether the inquiry's article is a text of its own, not the name of a stored one. */
export function bringsText(inquiry: Inquiry): boolean {
  return /\s/.test(inquiry.article);
}
