import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintOf, isNearDuplicate, likenessOf, shinglesOf } from './fingerprint';

const article = readFileSync('prisma/seed/pakistan-us-talks-2012-12-14.txt', 'utf8');
const paragraphs = article.split('\n\n');

const meets = (a: string, b: string) => {
  const known = new Set(fingerprintOf(a).bands);
  return fingerprintOf(b).bands.some((band) => known.has(band));
};
const likeness = (a: string, b: string) => likenessOf(shinglesOf(a), shinglesOf(b));

test('the same words are the same, whatever their marks, cases and spaces', () => {
  const other = article
    .replace(/[“”]/g, '"')
    .replace(/’/g, "'")
    .replace(/\n+/g, '\n')
    .toUpperCase();
  expect(fingerprintOf(other)).toEqual(fingerprintOf(article));
  expect(fingerprintOf(`${article} More.`).foldedSha256).not.toBe(
    fingerprintOf(article).foldedSha256,
  );
});

test('an article with a changed and a new paragraph is found, and how alike it is counted', () => {
  const changed = paragraphs.with(3, 'Another paragraph altogether, of no great length.');
  const text = [...changed, 'And one more, which the first edition did not have.'].join('\n\n');
  expect(meets(article, text)).toBe(true);
  expect(likeness(article, text).jaccard).toBeGreaterThan(0.85);
  expect(isNearDuplicate(likeness(article, text))).toBe(true);
});

test('a half of an article is near, a sentence of it is not, nor another article on the matter', () => {
  const half = paragraphs.slice(0, 14).join('\n\n');
  expect(isNearDuplicate(likeness(article, half))).toBe(true);
  expect(isNearDuplicate(likeness(article, paragraphs[3] ?? ''))).toBe(false);
  const other =
    'WASHINGTON – U.S.-Pakistani strategic talks ended this week. Experts said that progress on ' +
    'nonproliferation was slight, and that both sides want to keep talking.';
  expect(isNearDuplicate(likeness(article, other))).toBe(false);
});

test('texts of a few words and of none have a fingerprint too', () => {
  expect(fingerprintOf('')).toMatchObject({ bands: [] });
  expect(fingerprintOf('Two words').bands).toHaveLength(32);
  expect(meets('Two words', 'two, words!')).toBe(true);
});

test('likeness is symmetric, between 0 and 1, and 1 for a text with itself', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd')).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const one = likeness(a, b);
      expect(one).toEqual(likeness(b, a));
      for (const figure of Object.values(one)) {
        expect(figure).toBeGreaterThanOrEqual(0);
        expect(figure).toBeLessThanOrEqual(1);
      }
      expect(likeness(a, a).jaccard).toBe(1);
    }),
  );
});
