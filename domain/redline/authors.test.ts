import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { expect, test } from 'vitest';
import { schema } from '../document/schema';
import { setMemo } from '../document/set';
import { followAuthors, type SignedSteps, withPortions } from './authors';
import { redline } from './redline';
import type { By, Piece, RedBlock, Redlined, RedRun } from './redlined';
import { accepted, rejected } from './settle';
import { sign } from './shown-authors';
import { signRedline } from './sign';

const evidence = { articles: [], assessments: [] };
const set = (document: Node) => setMemo(document, evidence, { form: 'Policy brief' });
const nobody: By = { by: 'Nobody', at: 0 };

function memoOf(...paragraphs: string[]): Node {
  const blocks = paragraphs.map((text, index) =>
    schema.node('paragraph', { id: `p${index}` }, text === '' ? [] : [schema.text(text)]),
  );
  const heading = schema.node('heading', null, [schema.text('Findings')]);
  return schema.node('doc', null, [
    schema.node('header', null, [schema.node('title', null, [schema.text('Talks')])]),
    schema.node('section', { id: 's', name: 'body' }, [heading, ...blocks]),
  ]);
}

/** Each person's edits, one after the other. */
function history(document: Node, ...edits: [string, (t: Transform) => void][]) {
  const batches: SignedSteps[] = [];
  let current = document;
  for (const [index, [by, edit]] of edits.entries()) {
    const transform = new Transform(current);
    edit(transform);
    batches.push({ by, at: index * 100_000, steps: transform.steps.map((step) => step.toJSON()) });
    current = transform.doc;
  }
  return { batches, after: current };
}

function signed(before: Node, after: Node, batches: SignedSteps[]): Redlined {
  const { earlier, later } = followAuthors(before, batches);
  const printed = [set(before), set(after)] as const;
  return signRedline(redline(...printed), {
    earlier: withPortions(earlier, printed[0]),
    later: withPortions(later, printed[1]),
    fallback: nobody,
  });
}

/** Where these words stand in the document. */
function placeOf(document: Node, words: string): number {
  let found = -1;
  document.descendants((node, position) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (at >= 0) found = position + at;
  });
  if (found < 0) throw new Error(`Nowhere: ${words}`);
  return found;
}

test('what two people wrote and a third took out has their names', () => {
  const before = memoOf('The talks have of course ended in Geneva last week, without a result.');
  const { batches, after } = history(
    before,
    ['Ada', (t) => t.insert(placeOf(t.doc, 'of course'), schema.text('never '))],
    ['Ben', (t) => t.insert(placeOf(t.doc, 'of course'), schema.text('really '))],
    ['Cem', (t) => t.delete(placeOf(t.doc, ' without'), placeOf(t.doc, '.'))],
  );
  expect(sign(signed(before, after, batches))).toEqual([
    'The talks have [Ada+never +][Ben+really +]of course ended in Geneva last week,[Cem- without a result-].',
  ]);
});

test('who parted a paragraph signs its new end; who joined two, the one that went', () => {
  const before = memoOf(
    'One thing here. Another thing there.',
    'Third words stay.',
    'And a fourth.',
  );
  const half = { type: schema.nodes.paragraph, attrs: { id: 'half' } };
  const { batches, after } = history(
    before,
    ['Ada', (t) => t.split(placeOf(t.doc, 'Another'), 1, [half])],
    ['Ben', (t) => t.join(placeOf(t.doc, 'And a fourth') - 1)],
  );
  const shown = sign(signed(before, after, batches)).join('\n');
  expect(shown).toContain('[Ada+¶+]');
  expect(shown).toContain('[Ben-¶-]');
});

test('a look is signed, and a portion’s mark does not shift the rest', () => {
  const before = memoOf('Both sides wait for spring.');
  const { batches, after } = history(
    before,
    ['Ada', (t) => t.setNodeAttribute(placeOf(t.doc, 'Both') - 1, 'portion', 'SBU')],
    ['Ben', (t) => t.insert(placeOf(t.doc, 'spring'), schema.text('another '))],
    [
      'Cem',
      (t) => {
        const at = placeOf(t.doc, 'sides');
        t.addMark(at, at + 5, schema.mark('strong'));
      },
    ],
  );
  expect(sign(signed(before, after, batches))).toEqual([
    '[Ada+(SBU) +]Both [Cem~sides~] wait for [Ben+another +]spring.',
  ]);
});

test('a suggestion that is taken in is of whoever wrote it; before, it is no change', () => {
  const before = memoOf('Both sides wait.');
  const stamp = {
    id: crypto.randomUUID(),
    author: 'Ada',
    account: 'a',
    at: '2024-05-06T07:08:09Z',
  };
  const mark = schema.mark('insertion', stamp);
  const suggestion: [string, (t: Transform) => void] = [
    'Ada',
    (t) => t.insert(placeOf(t.doc, 'wait'), schema.text('still ', [mark])),
  ];
  const open = history(before, suggestion);
  expect(sign(signed(before, open.after, open.batches))).toEqual(['Both sides wait.']);
  const taken = history(before, suggestion, [
    'Ben',
    (t) => t.removeMark(placeOf(t.doc, 'still'), placeOf(t.doc, 'still') + 6, mark),
  ]);
  expect(sign(signed(before, taken.after, taken.batches))).toEqual([
    'Both sides [Ada+still +]wait.',
  ]);
  const late = history(open.after, [
    'Ben',
    (t) => t.removeMark(placeOf(t.doc, 'still'), placeOf(t.doc, 'still') + 6, mark),
  ]);
  expect(sign(signed(open.after, late.after, late.batches))).toEqual([
    'Both sides [Ben+still +]wait.',
  ]);
});

test('a place to write goes with whoever wrote in it first', () => {
  const before = memoOf('');
  let at = -1;
  before.descendants((node, position) => {
    if (node.type.name === 'paragraph') at = position;
  });
  const asked = new Transform(before).setNodeAttribute(at, 'prompt', 'our judgment').doc;
  const { batches, after } = history(
    asked,
    ['Ada', (t) => t.insert(at + 1, schema.text('It is a stalemate.'))],
    ['Ben', (t) => t.insert(placeOf(t.doc, 'a stalemate'), schema.text('still '))],
  );
  const [section] = signed(asked, after, batches).sections;
  const gone = section?.blocks.find((block) => block.kind === 'place');
  expect(gone).toMatchObject({ change: 'deleted', pieces: [{ by: { by: 'Ada' } }] });
});

const edit = fc.record({
  by: fc.constantFrom('Ada', 'Ben', 'Cem'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(12),
  words: fc.constantFrom('', 'talks ', 'in spring ', 'x'),
});

test('signing changes no word, and signs every change by somebody who wrote', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const before = memoOf('The talks have ended without a result.', 'Both sides wait.', '');
      const people = edits.map(({ by, at, size, words }): [string, (t: Transform) => void] => [
        by,
        (t) => {
          const lines: [number, number][] = [];
          t.doc.descendants((node, position) => {
            if (node.type.name === 'paragraph') lines.push([position + 1, node.content.size]);
          });
          const [start, length] = lines[Math.floor(at * (lines.length - 0.01))] ?? [0, 0];
          const from = start + Math.floor(((at * 97) % 1) * length);
          t.replaceWith(
            from,
            Math.min(from + size, start + length),
            words === '' ? [] : schema.text(words),
          );
        },
      ]);
      const { batches, after } = history(before, ...people);
      const red = signed(before, after, batches);
      expect(accepted(red)).toEqual(accepted(redline(set(before), set(after))));
      expect(rejected(red)).toEqual(rejected(redline(set(before), set(after))));
      for (const part of partsOf(red))
        if (part.change !== 'kept') expect(['Ada', 'Ben', 'Cem']).toContain(part.by?.by);
    }),
  );
});

function partsOf({ sections }: Redlined): (Piece | RedRun)[] {
  const inBlock = (block: RedBlock) => (block.kind === 'paragraph' ? block.runs : []);
  return sections.flatMap((section) => section.blocks.flatMap(inBlock));
}
