import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Mapping, Step } from 'prosemirror-transform';
import { expect, test } from 'vitest';
import { editMemo, withFootnotes, withTable } from '../redline/edits';
import { type DocumentJson, readDocument } from './document';
import { keepsFrame } from './frame';
import type { Block, Printed, Run } from './print';
import { stepsBetween } from './restore';
import { makeDice, sampleMemo } from './sample';
import { schema } from './schema';
import { applySteps } from './steps';

/** A document that says what a set memo says. */
function documentOf(memo: Printed): Node {
  const text = (words: string) => (words === '' ? [] : [{ type: 'text', text: words }]);
  const field = ({ name, label, value }: Printed['fields'][number]) => {
    return { type: 'field', attrs: { name, label }, content: text(value) };
  };
  const header = [{ type: 'title', content: text(memo.title) }, ...memo.fields.map(field)];
  return readDocument({
    type: 'doc',
    content: [
      { type: 'header', content: header },
      ...memo.sections.map(({ id, name, heading, blocks }) => ({
        type: 'section',
        attrs: { id, name },
        content: [{ type: 'heading', content: text(heading) }, ...filled(blocks)],
      })),
    ],
  });
}

const empty = { type: 'paragraph' };

function filled(blocks: Block[]): DocumentJson[] {
  const nodes = blocks.flatMap(nodeOf);
  return nodes.length > 0 ? nodes : [empty];
}

function nodeOf(block: Block): DocumentJson[] {
  const attrs = { id: block.id };
  switch (block.kind) {
    case 'paragraph':
      return [{ type: 'paragraph', attrs, content: block.runs.flatMap(inlineOf) }];
    case 'place':
      return [{ type: 'paragraph', attrs: { ...attrs, prompt: block.prompt } }];
    case 'list': {
      const type = block.ordered ? 'ordered_list' : 'bullet_list';
      // An item begins with a paragraph, and only lists and paragraphs lie in it.
      const lies = (each: DocumentJson) => /paragraph|list/.test(String(each.type));
      const content = block.items.map((item) => ({
        type: 'list_item',
        content: [empty, ...filled(item).filter(lies)],
      }));
      return content.length > 0 ? [{ type, attrs, content }] : [];
    }
    case 'quotation': {
      const content = filled(block.blocks).filter((each) => each.type === 'paragraph');
      return content.length > 0 ? [{ type: 'quotation', attrs, content }] : [];
    }
    case 'table': {
      const rows = block.rows.filter((row) => row.length > 0);
      const content = rows.map((row) => ({
        type: 'table_row',
        content: row.map((cell) => ({
          type: cell.header ? 'table_header' : 'table_cell',
          content: [...filled(cell.blocks).filter((each) => each.type === 'paragraph'), empty],
        })),
      }));
      return content.length > 0 ? [{ type: 'table', attrs, content }] : [];
    }
    case 'heading':
      return [{ type: 'subheading', attrs, content: inlineOf(plain(block.text)) }];
    case 'facts':
      return [{ type: 'source_summary', attrs }];
    case 'endnotes':
      return [{ type: 'endnotes', attrs }];
  }
}

function plain(text: string): Run {
  return { kind: 'text', text, strong: false, emphasis: false };
}

function inlineOf(run: Run): DocumentJson[] {
  switch (run.kind) {
    case 'text': {
      const marks = run.strong ? [{ type: 'strong' }] : [];
      return run.text === '' ? [] : [{ type: 'text', text: run.text, marks }];
    }
    case 'quote':
      return [
        {
          type: 'quote',
          attrs: { assessment: run.assessment },
          content: run.text === '' ? [] : [{ type: 'text', text: run.text }],
        },
      ];
    case 'citation':
      return [{ type: 'citation', attrs: { article: run.article, paragraph: run.paragraph } }];
    case 'footnote':
      return [{ type: 'footnote', content: [{ type: 'text', text: run.text }] }];
    case 'break':
      return [{ type: 'hard_break' }];
  }
}

const choice = fc.record({
  seed: fc.nat(9999),
  size: fc.integer({ min: 1, max: 8 }),
  edits: fc.integer({ min: 0, max: 20 }),
  luck: fc.nat(99_999),
  most: fc.constantFrom(500, 25),
});

test('the steps lead from one version to the other, through whole documents alone', () => {
  fc.assert(
    fc.property(choice, ({ seed, size, edits, luck, most }) => {
      const memo = withFootnotes(withTable(sampleMemo(seed, size)), makeDice(luck + 1));
      const [from, to] = [documentOf(memo), documentOf(editMemo(memo, makeDice(luck), edits))];
      const steps = stepsBetween(from, to, most);
      expect(steps.length).toBeLessThanOrEqual(most);
      let current = from;
      for (const step of steps) current = applySteps(current, [step]);
      expect(current.toJSON()).toEqual(to.toJSON());
      expect(keepsFrame(from, current)).toBe(keepsFrame(from, to));
      if (from.eq(to)) expect(steps).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('one changed word is one step, and a caret in another word stays in it', () => {
  const memo = sampleMemo(7, 3);
  const from = documentOf(memo);
  const later = structuredClone(memo);
  const block = later.sections[0]?.blocks.find((each) => each.kind === 'paragraph');
  const run = block?.kind === 'paragraph' ? block.runs.find((each) => each.kind === 'text') : null;
  if (run?.kind !== 'text') throw new Error('The sample lacks a paragraph.');
  const [first = '', ...others] = run.text.split(' ');
  run.text = ['Nobody', ...others].join(' ');
  const steps = stepsBetween(from, documentOf(later), 500);
  expect(steps).toHaveLength(1);
  const mapping = new Mapping(steps.map((step) => Step.fromJSON(schema, step).getMap()));
  const end = from.content.size - 2;
  expect(mapping.map(end)).toBe(end + 'Nobody'.length - first.length);
  expect(mapping.mapResult(end).deleted).toBe(false);
});
