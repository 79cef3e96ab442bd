import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { type Edit, editKinds, editOf } from './random-edits';
import { schema } from './schema';
import { withoutSuggestions, withSuggestions } from './settle';
import { suggest } from './suggest';
import { refuseAllButSuggestions } from './suggest-only';
import type { Stamp } from './suggested';

const { nodes } = schema;
const words = (text: string) => schema.text(text);
const p = (id: string, ...content: (string | Node)[]) =>
  nodes.paragraph.create(
    { id },
    content.map((each) => (typeof each === 'string' ? words(each) : each)),
  );
const quote = (text: string) => nodes.quote.create({ assessment: 'q1' }, words(text));
const note = (text: string) => nodes.footnote.create(null, words(text));
const item = (id: string, text: string) => nodes.list_item.create(null, [p(id, text)]);

const start = nodes.doc.create(null, [
  nodes.header.create(null, [
    nodes.title.create(null, words('Talks')),
    nodes.field.create({ name: 'to', label: 'To' }, words('The Under Secretary')),
  ]),
  nodes.section.create({ id: 's', name: 'summary' }, [
    nodes.heading.create(null, words('Summary')),
    p(
      'p1',
      'Joshi said ',
      quote('it’s a stalemate'),
      ' on Friday.',
      note('So we think.'),
      ' Again.',
    ),
    p('p2', 'Both sides wait.', schema.text(' Nobody moves.', [schema.marks.strong.create()])),
    nodes.quotation.create({ id: 'b', portion: 'SBU' }, [
      p('p3', 'We are not where we hoped to be.'),
    ]),
    nodes.bullet_list.create({ id: 'l' }, [item('p4', 'First point'), item('p5', 'Second point')]),
    p('p6', 'What follows.'),
    nodes.endnotes.create({ id: 'n' }),
  ]),
]);
start.check();

const stamp = (account: string, id = 'i1'): Stamp => ({
  id,
  account,
  author: account,
  at: '2026-11-24T12:00:00.000Z',
});

const open = (doc: Node) => EditorState.create({ doc });

/** The document with the transaction as a suggestion; null where it can't be one. */
function suggested(doc: Node, edit: Transaction, by: Stamp): Node | null {
  const transform = new Transform(doc);
  if (!suggest(transform, edit, by)) return null;
  transform.doc.check();
  return transform.doc;
}

/** Sides of the comparison without the ids of blocks, which a copy has from its original. */
const text = (doc: Node) => doc.toString();

function placeOf(doc: Node, phrase: string): number {
  let found = -1;
  doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(phrase) : -1;
    if (found < 0 && at >= 0) found = position + at;
  });
  if (found < 0) throw new Error(`No “${phrase}” in the document.`);
  return found;
}

const fraction = fc.integer({ min: 0, max: 999 }).map((n) => n / 1000);
const edit = fc.record({
  kind: fc.constantFrom(...editKinds),
  at: fraction,
  to: fraction,
  text: fc.constantFrom('a', 'new words', 'X '),
}) satisfies fc.Arbitrary<Edit>;

/** Kinds beyond those of one block: across blocks, whole blocks pasted, a subheading and back. */
const wider = fc.record({
  wide: fc.constantFrom('across', 'paste', 'subheading', 'unbold', 'move', 'over'),
  at: fraction,
  to: fraction,
});
type Wider = { wide: string; at: number; to: number };

function widerOf(state: EditorState, { wide, at, to }: Wider): Transaction | null {
  const { doc, tr } = state;
  const size = doc.firstChild?.nodeSize ?? 0;
  const within = (part: number) => size + Math.floor(part * (doc.content.size - size));
  const [from, end] = [within(Math.min(at, to)), within(Math.max(at, to))];
  const $from = doc.resolve(from);
  if ($from.depth < 2) return null;
  switch (wide) {
    case 'across':
      return tr.deleteRange(from, end);
    case 'over':
      return tr.replaceRangeWith(from, end, words('over'));
    case 'paste':
      return tr.replaceRange(
        from,
        from,
        start.slice(placeOf(start, 'sides'), placeOf(start, 'hoped')),
      );
    case 'subheading':
      return tr.setBlockType(
        from,
        from,
        $from.parent.type === nodes.subheading ? nodes.paragraph : nodes.subheading,
      );
    case 'unbold':
      return tr.removeMark(from, end, schema.marks.strong);
    default: {
      const block = $from.node(2);
      const $to = doc.resolve(end);
      if (!block.isTextblock || block.type === nodes.heading || $to.depth < 2) return null;
      const [left, right, goal] = [$from.before(2), $from.after(2), $to.after(2)];
      return right > goal ? null : tr.insert(goal, block).delete(left, right);
    }
  }
}

const tryEdit = (state: EditorState, each: Edit | Wider): Transaction | null => {
  try {
    const made = 'wide' in each ? widerOf(state, each) : editOf(state, each);
    return made?.docChanged ? made : null;
  } catch (fault) {
    // What ProseMirror itself refuses is no edit that anybody could make.
    if (fault instanceof RangeError || (fault as Error).name === 'TransformError') return null;
    throw fault;
  }
};

describe('one edit as a suggestion, of any kind', () => {
  test.each([...new Set(editKinds)])(
    '%s: accepted it is the edit, rejected nothing has happened',
    (kind) => {
      let made = 0;
      fc.assert(
        fc.property(edit, (each) => {
          const change = tryEdit(open(start), { ...each, kind });
          if (!change) return;
          const doc = suggested(start, change, stamp('edith'));
          expect(doc && text(withSuggestions(doc))).toBe(text(change.doc));
          expect(doc && withoutSuggestions(doc).eq(start)).toBe(true);
          made += 1;
        }),
        { numRuns: 200 },
      );
      expect(made).toBeGreaterThan(0);
    },
  );

  test.each(['across', 'over', 'paste', 'subheading', 'unbold', 'move'])('%s as well', (wide) => {
    const tally = { made: 0, refused: 0 };
    fc.assert(
      fc.property(wider, (each) => {
        const change = tryEdit(open(start), { ...each, wide });
        if (!change) return;
        const doc = suggested(start, change, stamp('edith'));
        if (!doc) {
          tally.refused += 1;
          return;
        }
        tally.made += 1;
        expect(text(withSuggestions(doc))).toBe(text(change.doc));
        expect(withoutSuggestions(doc).eq(start)).toBe(true);
      }),
      { numRuns: 400 },
    );
    // From within a heading into its section's blocks: those can't be suggested, and are not made.
    expect(tally.made).toBeGreaterThan(4 * tally.refused);
  });
});

describe('many edits, of two people', () => {
  // What was pasted into a list of one's own parted it, and a quotation between its halves was no
  // suggestion: rejected, it stayed.
  test('blocks pasted into a suggested list are suggested, beside its halves too', () => {
    let doc = start;
    const edits = [
      { wide: 'across', at: 0.828, to: 0.911 },
      { wide: 'paste', at: 0.835, to: 0.835 },
    ];
    for (const [index, each] of edits.entries()) {
      const change = tryEdit(open(doc), each);
      if (!change) throw new Error('The edit has to fit.');
      doc = suggested(doc, change, stamp('ada', `i${index}`)) ?? doc;
      expect(withoutSuggestions(doc).toString()).toBe(start.toString());
    }
    expect(withSuggestions(doc).textContent).toContain('We are not where we First point');
  });

  test('rejecting all is the text before, whatever was suggested on top of what', () => {
    const tally = { made: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(edit, wider), fc.boolean()), { maxLength: 12 }),
        (edits) => {
          let doc = start;
          for (const [index, [each, isEdith]] of edits.entries()) {
            const change = tryEdit(open(doc), each);
            if (!change) continue;
            const next = suggested(doc, change, stamp(isEdith ? 'edith' : 'ada', `i${index}`));
            tally[next ? 'made' : 'refused'] += 1;
            doc = next ?? doc;
            expect(withoutSuggestions(doc).toString()).toBe(start.toString());
          }
          withSuggestions(doc).check();
        },
      ),
      { numRuns: 600 },
    );
    expect(tally.made).toBeGreaterThan(10 * tally.refused);
  });
});

describe('one who may only suggest', () => {
  const isLet = (before: Node, after: Node, account: string) => {
    try {
      refuseAllButSuggestions(before, after, account);
      return true;
    } catch {
      return false;
    }
  };

  test('can suggest, beside and upon what another suggested', () => {
    const tally = { let: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(edit, wider), fc.boolean()), { maxLength: 8 }),
        (edits) => {
          let doc = start;
          for (const [index, [each, isEdith]] of edits.entries()) {
            const account = isEdith ? 'edith' : 'ada';
            const change = tryEdit(open(doc), each);
            const next = change && suggested(doc, change, stamp(account, `i${index}`));
            if (!next) continue;
            tally[isLet(doc, next, account) ? 'let' : 'refused'] += 1;
            doc = next;
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(tally.let).toBeGreaterThan(50 * tally.refused);
  });

  test('changes neither the text nor another’s suggestion by any edit', () => {
    const tally = { let: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(fc.oneof(edit, wider), { maxLength: 4 }), edit, (edits, last) => {
        let doc = start;
        for (const [index, each] of edits.entries()) {
          const change = tryEdit(open(doc), each);
          const account = index % 2 === 0 ? 'ada' : 'edith';
          doc = (change && suggested(doc, change, stamp(account, `i${index}`))) ?? doc;
        }
        const change = tryEdit(open(doc), last);
        if (!change) return;
        const isAllowed = isLet(doc, change.doc, 'edith');
        tally[isAllowed ? 'let' : 'refused'] += 1;
        if (isAllowed)
          expect(withoutSuggestions(change.doc).eq(withoutSuggestions(doc))).toBe(true);
      }),
      { numRuns: 600 },
    );
    expect(tally.refused).toBeGreaterThan(100);
  });

  test('takes back their own suggestion, and settles no other', () => {
    const change = open(start).tr.insert(placeOf(start, 'sides'), words('two '));
    const doc = suggested(start, change, stamp('edith')) ?? start;
    expect(isLet(doc, withoutSuggestions(doc), 'edith')).toBe(true);
    expect(isLet(doc, withoutSuggestions(doc), 'ada')).toBe(false);
    expect(isLet(doc, withSuggestions(doc), 'edith')).toBe(false);
  });
});
