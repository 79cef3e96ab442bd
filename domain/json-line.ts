import type { z } from 'zod';
import { AppError } from './errors';

/**
 * Reads a line of JSON by a schema of flat objects. Refused with what is wrong with it:
 * "it is not JSON", "“id” is no text or number". More fields than the schema's are ignored.
 */
export function readJsonLine<Line>(line: string, schema: z.ZodType<Line>): Line {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new AppError('invalid', 'it is not JSON');
  }
  const result = schema.safeParse(json);
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
