import { expect, test } from 'vitest';
import { joinLines, type Line, type PrintedPage, paragraphsOfPages } from './pages';

/** A page of lines 15 points apart from 72 down; an empty line is a gap, two blanks an indent. */
function page(...texts: string[]): PrintedPage {
  const lines = texts.flatMap((text, index): Line[] => {
    if (text === '') return [];
    const x = 72 + (text.length - text.trimStart().length) * 6;
    return [
      { text: text.trim(), x, y: 120 + index * 15, width: text.trim().length * 6, height: 12 },
    ];
  });
  return { height: 800, lines };
}

const withHead = (number: number, each: PrintedPage): PrintedPage => ({
  ...each,
  lines: [
    { text: `The Gazette, page ${number}`, x: 72, y: 40, width: 100, height: 9 },
    ...each.lines,
    { text: `${number}`, x: 300, y: 770, width: 6, height: 9 },
  ],
});

test('lines are joined, and a gap parts paragraphs', () => {
  const pages = [
    page(
      'The ministers met on Monday in',
      'Oslo and left.',
      '',
      'They parted at noon with',
      'few words.',
    ),
  ];
  expect(paragraphsOfPages(pages)).toEqual([
    'The ministers met on Monday in Oslo and left.',
    'They parted at noon with few words.',
  ]);
});

test('an indented line begins a paragraph where none has a gap', () => {
  const pages = [
    page(
      '  The ministers met on Monday in',
      'Oslo and left before long at all.',
      '  They parted at noon with',
      'few words.',
    ),
  ];
  expect(paragraphsOfPages(pages)).toHaveLength(2);
});

test('running heads and page numbers go; a sentence goes on over the page’s end', () => {
  const pages = [
    withHead(1, page('The ministers met on Monday in Oslo', 'and talked about the harbours until')),
    withHead(2, page('late at night.', '', 'They parted at noon.')),
  ];
  expect(paragraphsOfPages(pages)).toEqual([
    'The ministers met on Monday in Oslo and talked about the harbours until late at night.',
    'They parted at noon.',
  ]);
});

test('what stands in the margin of one page alone is no running head', () => {
  const [first, second] = [page('One line.'), page('Another line.')];
  first.lines.unshift({ text: 'A title', x: 72, y: 40, width: 60, height: 12 });
  expect(paragraphsOfPages([first, second])[0]).toBe('A title');
});

test.each([
  [['a nego-', 'tiated text'], [], 'a negotiated text'],
  [['a long-', 'term plan'], ['long-term'], 'a long-term plan'],
  [['the non-', 'Proliferation group'], [], 'the non-Proliferation group'],
  [['from 2011-', '2012'], [], 'from 2011-2012'],
  [['a dash –', 'and on'], [], 'a dash – and on'],
  [['soft\u00AD', 'ware'], [], 'software'],
])('%j with %j known reads “%s”', (lines, known, text) =>
  expect(joinLines(lines, new Set(known))).toBe(text),
);
