import fc from 'fast-check';
import { collab, sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { othersStamps, refuseForged, stampsIn } from './authorship';
import { readDocument, titleOf, wordsOf } from './document';
import { type Edit, editKinds, editOf, makeEdit } from './random-edits';
import { rebase } from './rebase';
import { schema } from './schema';
import { settle, withoutSuggestions, withSuggestions } from './settle';
import { suggest } from './suggest';
import { attempt } from './suggest-draft';
import type { Stamp } from './suggested';
import { suggestionsIn } from './suggestions';

const { nodes } = schema;
const p = (id: string, text: string) => nodes.paragraph.create({ id }, schema.text(text));
const start = nodes.doc.create(null, [
  nodes.header.create(null, nodes.title.create(null, schema.text('Talks'))),
  nodes.section.create({ id: 's', name: 'n' }, [
    nodes.heading.create(null, schema.text('Summary')),
    nodes.paragraph.create({ id: 'p1' }, [
      schema.text('Joshi said '),
      nodes.quote.create({ assessment: 'q1' }, schema.text('it’s a stalemate')),
      schema.text(' on Friday.'),
    ]),
    p('p2', 'Both sides wait.'),
    p('p3', 'Nobody moves.'),
  ]),
]);

const stamp = (account: string, id: string): Stamp => ({
  id,
  account,
  author: account,
  at: '2026-11-24T12:00:00.000Z',
});
const edith = stamp('edith', 'e1');
const ada = stamp('ada', 'a1');

type Make = (tr: Transaction, at: (words: string) => number) => Transaction;

/** The document with an edit suggested. */
function suggested(doc: Node, by: Stamp, make: Make): Node {
  const transform = new Transform(doc);
  const { tr } = EditorState.create({ doc });
  if (
    !suggest(
      transform,
      make(tr, (words) => placeOf(doc, words)),
      by,
    )
  )
    throw new Error('refused');
  return transform.doc;
}

function placeOf(doc: Node, words: string): number {
  let found = -1;
  doc.descendants((node, position) => {
    const at = (node.text ?? '').indexOf(words);
    if (found < 0 && at >= 0) found = position + at;
  });
  return found;
}

const only = (account: string, verdict: 'accept' | 'reject') => (doc: Node) =>
  settle(new Transform(doc), (each) => (each.account === account ? verdict : null)).doc;

describe('the list of suggestions', () => {
  test.each<[string, Make, object]>([
    [
      'words put in',
      (tr, at) => tr.insertText('now ', at('wait')),
      { kind: 'inserted', before: '', after: 'now' },
    ],
    [
      'words taken out',
      (tr, at) => tr.delete(at('sides '), at('wait')),
      { kind: 'deleted', before: 'sides', after: '' },
    ],
    [
      'a word replaced',
      (tr, at) => tr.insertText('move', at('wait'), at('wait') + 4),
      { kind: 'replaced', before: 'wait', after: 'move' },
    ],
    [
      'a paragraph moved',
      (tr, at) => {
        const from = at('Both') - 1;
        const node = tr.doc.nodeAt(from) as Node;
        return tr.insert(at('Nobody') + 14, node).delete(from, from + node.nodeSize);
      },
      { kind: 'moved', before: 'Both sides wait.', after: 'Both sides wait.' },
    ],
    [
      'words made bold',
      (tr, at) => tr.addMark(at('Both'), at(' sides'), schema.marks.strong.create()),
      { kind: 'formatted', before: 'Both', after: 'Both' },
    ],
    ['a paragraph parted', (tr, at) => tr.split(at('sides')), { kind: 'split' }],
    ['two joined', (tr, at) => tr.join(at('Nobody') - 1), { kind: 'joined' }],
    [
      'a subheading made of a paragraph',
      (tr, at) => tr.setBlockType(at('Both'), at('Both'), nodes.subheading),
      { kind: 'replaced', before: 'Both sides wait.', after: 'Both sides wait.' },
    ],
  ])('%s', (_name, make, expected) => {
    const list = suggestionsIn(suggested(start, edith, make));
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({ ...edith, ...expected });
  });

  test('typing on goes on with one suggestion, taking back one’s own leaves none', () => {
    let doc = suggested(start, edith, (tr, at) => tr.delete(at('wait'), at('wait') + 4));
    for (const letter of 'move')
      doc = suggested(doc, stamp('edith', `e-${letter}`), (tr) =>
        tr.insertText(letter, endOf(doc)),
      );
    expect(suggestionsIn(doc)).toMatchObject([{ id: 'e1', before: 'wait', after: 'move' }]);
    const at = placeOf(doc, 'move');
    doc = suggested(doc, stamp('edith', 'e9'), (tr) => tr.delete(at, at + 4));
    expect(suggestionsIn(doc)).toMatchObject([{ id: 'e1', kind: 'deleted', before: 'wait' }]);
  });
});

/** Where the struck “wait” and what was typed after it end. */
function endOf(doc: Node): number {
  return placeOf(doc, 'wait') + 4 + (doc.textContent.match(/wait([a-z]*)/)?.[1]?.length ?? 0);
}

describe('two people’s suggestions on the same words', () => {
  const both = suggested(
    suggested(start, edith, (tr, at) => tr.insertText('patiently and ', at('wait'))),
    ada,
    (tr, at) => tr.delete(at('patiently'), at('and')),
  );
  const line = (doc: Node) => doc.child(1).child(2).textContent;

  test('each is settled by itself, in any order', () => {
    expect(suggestionsIn(both)).toHaveLength(2);
    expect(line(withSuggestions(both))).toBe('Both sides and wait.');
    expect(line(only('edith', 'accept')(only('ada', 'accept')(both)))).toBe('Both sides and wait.');
    expect(line(withoutSuggestions(only('edith', 'accept')(both)))).toBe(
      'Both sides patiently and wait.',
    );
    expect(only('edith', 'reject')(both).eq(start)).toBe(true);
    expect(withoutSuggestions(both).eq(start)).toBe(true);
  });
});

describe('what is only suggested', () => {
  const doc = suggested(
    suggested(start, edith, (tr, at) => tr.insertText('Old ', at('Talks'))),
    ada,
    (tr, at) => tr.insertText('no ', at('stalemate')).delete(at('Nobody') + 2, at('Nobody') + 15),
  );

  test('is stored and read again as it is', () => {
    expect(readDocument(JSON.parse(JSON.stringify(doc.toJSON()))).eq(doc)).toBe(true);
  });

  test('is not in the title and not in the search', () => {
    expect(titleOf(doc)).toBe('Talks');
    expect(wordsOf(doc)).toBe(wordsOf(start));
  });

  test('does not change a bound quote, but stands in it', () => {
    const quote = (node: Node) => node.child(1).child(1).child(1);
    expect(quote(withoutSuggestions(doc)).textContent).toBe('it’s a stalemate');
    expect(quote(withSuggestions(doc)).textContent).toBe('it’s a no stalemate');
    expect(quote(doc).attrs.assessment).toBe('q1');
  });
});

describe('whose a suggestion is', () => {
  const steps = (by: Stamp, make: Make) => {
    const transform = new Transform(start);
    suggest(
      transform,
      make(EditorState.create({ doc: start }).tr, (w) => placeOf(start, w)),
      by,
    );
    return transform.steps.map((step) => step.toJSON() as unknown);
  };
  const person = { id: 'edith', name: 'edith' };

  test.each<[string, Make]>([
    ['in words', (tr, at) => tr.insertText('x', at('wait'))],
    ['in struck words', (tr, at) => tr.delete(at('wait'), at('wait') + 2)],
    ['in a block', (tr, at) => tr.insert(at('Both') - 1, p('new', 'New'))],
    ['in a parted block', (tr, at) => tr.split(at('wait'))],
    ['in formatting', (tr, at) => tr.addMark(at('Both'), at('wait'), schema.mark('strong'))],
  ])('is read from its steps, %s', (_name, make) => {
    expect(stampsIn(steps(ada, make))).toEqual([ada]);
    expect(othersStamps(steps(edith, make), person)).toEqual([]);
    expect(othersStamps(steps(ada, make), person)).toEqual([ada]);
  });

  test('a stamp under another’s name, or under an own account with another’s name, is refused', () => {
    const forged = { ...edith, author: 'ada' };
    const sent = steps(forged, (tr, at) => tr.insertText('x', at('wait')));
    expect(othersStamps(sent, person)).toEqual([forged]);
    expect(() => refuseForged([forged], [edith])).toThrow('only under one’s own name');
    expect(() => refuseForged([ada], [])).toThrow('only under one’s own name');
    expect(() => refuseForged([ada], [ada, edith])).not.toThrow();
  });
});

const fraction = fc.integer({ min: 0, max: 999 }).map((n) => n / 1000);
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom(...editKinds),
    at: fraction,
    to: fraction,
    text: fc.constantFrom('one ', 'two '),
  }) satisfies fc.Arbitrary<Edit>,
  { maxLength: 5 },
);

test('one suggests while another edits: both texts come to one, and rejected it is the other’s', () => {
  fc.assert(
    fc.property(edits, edits, (mine, theirs) => {
      let state = EditorState.create({ doc: start, plugins: [collab({ version: 0 })] });
      for (const [index, each] of mine.entries()) {
        const made = attempt(() => editOf(state, each));
        if (!made?.docChanged) continue;
        const { tr } = state;
        if (suggest(tr, made, stamp('edith', `e${index}`))) state = state.apply(tr);
      }
      let other = EditorState.create({ doc: start, plugins: [collab({ version: 0 })] });
      for (const each of theirs) other = attempt(() => makeEdit(other, each)) ?? other;
      const between = [...(sendableSteps(other)?.steps ?? [])];
      const result = rebase(other.doc, [...(sendableSteps(state)?.steps ?? [])], between);
      result.document.check();
      withSuggestions(result.document).check();
      const without = withoutSuggestions(result.document);
      without.check();
      expect(without.textContent).toBe(other.doc.textContent);
    }),
    { numRuns: 400 },
  );
});
