import { expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { describeSource, endnoteStyleIds, shorten } from './endnote';

const { article } = readDemonstration((name) => name);
const known = {
  ...article,
  title: 'Talks on the Reactor End Without a Deal',
  outlet: 'The Daily',
  byline: 'Ann Lee and Bo Chen',
  url: 'https://a.example/b',
  publishedOn: '2012-12-14',
  accessedOn: '2013-01-07',
};
const bare = { ...known, byline: null, url: null, accessedOn: null };

test.each([
  [
    'icd-206',
    true,
    'Ann Lee and Bo Chen, The Daily, “Talks on the Reactor End Without a Deal,” 14 December 2012, para. 3, https://a.example/b, accessed 7 January 2013.',
  ],
  ['short', true, 'The Daily, 14 December 2012, para. 3.'],
  [
    'author-title',
    true,
    'Ann Lee and Bo Chen, “Talks on the Reactor End Without a Deal,” The Daily, December 14, 2012, para. 3, accessed January 7, 2013, https://a.example/b.',
  ],
  ['author-title', false, 'Ann Lee and Bo Chen, “Talks on the Reactor,” para. 3.'],
] as const)('a source in the style %s, first: %s', (style, isFirst, words) => {
  expect(describeSource(style, { article: known, paragraph: 3, isFirst })).toBe(words);
});

test.each([
  [
    'icd-206',
    true,
    'The Daily, “Talks on the Reactor End Without a Deal,” 14 December 2012, para. 3.',
  ],
  [
    'author-title',
    true,
    '“Talks on the Reactor End Without a Deal,” The Daily, December 14, 2012, para. 3.',
  ],
  ['author-title', false, 'The Daily, “Talks on the Reactor,” para. 3.'],
] as const)(
  'what is unsigned and has no address, in the style %s, first: %s',
  (style, isFirst, words) => {
    expect(describeSource(style, { article: bare, paragraph: 3, isFirst })).toBe(words);
  },
);

test('every style names the paragraph', () => {
  for (const style of endnoteStyleIds)
    for (const isFirst of [true, false])
      expect(describeSource(style, { article: bare, paragraph: 12, isFirst })).toContain(
        'para. 12',
      );
});

test.each([
  ['Talks end', 'Talks end'],
  ['Talks end: what both sides say now', 'Talks end'],
  ['Pakistan and the United States of America', 'Pakistan and the United'],
  ['One two of the deal', 'One two'],
  ['In the end', 'In the end'],
])('%s is shortened to %s', (title, short) => {
  expect(shorten(title)).toBe(short);
});
