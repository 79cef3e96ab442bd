import fc from 'fast-check';
import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { type Edit, editKinds, makeEdit } from './random-edits';
import { lostWords, rebase } from './rebase';
import { schema } from './schema';

const { nodes } = schema;
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom(...editKinds),
    at: fraction,
    to: fraction,
    text: fc.constantFrom('a', 'word', 'two words'),
  }),
  { maxLength: 8 },
);
const paragraph = (text: string, ...rest: Node[]) =>
  nodes.paragraph.create({ id: text.slice(0, 4) }, [schema.text(text), ...rest]);

const start = nodes.doc.create(null, [
  nodes.header.create(null, nodes.title.create(null, schema.text('Talks'))),
  nodes.section.create({ id: 's', name: 'body' }, [
    nodes.heading.create(null, schema.text('Body')),
    paragraph('Alpha beta gamma.'),
    paragraph('Delta epsilon zeta.', nodes.footnote.create(null, schema.text('Our note.'))),
    nodes.bullet_list.create({ id: 'list' }, [
      nodes.list_item.create(null, paragraph('Eta theta.')),
      nodes.list_item.create(null, paragraph('Iota kappa.')),
    ]),
  ]),
]);

const open = (name: string) =>
  EditorState.create({ doc: start, plugins: [collab({ version: 0, clientID: name })] });

/** The state after edits, and the steps they took. */
function edited(state: EditorState, list: Edit[]): { state: EditorState; steps: Step[] } {
  let now = state;
  for (const each of list) now = makeEdit(now, each);
  return { state: now, steps: [...(sendableSteps(now)?.steps ?? [])] };
}

describe('putting steps on top of others', () => {
  test('comes to what the writer’s browser makes of them, whatever both did', () => {
    fc.assert(
      fc.property(edits, edits, fc.nat(100), (mine, theirs, sentPart) => {
        const own = edited(open('own'), mine);
        const other = edited(open('other'), theirs);
        // The browser has typed on since it sent: the later steps change nothing in the first.
        const sent = own.steps.slice(0, Math.ceil((own.steps.length * sentPart) / 100));
        const { state } = own;
        const names = other.steps.map(() => 'other');
        const after = state.apply(receiveTransaction(state, other.steps, names));
        const server = rebase(other.state.doc, sent, other.steps);
        const here = (sendableSteps(after)?.steps ?? []).slice(0, server.steps.length);
        expect(JSON.stringify(server.steps)).toBe(JSON.stringify(here));
        server.document.check();
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps every word: in the text, put back, or among the lost', () => {
    fc.assert(
      fc.property(edits, edits, (mine, theirs) => {
        const own = edited(open('own'), mine.map(tagged('m')));
        const other = edited(open('other'), theirs.map(tagged('t')));
        const result = rebase(other.state.doc, own.steps, other.steps);
        const lost = lostWords(start, own.steps, result.dropped).join('').replace(/\s/g, '');
        const text = `${result.document.textContent} ${lost}`;
        // Whatever a side had typed and not taken out itself is somewhere afterwards, once.
        for (const side of [own, other])
          for (const [word] of side.state.doc.textContent.matchAll(/[mt]\d+x/g))
            expect(text.split(word).length - 1, word).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });

  test('puts back what another wrote inside a stretch that was taken out', () => {
    const at = positionOf('Alpha') + 6;
    const writes = open('other').apply(open('other').tr.insertText('NEW ', at));
    const theirs = sendableSteps(writes)?.steps ?? [];
    const state = open('own');
    const mine = state.tr.delete(positionOf('Alpha'), positionOf('Alpha') + 17).steps;
    const result = rebase(writes.doc, mine, theirs);
    expect(result.document.textContent).toContain('NEW ');
    expect(result.document.textContent).not.toContain('Alpha');
    expect(result.kept).toEqual(['NEW ']);
  });

  test('hands over what was typed in a paragraph that another took out', () => {
    const from = positionOf('Alpha') - 1;
    const gone = open('other').apply(open('other').tr.delete(from, from + 19));
    const theirs = sendableSteps(gone)?.steps ?? [];
    let state = open('own');
    for (const letter of 'ten words')
      state = state.apply(state.tr.insertText(letter, positionOf('Alpha', state) + 5));
    const mine = sendableSteps(state)?.steps ?? [];
    const result = rebase(gone.doc, mine, theirs);
    expect(result.steps).toEqual([]);
    expect(lostWords(start, mine, result.dropped)).toEqual(['sdrow net']);
  });
});

function positionOf(words: string, state = open('x')): number {
  let found = -1;
  state.doc.descendants((node, position) => {
    if (node.isText && node.text?.startsWith(words)) found = position;
  });
  return found;
}

/** Makes each typed text a word of its own, to be looked for afterwards. */
function tagged(side: string) {
  return (edit: Edit, index: number): Edit =>
    edit.kind === 'type' ? { ...edit, text: `${side}${index}x` } : edit;
}
