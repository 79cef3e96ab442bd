import type { Block, Endnote, Printed, Run } from './print';

/** Numbers from 0 up to but not including 1; the same seed gives the same row of them. */
export function makeDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const holders = ['A former negotiator', 'One analyst', 'The delegation', 'A regional expert'];
const verbs = ['expects', 'doubts', 'reports', 'has argued', 'sees little sign'];
const matters = [
  'that the talks will resume before the budget is voted',
  'that either government can afford to be seen giving way',
  'that the inspectors will have the access they were promised',
  'that the ceasefire has held along most of the northern line',
  'that a smaller agreement on shipping could be reached first',
  'that the ministry has the staff to carry out what it announced',
  'that domestic opinion leaves room for a longer timetable',
  'that international organisations will be asked to guarantee the arrangement',
];
const spoken = [
  'We are not where we hoped to be, but nobody has walked away from the table',
  'The public statement that was put out was very anodyne',
  'It is a stalemate, and both sides find it more comfortable than a decision',
  'There is very little we can do to assuage their concerns … that has not been tried',
  'Just because there is no progress [on the treaty] does not mean the talks are useless',
];

/**
 * A made-up memo for tests and benchmarks: `paragraphs` paragraphs of two to five sentences with
 * quotes, citations, lists, facts, a place still to write and endnotes. The seed decides it all.
 */
export function sampleMemo(seed: number, paragraphs: number): Printed {
  const dice = makeDice(seed);
  const notes: Endnote[] = [];
  const sections: Printed['sections'] = [];
  let left = paragraphs;
  while (left > 0) {
    const number = sections.length + 1;
    const size = Math.min(left, 1 + Math.floor(dice() * 4));
    sections.push({
      id: `s${number}`,
      name: `section-${number}`,
      heading: `${pick(dice, headings)} ${number}`,
      blocks: makeBlocks(dice, size, notes, `s${number}`),
    });
    left -= size;
  }
  sections.push({
    id: 'sources',
    name: 'sources',
    heading: 'Sources',
    blocks: [{ kind: 'endnotes', id: 'notes', notes }],
  });
  return {
    language: 'en-US',
    title: `What the talks of round ${seed} have settled`,
    form: 'Policy brief',
    fields: [
      { name: 'to', label: 'To', value: 'The Deputy Secretary' },
      { name: 'from', label: 'From', value: `Office of Regional Affairs – desk ${seed % 97}` },
      { name: 'date', label: 'Date', value: 'December 14, 2012' },
    ],
    sections,
    marking: seed % 3 === 0 ? 'UNCLASSIFIED' : null,
  };
}

const headings = [
  'The problem',
  'What the experts say',
  'Findings',
  'Where they differ',
  'Outlook',
];

function makeBlocks(dice: () => number, size: number, notes: Endnote[], under: string): Block[] {
  return Array.from({ length: size }, (_, index): Block[] => {
    const id = `${under}b${index}`;
    const paragraph: Block = { kind: 'paragraph', id, runs: makeRuns(dice, notes) };
    const chance = dice();
    if (chance < 0.1) return [{ kind: 'heading', id: `${id}h`, text: 'A closer look' }, paragraph];
    if (chance < 0.2) {
      const items = [0, 1, 2].map((n): Block[] => [
        { kind: 'paragraph', id: `${id}i${n}`, runs: [plain(sentence(dice))] },
      ]);
      const list: Block = { kind: 'list', id: `${id}l`, ordered: dice() < 0.5, items };
      return dice() < 0.5 ? [paragraph, list] : [list, paragraph];
    }
    if (chance < 0.27) return [{ kind: 'quotation', id: `${id}q`, blocks: [paragraph] }];
    if (chance < 0.34) return [paragraph, makeFacts(dice, `${id}f`)];
    if (chance < 0.4) return [paragraph, { kind: 'place', id: `${id}p`, prompt: 'our judgment' }];
    if (chance < 0.46) return [makeFacts(dice, `${id}g`), paragraph];
    return [paragraph];
  }).flat();
}

function makeFacts(dice: () => number, id: string): Block {
  const rows = ['Place', 'Participants', 'Press'].map((label) => {
    const text = Array.from({ length: 1 + Math.floor(dice() * 3) }, () => sentence(dice));
    return { label, text: text.join(' ') };
  });
  return { kind: 'facts', id, rows };
}

function makeRuns(dice: () => number, notes: Endnote[]): Run[] {
  const runs: Run[] = [];
  const sentences = 2 + Math.floor(dice() * 4);
  for (let i = 0; i < sentences; i++) {
    if (dice() < 0.4) {
      const note = notes.length + 1;
      const paragraph = 1 + Math.floor(dice() * 22);
      notes.push({ number: note, article: 'a1', paragraph, text: endnote(dice, paragraph) });
      runs.push(plain(`${pick(dice, holders)} put it this way: `));
      runs.push({ kind: 'quote', text: `${pick(dice, spoken)}.`, assessment: `q${note}` });
      runs.push({ kind: 'citation', note, article: 'a1', paragraph }, plain(' '));
    } else runs.push({ ...plain(`${sentence(dice)} `), emphasis: dice() < 0.1 });
  }
  return runs;
}

function endnote(dice: () => number, paragraph: number): string {
  const issue = 100 + Math.floor(dice() * 900);
  return `Wire report ${issue}, “Talks between the two governments end,” December 14, 2012, paragraph ${paragraph}; accessed January 7, 2013.`;
}

function sentence(dice: () => number): string {
  const year = 1990 + Math.floor(dice() * 30);
  const said = `${pick(dice, holders)} ${pick(dice, verbs)} ${pick(dice, matters)}`;
  return `${said}, as in ${year}, and ${pick(dice, matters)}.`;
}

function plain(text: string): Extract<Run, { kind: 'text' }> {
  return { kind: 'text', text, strong: false, emphasis: false };
}

function pick<T>(dice: () => number, list: readonly T[]): T {
  const found = list[Math.floor(dice() * list.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
}
