import { expect, test } from 'vitest';
import { z } from 'zod';
import { readJsonLine } from './json-line';

const schema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

test('more fields than the schema’s are left out', () => {
  expect(readJsonLine('{"id": 1, "text": "a", "more": []}', schema)).toEqual({ id: 1, text: 'a' });
});

test.each([
  ['{"id": 1,', 'it is not JSON'],
  ['[]', 'it is no JSON object'],
  ['null', 'it is no JSON object'],
  ['{"id": 1}', '“text” is missing'],
  ['{"id": 1, "text": 2}', '“text” is no text'],
  ['{"id": [], "text": ""}', '“id” is no text or number'],
])('%s: %s', (line, fault) => {
  expect(() => readJsonLine(line, schema)).toThrow(fault);
});
