// Random edits of a set memo, for property tests and the benchmark: what people do to a memo.
import { footnotesOf, letterAfter } from '../document/footnotes';
import type { Block, Printed, Run } from '../document/print';

type Dice = () => number;
type Edit = (memo: Printed, dice: Dice) => void;

/** A copy of the memo with so many random edits in it; the dice decide all. */
export function editMemo(memo: Printed, dice: Dice, count: number): Printed {
  const edited = structuredClone(memo);
  for (let n = 0; n < count; n += 1) pick(dice, edits)?.(edited, dice);
  return lettered(edited);
}

/** A memo with a table in it and each source once, as real ones have. */
export function withTable(memo: Printed): Printed {
  const copy = structuredClone(memo);
  copy.sections[0]?.blocks.push(makeTable('t', 3, 3));
  for (const { blocks } of copy.sections)
    for (const block of blocks)
      if (block.kind === 'endnotes') {
        const keys = block.notes.map((note) => note.paragraph);
        block.notes = block.notes.filter((note, index) => keys.indexOf(note.paragraph) === index);
      }
  return copy;
}

/** A memo with footnotes in it, lettered in their order. */
export function withFootnotes(memo: Printed, dice: Dice): Printed {
  const copy = structuredClone(memo);
  for (const { runs } of blocksOf(copy, 'paragraph'))
    if (dice() < 0.4)
      runs.splice(Math.floor(dice() * (runs.length + 1)), 0, {
        kind: 'footnote',
        letter: '',
        text: some(dice),
      });
  return lettered(copy);
}

/** Footnotes have the letters of their order, whatever was done to them. */
function lettered(memo: Printed): Printed {
  const notes = memo.sections.flatMap((section) => footnotesOf(section.blocks));
  for (const [index, note] of notes.entries()) note.letter = letterAfter(index);
  return memo;
}

/** A choice of the list; undefined where it is empty. */
export function pick<T>(dice: Dice, list: readonly T[]): T | undefined {
  return list[Math.floor(dice() * list.length)];
}

function some(dice: Dice, words = 1 + Math.floor(dice() * 6)): string {
  const vocabulary = [
    'talks',
    'the',
    'treaty',
    'of',
    'Karachi',
    'will',
    '“stalled”',
    'resume,',
    'in',
    '2013.',
  ];
  return Array.from({ length: words }, () => pick(dice, vocabulary)).join(' ');
}

function plain(text: string): Run {
  return { kind: 'text', text, strong: false, emphasis: false };
}

function fresh(dice: Dice): string {
  return `new-${Math.floor(dice() * 1e9)}`;
}

function makeTable(id: string, rows: number, columns: number): Block {
  const cell = (row: number, column: number): Block[] => [
    {
      kind: 'paragraph',
      id: `${id}-${row}-${column}`,
      runs: [plain(`cell ${row} ${column} says`)],
    },
  ];
  return {
    kind: 'table',
    id,
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => ({
        header: row === 0,
        blocks: cell(row, column),
      })),
    ),
  };
}

function makeBlock(dice: Dice): Block {
  const id = fresh(dice);
  const chance = dice();
  const paragraph: Block = { kind: 'paragraph', id, runs: [plain(some(dice))] };
  if (chance < 0.6) return paragraph;
  if (chance < 0.7) return { kind: 'heading', id, text: some(dice) };
  if (chance < 0.8) return makeTable(id, 2, 2);
  if (chance < 0.9) return { kind: 'quotation', id: `${id}q`, blocks: [paragraph] };
  return { kind: 'list', id: `${id}l`, ordered: dice() < 0.5, items: [[paragraph]] };
}

/** Every list of blocks in the memo, nested ones too. */
function parentsIn(memo: Printed): Block[][] {
  const inside = (blocks: Block[]): Block[][] => [
    blocks,
    ...blocks.flatMap((block) => {
      if (block.kind === 'quotation') return inside(block.blocks);
      if (block.kind === 'list') return block.items.flatMap(inside);
      if (block.kind === 'table') return block.rows.flat().flatMap((cell) => inside(cell.blocks));
      return [];
    }),
  ];
  return memo.sections.flatMap((section) => inside(section.blocks));
}

function blocksOf<Kind extends Block['kind']>(memo: Printed, kind: Kind) {
  return parentsIn(memo)
    .flat()
    .filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
}

function editText(text: string, dice: Dice): string {
  const words = text.split(' ');
  const at = Math.floor(dice() * (words.length + 1));
  const gone = Math.floor(dice() * 3);
  return [...words.slice(0, at), some(dice), ...words.slice(at + gone)].join(' ');
}

const edits: Edit[] = [
  (memo, dice) => {
    const runs = pick(dice, blocksOf(memo, 'paragraph'))?.runs;
    const at = Math.floor(dice() * ((runs?.length ?? 0) + 1));
    runs?.splice(at, 0, { kind: 'footnote', letter: '', text: some(dice) });
  },
  (memo, dice) => {
    const run = pick(dice, pick(dice, blocksOf(memo, 'paragraph'))?.runs ?? []);
    if (run?.kind === 'text' || run?.kind === 'quote' || run?.kind === 'footnote')
      run.text = editText(run.text, dice);
  },
  (memo, dice) => {
    const run = pick(dice, pick(dice, blocksOf(memo, 'paragraph'))?.runs ?? []);
    if (run?.kind === 'text') run.strong = !run.strong;
  },
  (memo, dice) => {
    const paragraph = pick(dice, blocksOf(memo, 'paragraph'));
    const at = Math.floor(dice() * (paragraph?.runs.length ?? 0));
    if (paragraph && paragraph.runs.length > 1) paragraph.runs.splice(at, 1);
  },
  (memo, dice) => {
    const blocks = pick(dice, parentsIn(memo)) ?? [];
    blocks.splice(Math.floor(dice() * (blocks.length + 1)), 0, makeBlock(dice));
  },
  (memo, dice) => {
    const blocks = pick(dice, parentsIn(memo)) ?? [];
    blocks.splice(Math.floor(dice() * blocks.length), 1);
  },
  (memo, dice) => {
    const from = pick(dice, parentsIn(memo)) ?? [];
    const [block] = from.splice(Math.floor(dice() * from.length), 1);
    const to = pick(dice, parentsIn(memo)) ?? [];
    if (block) to.splice(Math.floor(dice() * (to.length + 1)), 0, block);
  },
  (memo, dice) => {
    const blocks = pick(dice, parentsIn(memo)) ?? [];
    const at = Math.floor(dice() * blocks.length);
    const block = blocks[at];
    if (block?.kind !== 'paragraph' || block.runs.length < 2) return;
    const runs = block.runs.splice(1 + Math.floor(dice() * (block.runs.length - 1)));
    blocks.splice(at + 1, 0, { kind: 'paragraph', id: fresh(dice), runs });
  },
  (memo, dice) => {
    const blocks = pick(dice, parentsIn(memo)) ?? [];
    const at = Math.floor(dice() * blocks.length);
    const [one, other] = [blocks[at], blocks[at + 1]];
    if (one?.kind !== 'paragraph' || other?.kind !== 'paragraph') return;
    one.runs.push(...other.runs);
    blocks.splice(at + 1, 1);
  },
  (memo, dice) => {
    const block = pick(dice, parentsIn(memo).flat());
    if (block) block.id = dice() < 0.2 ? '' : fresh(dice);
  },
  (memo, dice) => {
    const list = pick(dice, blocksOf(memo, 'list'));
    if (!list) return;
    const [item] = list.items.splice(Math.floor(dice() * list.items.length), 1);
    if (dice() < 0.7 && item) list.items.splice(Math.floor(dice() * 4), 0, item);
    if (dice() < 0.3) list.ordered = !list.ordered;
    if (dice() < 0.3) list.items.push([makeBlock(dice)]);
  },
  (memo, dice) => {
    const table = pick(dice, blocksOf(memo, 'table'));
    if (!table) return;
    const [row] = table.rows.splice(Math.floor(dice() * table.rows.length), 1);
    if (dice() < 0.7 && row) table.rows.splice(Math.floor(dice() * 4), 0, row);
    const at = Math.floor(dice() * 3);
    const chance = dice();
    if (chance < 0.2) for (const each of table.rows) each.splice(at, 1);
    else if (chance < 0.4)
      for (const each of table.rows) each.splice(at, 0, { header: false, blocks: [] });
  },
  (memo, dice) => {
    memo.title = editText(memo.title, dice);
    const section = pick(dice, memo.sections);
    if (section) section.heading = editText(section.heading, dice);
    const field = pick(dice, memo.fields);
    if (field) field.value = dice() < 0.3 ? '' : editText(field.value, dice);
  },
  (memo, dice) => {
    const notes = pick(dice, blocksOf(memo, 'endnotes'))?.notes ?? [];
    const [note] = notes.splice(Math.floor(dice() * notes.length), 1);
    if (dice() < 0.5 && note) notes.unshift(note);
    notes.forEach((each, index) => {
      each.number = index + 1;
    });
  },
];
