import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSlug, slugOf } from './slug';

test.each([
  ['Ministers Meet in Oslo', 'ministers-meet-in-oslo-2025-12-03'],
  ['“It’s a stalemate,” expert says', 'its-a-stalemate-expert-says-2025-12-03'],
  ['Präsident fährt nach Zürich – groß', 'prasident-fahrt-nach-zurich-gross-2025-12-03'],
  ['مباحثات', 'article-2025-12-03'],
  ['', 'article-2025-12-03'],
])('%s: %s', (title, slug) => expect(slugOf(title, '2025-12-03')).toBe(slug));

test('any title gives a slug of plain letters, short enough, and the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const slug = slugOf(title, '2025-12-03');
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-2025-12-03$/);
      expect(slug.length).toBeLessThanOrEqual(80);
    }),
  );
});

test('a slug that is taken gets the first free number', () => {
  expect(freeSlug('a', [])).toBe('a');
  expect(freeSlug('a', ['a'])).toBe('a-2');
  expect(freeSlug('a', ['a', 'a-2', 'a-4'])).toBe('a-3');
});
