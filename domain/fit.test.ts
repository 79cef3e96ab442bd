import { describe, expect, test } from 'vitest';
import type { Block, Printed } from './document/print';
import {
  describeFit,
  describeLongest,
  type Fit,
  fitOf,
  needsMeasure,
  type SectionMeasure,
  withoutSources,
} from './fit';
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

const one = { pages: 1, sections: [] };
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
  fitOf(template, printed, pages === null ? null : { pages, sections: [] }).map(say);
const say = (fit: Fit) => `${fit.where}: ${describeFit(fit)}`;

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
    const [, words, points] = fitOf(template, memo(quote, table, place, nested), one);
    expect(words?.is).toBe('Two words Points a stalemate cell outer inner'.split(' ').length);
    expect(points?.is).toBe(2);
  });

  test('leaves the pages out where they could not be printed', () => {
    expect(sayAll(memo(), null)).toEqual(['The memo: 3 of 12 words', 'Points: 0 of 2 points']);
  });

  test('is of nothing where the template sets no limit', () => {
    const free = { ...template, pages: null, words: null, sections: [] };
    expect(fitOf(free, memo(), one)).toEqual([]);
  });
});

describe('the fit of a section as it is set', () => {
  const [points, sources] = template.sections;
  const limited = (limits: object) =>
    templateSchema.parse({
      ...template,
      words: null,
      sections: [{ ...points, points: null, ...limits }, sources],
    });
  const sayOf = (limits: object, length: SectionMeasure) =>
    fitOf({ ...limited(limits), pages: null }, memo(), { pages: 1, sections: [length] }).map(say);

  test('is its lines, and how many are too many', () => {
    const length = { pages: 0.1, points: [] };
    expect(sayOf({ mostLines: 4 }, { ...length, lines: 4 })).toEqual(['Points: 4 of 4 lines']);
    expect(sayOf({ mostLines: 4 }, { ...length, lines: 6 })).toEqual([
      'Points: 6 of 4 lines, 2 too many',
    ]);
  });

  test('is its pages to a tenth', () => {
    const length = { lines: 1, points: [] };
    expect(sayOf({ mostPages: 2 }, { ...length, pages: 2.04 })).toEqual(['Points: 2 of 2 pages']);
    expect(sayOf({ mostPages: 2 }, { ...length, pages: 2.26 })).toEqual([
      'Points: 2.3 of 2 pages, 0.3 too many',
    ]);
  });

  test('is its longest point, named where it is too long', () => {
    const length = { lines: 1, pages: 0.1 };
    const say = (...points: number[]) => sayOf({ mostLinesEach: 1 }, { ...length, points });
    expect(say()).toEqual(['Points: longest point: 0 of 1 line']);
    expect(say(1, 1)).toEqual(['Points: longest point: 1 of 1 line']);
    expect(say(1, 3, 2)).toEqual(['Points: point 2, its longest: 3 of 1 line, 2 too many']);
  });

  test('is left out where the memo could not be set', () => {
    expect(fitOf(limited({ mostLines: 4, mostPages: 1 }), memo(), null)).toEqual([]);
  });

  test('asks for the memo to be set only where a limit needs it', () => {
    const free = { ...limited({}), pages: null };
    expect(needsMeasure(free)).toBe(false);
    expect(needsMeasure(limited({}))).toBe(true);
    for (const each of ['mostLines', 'mostPages', 'mostLinesEach'])
      expect(needsMeasure({ ...limited({ [each]: 1 }), pages: null })).toBe(true);
  });

  test('names the longest section where the memo has too many pages, and only there', () => {
    const printed = memo();
    const other = { id: 'o', name: 'o', heading: 'Other', blocks: [] };
    const two = { ...printed, sections: [other, ...printed.sections] };
    const length = (pages: number) => ({ lines: 9, pages, points: [] });
    const of = (pages: number) =>
      fitOf(limited({}), two, { pages, sections: [length(0.5), length(1.44)] }).map(
        describeLongest,
      );
    expect(of(2)).toEqual(['Longest section: Points, 1.4 pages']);
    expect(of(1)).toEqual([null]);
  });
});

test('a memo without its sources keeps its other sections', () => {
  expect(withoutSources(memo()).sections.map((section) => section.name)).toEqual(['points']);
});
