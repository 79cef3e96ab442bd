import { expect, test } from 'vitest';
import { formatIds, formatOf, formats } from './format';
import { exportSchema } from './memo';
import { isOwnName } from './revision';

test('every format can be asked for, and no two are called alike or end alike', () => {
  for (const id of formatIds) expect(exportSchema.parse({ format: id }).format).toBe(id);
  for (const part of ['id', 'label', 'extension'] as const)
    expect(new Set(formats.map((format) => format[part])).size).toBe(formats.length);
});

test('what an export keeps is known for the product’s own name', () => {
  for (const id of formatIds) expect(isOwnName(`As exported to ${formatOf(id).label}`)).toBe(true);
});
