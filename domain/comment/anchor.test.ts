import fc from 'fast-check';
import { history, redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { type Edit, editKinds, editOf } from '../document/random-edits';
import { stepsBetween } from '../document/restore';
import { schema } from '../document/schema';
import { readSteps } from '../document/steps';
import { type Anchor, anchorOn, follow, type Run } from './anchor';
import { lettersOf, rangeOf, wordsIn } from './letters';

const { nodes } = schema;
const paragraph = (id: string, text: string, ...rest: Node[]) =>
  nodes.paragraph.create({ id }, [schema.text(text), ...rest]);

// No edit writes Greek: each of these letters is known again wherever it stands.
const passages = ['αβγδεζηθικ', 'λμνξο πρστυ', 'φχψωΓΔΘΛ', 'ΞΠΣΦ ΨΩ'] as const;
const isGreek = (letter: string) => /\p{Script=Greek}/u.test(letter);

const start = nodes.doc.create(null, [
  nodes.header.create(null, nodes.title.create(null, schema.text('Talks'))),
  nodes.section.create({ id: 's', name: 'body' }, [
    nodes.heading.create(null, schema.text('Body')),
    paragraph('p1', `One ${passages[0]} two three.`),
    paragraph(
      'p2',
      `Then ${passages[1]} and `,
      nodes.footnote.create(null, schema.text(passages[2])),
    ),
    nodes.bullet_list.create({ id: 'list' }, [
      nodes.list_item.create(null, paragraph('p3', `Four ${passages[3]}`)),
      nodes.list_item.create(null, paragraph('p4', 'Five six.')),
    ]),
  ]),
]);

function placed(words: string, document = start): Anchor {
  const letters = lettersOf(document);
  const at = letters.text.indexOf(words);
  if (at < 0) throw new Error(`Nowhere: ${words}`);
  return anchorOn(document, rangeOf(letters, at, at + words.length));
}

const runOf = ({ steps, docs, doc }: Transaction): Run => ({
  maps: steps.map((step) => step.getMap()),
  before: (step) => docs[step] ?? doc,
  after: doc,
});

type Deed = Omit<Edit, 'kind'> & { kind: Edit['kind'] | 'undo' | 'redo' | 'move' | 'restore' };

/** A text as it is written, with anchors that follow each change of it. */
class Desk {
  state = EditorState.create({ doc: start, plugins: [history({ newGroupDelay: 0 })] });
  anchors: Anchor[];

  constructor(words: readonly string[]) {
    this.anchors = words.map((each) => placed(each));
  }

  dispatch = (transaction: Transaction | null) => {
    if (!transaction?.docChanged) return;
    this.anchors = this.anchors.map((each) => follow(each, runOf(transaction)));
    this.state = this.state.apply(transaction);
  };

  make(deed: Deed): void {
    if (deed.kind === 'undo') undo(this.state, this.dispatch);
    else if (deed.kind === 'redo') redo(this.state, this.dispatch);
    else if (deed.kind === 'move') this.dispatch(move(this.state, deed));
    else if (deed.kind === 'restore') this.dispatch(restore(this.state));
    else this.dispatch(editOf(this.state, { ...deed, kind: deed.kind }));
  }

  undoAll(): void {
    while (undo(this.state, this.dispatch));
  }
}

/** A paragraph of the section to its end, and the first one to where it stood. */
function move({ tr, doc }: EditorState, { at }: { at: number }): Transaction | null {
  const section = doc.child(1);
  const index = 1 + Math.floor(at * (section.childCount - 1));
  const moved = section.maybeChild(index);
  if (!moved || section.childCount < 3) return null;
  let from = doc.child(0).nodeSize + 1;
  for (let before = 0; before < index; before += 1) from += section.child(before).nodeSize;
  tr.delete(from, from + moved.nodeSize);
  return tr.insert(doc.child(0).nodeSize + 1 + section.child(0).nodeSize, moved);
}

function restore({ tr, doc }: EditorState): Transaction {
  for (const step of readSteps(stepsBetween(doc, start, 500))) tr.step(step);
  return tr;
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const edits = (maxLength: number, ...more: ('undo' | 'redo' | 'move' | 'restore')[]) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...editKinds, ...more, ...more),
      at: fraction,
      to: fraction,
      text: fc.constantFrom('a', 'word', 'two words'),
    }),
    { maxLength },
  );

describe('a comment stays on its words', () => {
  test('after a thousand rows of random edits: on what is left of them, or it is lost with them', () => {
    fc.assert(
      fc.property(edits(25), (deeds) => {
        const desk = new Desk(passages);
        for (const deed of deeds) desk.make(deed);
        const { doc } = desk.state;
        for (const [index, anchor] of desk.anchors.entries()) {
          const mine = [...(passages[index] ?? '')].filter(isGreek);
          const left = mine.filter((letter) => lettersOf(doc).text.includes(letter));
          if ('lost' in anchor) expect(left, 'what it was on stands no more').toEqual([]);
          else {
            const words = [...wordsIn(doc, anchor.at)];
            expect(words.filter(isGreek)).toEqual(left);
            expect(passages[index]).toContain(words[0]);
            expect(passages[index]).toContain(words.at(-1));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('through undoing, redoing, moving and putting a version back: never on other words', () => {
    fc.assert(
      fc.property(edits(25, 'undo', 'redo', 'move', 'restore'), (deeds) => {
        const desk = new Desk(passages);
        for (const deed of deeds) {
          desk.make(deed);
          const { doc } = desk.state;
          for (const [index, anchor] of desk.anchors.entries())
            if ('lost' in anchor) {
              const { words } = anchor.lost.last;
              if (words.trim().length >= 8) expect(lettersOf(doc).text).not.toContain(words);
            } else {
              const words = [...wordsIn(doc, anchor.at)];
              expect(passages[index]).toContain(words[0]);
              expect(passages[index]).toContain(words.at(-1));
            }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('once everything is undone it is on all of its words again', () => {
    fc.assert(
      fc.property(edits(12, 'move', 'restore'), (deeds) => {
        const desk = new Desk(passages);
        for (const deed of deeds) desk.make(deed);
        desk.undoAll();
        expect(desk.state.doc.eq(start)).toBe(true);
        for (const [index, anchor] of desk.anchors.entries())
          expect('at' in anchor && wordsIn(start, anchor.at)).toBe(passages[index]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('words that stand more than once', () => {
  const twice = nodes.doc.create(null, [
    nodes.header.create(null, nodes.title.create(null, schema.text('Talks'))),
    nodes.section.create({ id: 's', name: 'body' }, [
      nodes.heading.create(null, schema.text('Body')),
      paragraph('p1', 'The talks go on. It will rain. The talks go on.'),
      paragraph('p2', 'Nobody knows why. The talks go on.'),
    ]),
  ]);
  const first = placed('The talks go on.', twice);

  test('a comment on one of them does not go over to another', () => {
    const state = EditorState.create({ doc: twice });
    if (!('at' in first)) throw new Error('lost from the beginning');
    const gone = follow(first, runOf(state.tr.delete(first.at.from, first.at.to)));
    expect(gone).toEqual({
      about: 'The talks go on.',
      lost: {
        last: { words: 'The talks go on.', others: 2 },
        first: { words: 'The talks go on.', others: 2 },
        before: '',
        after: ' It will rain. The talks go on.',
        block: 'p1',
      },
    });
  });

  test('it comes back where what stands around it is the same', () => {
    let state = EditorState.create({ doc: twice });
    let anchor = first;
    if (!('at' in anchor)) throw new Error('lost from the beginning');
    const { from, to } = anchor.at;
    const out = state.tr.delete(from, to);
    anchor = follow(anchor, runOf(out));
    state = state.apply(out);
    const back = state.tr.insert(from, schema.text('The talks go on.'));
    expect(follow(anchor, runOf(back))).toEqual(first);
  });
});

test('a block that is put in anew before the old one is taken out keeps its comment', () => {
  const [, section] = start.children;
  if (!section) throw new Error('no section');
  const moved = section.child(1);
  const state = EditorState.create({ doc: start });
  const from = start.child(0).nodeSize + 1 + section.child(0).nodeSize;
  const tr = state.tr.insert(from + moved.nodeSize + section.child(2).nodeSize, moved);
  tr.delete(from, from + moved.nodeSize);
  const anchor = follow(placed('αβγδεζηθικ'), runOf(tr));
  expect('at' in anchor && wordsIn(tr.doc, anchor.at)).toBe('αβγδεζηθικ');
});

test('spaces at the ends are left out, and nothing at all is refused', () => {
  const letters = lettersOf(start);
  const at = letters.text.indexOf(' two ');
  expect(anchorOn(start, rangeOf(letters, at, at + 5)).about).toBe('two');
  expect(() => anchorOn(start, rangeOf(letters, at, at + 1))).toThrow('Choose the words');
});
