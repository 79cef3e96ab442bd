import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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

describe('a pasted text whose head stands line on line', () => {
  const head = [
    'Harbour Envoy Says Deal Is Near',
    'By Maren Oduya',
    'Coastal Wire',
    'March 11, 2025',
  ];
  const body = [
    'OSLO — The envoy said on Tuesday that a deal was near.',
    'She left at noon without another word to anybody.',
  ];
  const details = {
    title: 'Harbour Envoy Says Deal Is Near',
    byline: 'Maren Oduya',
    outlet: 'Coastal Wire',
    publishedOn: '2025-03-11',
  };
  const above = ['Skip to content', 'Subscribe | Sign in', 'Menu', 'Home > World'];
  test.each([
    ['blank lines in the body', `${head.join('\n')}\n\n${body.join('\n\n')}`],
    ['one block for the body', `${head.join('\n')}\n\n${body.join('\n')}`],
    ['one block for all', [...head, ...body].join('\n')],
    ['one block and a credit', `${[...head, ...body].join('\n')}\n\n© 2025 Coastal Wire`],
    ['carriage returns', `${head.join('\r\n')}\r\n\r\n${body.join('\r\n\r\n')}`],
    ['the menu of a page', `${[...above, ...head].join('\n')}\n\n${body.join('\n\n')}`],
    ['a menu by itself', `${above.join('\n')}\n\n${head.join('\n')}\n\n${body.join('\n\n')}`],
    [
      'a menu and a title by themselves',
      `${above.join('\n')}\n\n${head[0]}\n\n${head.slice(1).join('\n')}\n\n${body.join('\n\n')}`,
    ],
    ['all blank lines', [...above, ...head, ...body].join('\n\n')],
    ['a head run together', [head[0], head.slice(1).join(' '), ...body].join('\n\n')],
    [
      'a head in another order',
      `${[head[0], head[3], head[1], head[2]].join('\n')}\n\n${body.join('\n\n')}`,
    ],
  ])('%s', (_, text) => {
    const read = readArticle(text);
    expect(read).toMatchObject(details);
    expect(read.paragraphs.some((each) => each.text.includes('\n'))).toBe(false);
    expect(read.paragraphs.filter((each) => each.number).map((each) => each.text)).toEqual(body);
    for (const { start, text: words } of read.paragraphs)
      expect(text.slice(start, start + words.length)).toBe(words);
  });

  test('an outlet of any name after the byline, and a question for a title', () => {
    const text =
      'Will the Port Close?\nBy Maren Oduya\nKarsova Today\n5 May 2025\n\nNobody knows.\n\nIt may.';
    expect(readArticle(text)).toMatchObject({
      title: 'Will the Port Close?',
      outlet: 'Karsova Today',
    });
    expect(shown(text).slice(-2)).toEqual(['1 Nobody knows.', '2 It may.']);
  });

  test('a paragraph that was wrapped stays one', () => {
    const text =
      'The ministers met in Oslo on\nMonday. They left at noon for the\nairport.\n\nIt rained.';
    expect(shown(text)).toHaveLength(2);
  });
});
