import { describe, expect, test } from 'vitest';
import type { Block, Printed } from './document/print';
import { describeFit, fitOf, withoutSources } from './fit';
import { templateSchema } from './template';

const template = templateSchema.parse({
  slug: 'short',
  name: 'Short',
  origin: 'House style',
  pages: 1,
  words: 12,
  fields: [],
  sections: [
    { name: 'points', heading: 'Points', fill: 'place', points: 2 },
    { name: 'sources', heading: 'Sources', fill: 'endnotes' },
  ],
});

const line = (text: string): Block => ({
  kind: 'paragraph',
  id: text,
  runs: [{ kind: 'text', text, strong: false, emphasis: false }],
});
const list = (...items: string[]): Block => ({
  kind: 'list',
  id: 'list',
  ordered: false,
  items: items.map((item) => [line(item)]),
});
const memo = (...blocks: Block[]): Printed => ({
  language: 'en',
  title: 'Two words',
  form: 'Short',
  fields: [{ name: 'to', label: 'To', value: 'not counted' }],
  sections: [
    { id: 'points', name: 'points', heading: 'Points', blocks },
    {
      id: 'sources',
      name: 'sources',
      heading: 'Sources',
      blocks: [
        {
          kind: 'endnotes',
          id: 'notes',
          notes: [{ number: 1, article: 'a', paragraph: 1, text: 'many words of a source' }],
        },
      ],
    },
  ],
  marking: null,
});
const sayAll = (printed: Printed, pages: number | null = 1) =>
  fitOf(template, printed, pages).map((fit) => `${fit.where}: ${describeFit(fit)}`);

describe('the fit of a memo', () => {
  test('is its pages, its words and the points of a section, its sources not counted', () => {
    expect(sayAll(memo(list('One two.', 'Three — four.')))).toEqual([
      'The memo: 1 of 1 page',
      'The memo: 7 of 12 words',
      'Points: 2 of 2 points',
    ]);
  });

  test('says how much is too much', () => {
    const printed = memo(line('One, two, three.'), list('four five six', 'seven eight nine ten'));
    expect(sayAll(printed, 3)).toEqual([
      'The memo: 3 of 1 page, 2 too many',
      'The memo: 13 of 12 words, 1 too many',
      'Points: 3 of 2 points, 1 too many',
    ]);
  });

  test('counts quotes, tables and lists within lists, and no place that is still to be written', () => {
    const quote: Block = {
      kind: 'paragraph',
      id: 'q',
      runs: [
        { kind: 'quote', text: 'a stalemate', assessment: 'a' },
        { kind: 'citation', note: 1, article: 'a', paragraph: 1 },
      ],
    };
    const table: Block = {
      kind: 'table',
      id: 't',
      rows: [[{ header: true, blocks: [line('cell')] }]],
    };
    const place: Block = { kind: 'place', id: 'p', prompt: 'what is to be said here' };
    const nested: Block = {
      kind: 'list',
      id: 'n',
      ordered: true,
      items: [[line('outer'), list('inner')]],
    };
    const [, words, points] = fitOf(template, memo(quote, table, place, nested), 1);
    expect(words?.is).toBe('Two words Points a stalemate cell outer inner'.split(' ').length);
    expect(points?.is).toBe(2);
  });

  test('leaves the pages out where they could not be printed', () => {
    expect(sayAll(memo(), null)).toEqual(['The memo: 3 of 12 words', 'Points: 0 of 2 points']);
  });

  test('is of nothing where the template sets no limit', () => {
    const free = { ...template, pages: null, words: null, sections: [] };
    expect(fitOf(free, memo(), 4)).toEqual([]);
  });
});

test('a memo without its sources keeps its other sections', () => {
  expect(withoutSources(memo()).sections.map((section) => section.name)).toEqual(['points']);
});
