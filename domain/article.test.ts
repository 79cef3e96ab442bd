import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readArticle, renumber } from './article';

const demonstration = readFileSync('prisma/seed/pakistan-us-talks-2012-12-14.txt', 'utf8');

/** Each paragraph as "number text" or "reason: text", which reads as the page shows it. */
const shown = (text: string, known = {}) =>
  readArticle(text, known).paragraphs.map((each) =>
    each.leftOut ? `${each.leftOut}: ${each.text}` : `${each.number} ${each.text}`,
  );

test('the demonstration article reads as 22 paragraphs, a title, a date line and a repeated lead', () => {
  const read = readArticle(demonstration);
  expect(read.paragraphs.filter((each) => each.number !== null)).toHaveLength(22);
  expect(read.paragraphs.flatMap((each) => each.leftOut ?? [])).toEqual([
    'title',
    'date line',
    'repeated',
  ]);
  expect(read).toMatchObject({
    title: 'Pakistan-U.S. Talks Keep Lines Open, Offer Little Else, Experts Say',
    publishedOn: '2012-12-14',
    byline: null,
    outlet: null,
  });
});

test('head and foot of a page are told from the body, each with its reason', () => {
  const text = [
    'Advertisement',
    'Ministers Meet in Oslo',
    'By Ann Lee and Bo Chen, Reuters',
    'Published December 3, 2025 9:30 AM EST',
    'OSLO, Dec 3 (Reuters) - The ministers met.',
    'Sign up for our newsletter',
    'They parted at noon.',
    '(Reporting by Ann Lee; editing by Cy Dow)',
    '© 2025 Example News. All rights reserved.',
  ];
  expect(shown(text.join('\n\n'))).toEqual([
    'boilerplate: Advertisement',
    'title: Ministers Meet in Oslo',
    'byline: By Ann Lee and Bo Chen, Reuters',
    'date line: Published December 3, 2025 9:30 AM EST',
    '1 OSLO, Dec 3 (Reuters) - The ministers met.',
    'boilerplate: Sign up for our newsletter',
    '2 They parted at noon.',
    'boilerplate: (Reporting by Ann Lee; editing by Cy Dow)',
    'boilerplate: © 2025 Example News. All rights reserved.',
  ]);
  expect(readArticle(text.join('\n\n'))).toMatchObject({
    title: 'Ministers Meet in Oslo',
    outlet: 'Reuters',
    byline: 'Ann Lee and Bo Chen',
    publishedOn: '2025-12-03',
  });
});

test('a known title is one whatever it ends in, and a text of one paragraph is its body', () => {
  const text = 'Will rates fall?\n\nNobody knows.';
  expect(shown(text)).toEqual(['1 Will rates fall?', '2 Nobody knows.']);
  expect(shown(text, { title: 'Will  rates fall?' })).toEqual([
    'title: Will rates fall?',
    '1 Nobody knows.',
  ]);
  expect(shown('Advertisement')).toEqual(['1 Advertisement']);
});

test('a paragraph left out by hand takes its number with it', () => {
  const paragraphs = readArticle('One.\n\nTwo.\n\nThree.').paragraphs;
  const changed = paragraphs.map((each, index) =>
    index === 1 ? { ...each, leftOut: 'by hand' as const } : each,
  );
  expect(renumber(changed).map((each) => each.number)).toEqual([1, null, 2]);
  expect(renumber(paragraphs).map((each) => each.number)).toEqual([1, 2, 3]);
});
