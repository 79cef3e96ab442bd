import { expect, test } from 'vitest';
import { readArticle } from '../article';
import { type Clues, settleDetails } from './details';

const text = 'The ministers met in Oslo on Monday and left at noon again.\n\nThey said little.';
const unsaid = { title: null, outlet: null, byline: null, publishedOn: null, url: null };
const settle = (more: Partial<Clues> = {}, words = text) =>
  settleDetails({
    given: {},
    received: { format: 'text', text: words, ...unsaid },
    read: readArticle(words),
    previous: null,
    fileName: null,
    today: '2026-11-24',
    ...more,
  });

test('what nothing tells is guessed, and said to be', () => {
  const { details, unsure } = settle();
  expect(unsure).toEqual(['title', 'outlet', 'publishedOn']);
  expect(details).toEqual({
    title: 'The ministers met in Oslo on Monday and left at …',
    outlet: 'Unknown outlet',
    byline: null,
    publishedOn: '2026-11-24',
    url: null,
  });
  expect(settle({ fileName: 'oslo_talks-end.pdf' }).details.title).toBe('oslo talks end');
});

test('what is said outweighs the page, the page the text', () => {
  const words = 'A Title\n\nMay 5, 2026\n\nOSLO (Reuters) - The ministers met.';
  const page = {
    format: 'html' as const,
    text: words,
    ...unsaid,
    outlet: 'The Post',
    publishedOn: '2026-05-06',
  };
  expect(settle({}, words)).toMatchObject({
    details: { title: 'A Title', outlet: 'Reuters', publishedOn: '2026-05-05' },
    unsure: [],
  });
  expect(settle({ received: page }, words).details).toMatchObject({
    outlet: 'The Post',
    publishedOn: '2026-05-06',
  });
  expect(settle({ received: page, given: { outlet: 'Mine' } }, words).details.outlet).toBe('Mine');
});

test('a host and a hint are guesses; a day to come is none', () => {
  const at = settle({
    received: { format: 'html', text, ...unsaid, url: 'https://www.post.example/a' },
  });
  expect([at.details.outlet, at.unsure.includes('outlet')]).toEqual(['post.example', true]);
  const spoken = settle({}, 'A Title\n\nAnalysts told Reuters that it may rain.\n\nIt did.');
  expect([spoken.details.outlet, spoken.unsure.includes('outlet')]).toEqual(['Reuters', true]);
  const future = settle({}, 'A Title\n\nMay 5, 2027\n\nThe ministers will meet.');
  expect(future).toMatchObject({
    details: { publishedOn: '2026-11-24' },
    unsure: ['outlet', 'publishedOn'],
  });
});

test('a new version keeps what the one before was known by', () => {
  const previous = {
    title: 'T',
    outlet: 'O',
    byline: 'B',
    publishedOn: '2026-01-02',
    url: 'https://o.example/',
    unsure: ['outlet'],
  };
  const { details, unsure } = settle({ previous });
  expect(details).toEqual({
    title: 'T',
    outlet: 'O',
    byline: 'B',
    publishedOn: '2026-01-02',
    url: 'https://o.example/',
  });
  expect(unsure).toEqual(['outlet']);
});
