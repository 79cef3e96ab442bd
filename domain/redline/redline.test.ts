import { expect, test } from 'vitest';
import type { Block, Printed } from '../document/print';
import { redline } from './redline';
import { showRedline } from './shown';

const paragraph = (id: string, text: string): Block => {
  return { kind: 'paragraph', id, runs: [{ kind: 'text', text, strong: false, emphasis: false }] };
};
const list = (id: string, ...items: Block[]): Block => {
  return { kind: 'list', id, ordered: false, items: items.map((item) => [item]) };
};
const table = (id: string, ...rows: Block[][]): Block => {
  const cell = (block: Block) => ({ header: false, blocks: [block] });
  return { kind: 'table', id, rows: rows.map((row) => row.map(cell)) };
};

function memo(...sections: Block[][]): Printed {
  return {
    language: 'en',
    title: 'Talks',
    form: 'Policy brief',
    fields: [],
    sections: sections.map((blocks, index) => {
      return { id: `s${index}`, name: `s${index}`, heading: `Heading ${index + 1}`, blocks };
    }),
    marking: null,
  };
}

/** Sections held against sections, a line to a block. */
function show(before: Block[][], after: Block[][]): string[] {
  return showRedline(redline(memo(...before), memo(...after)));
}

const one = paragraph('1', 'The first round ended without a result.');
const two = paragraph('2', 'Both delegations flew home on Friday.');
const three = paragraph('3', 'A second round is planned for March.');

test('a block that moved is shown once, and its old place says where it went', () => {
  expect(show([[one, two, three], []], [[two, three], [one]])).toEqual([
    'gone to “Heading 2”: The first round ended without a …',
    'paragraph: Both delegations flew home on Friday.',
    'paragraph: A second round is planned for March.',
    'moved paragraph: The first round ended without a result.',
  ]);
});

test('what changed in a block that moved is shown where it is now', () => {
  const changed = paragraph('1', 'The first round ended with a result.');
  expect(show([[one, two, three]], [[two, three, changed]]).at(-1)).toBe(
    'moved paragraph: The first round ended [-without-][+with+] a result.',
  );
});

test('a block with another id is known by its words', () => {
  const renamed = paragraph('9', 'The first round ended with no result.');
  expect(show([[one, two]], [[renamed, two]])[0]).toBe(
    'paragraph: The first round ended [-without a-][+with no+] result.',
  );
});

test('a split paragraph loses no word, and a joined one neither', () => {
  const whole = paragraph('1', 'The round ended. Both delegations flew home.');
  const parts = [paragraph('1', 'The round ended.'), paragraph('2', 'Both delegations flew home.')];
  expect(show([[whole]], [parts])).toEqual([
    'paragraph: The round ended.[- -][+¶+]',
    'paragraph: Both delegations flew home.',
  ]);
  expect(show([parts], [[whole]])).toEqual([
    'paragraph: The round ended.[-¶-]',
    'paragraph: [+ +]Both delegations flew home.',
  ]);
});

test('items come, go and move inside their list', () => {
  const before = list('l', one, two, three);
  const after = list('l', three, one, paragraph('4', 'Nobody expects much of it.'));
  expect(show([[before]], [[after]])).toEqual([
    'list:',
    '  moved item:',
    '    paragraph: A second round is planned for March.',
    '  item:',
    '    paragraph: The first round ended without a result.',
    '  deleted item:',
    '    deleted paragraph: [-Both delegations flew home on Friday.-]',
    '  gone within: A second round is planned for …',
    '  inserted item:',
    '    inserted paragraph: [+Nobody expects much of it.+]',
  ]);
});

test('a paragraph that becomes an item keeps its words', () => {
  expect(show([[one, two]], [[list('l', one), two]])).toEqual([
    'gone within: The first round ended without a …',
    'inserted list:',
    '  inserted item:',
    '    moved paragraph: The first round ended without a result.',
    'paragraph: Both delegations flew home on Friday.',
  ]);
});

test('a word in a cell changes there, and a row comes whole', () => {
  const head = [paragraph('h1', 'Issue'), paragraph('h2', 'Sharad Joshi')];
  const cell = (text: string) => [paragraph('c1', 'Fissile cut-off'), paragraph('c2', text)];
  const fresh = [paragraph('d1', 'Keep talking'), paragraph('d2', 'in favour')];
  expect(
    show(
      [[table('t', head, cell('sees no movement'))]],
      [[table('t', head, cell('sees some movement'), fresh)]],
    ),
  ).toEqual([
    'table:',
    '  row:',
    '    cell:',
    '      paragraph: Issue',
    '    cell:',
    '      paragraph: Sharad Joshi',
    '  row:',
    '    cell:',
    '      paragraph: Fissile cut-off',
    '    cell:',
    '      paragraph: sees [-no-][+some+] movement',
    '  inserted row:',
    '    inserted cell:',
    '      inserted paragraph: [+Keep talking+]',
    '    inserted cell:',
    '      inserted paragraph: [+in favour+]',
  ]);
});

test('a place that was written in goes, and the text comes', () => {
  const place: Block = { kind: 'place', id: '1', prompt: 'what follows' };
  expect(show([[place, two]], [[one, two]])).toEqual([
    'deleted place: [-what follows-]',
    'inserted paragraph: [+The first round ended without a result.+]',
    'paragraph: Both delegations flew home on Friday.',
  ]);
});
