import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { readDocument } from './document';
import { frameFault, keepsFrame } from './frame';

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const head = (...names: string[]) => ({
  type: 'header',
  content: [
    { type: 'title', content: [] },
    ...names.map((name) => ({ type: 'field', attrs: { name, label: name }, content: [] })),
  ],
});
const section = (name: string, ...blocks: object[]) => ({
  type: 'section',
  attrs: { id: name, name },
  content: [{ type: 'heading', content: [{ type: 'text', text: name }] }, ...blocks],
});
const memo = (...content: object[]): Node => readDocument({ type: 'doc', content });

const notes = { type: 'endnotes', attrs: { id: 'notes' } };
const summary = { type: 'source_summary', attrs: { id: 'summary' } };
const whole = memo(
  head('to', 'from'),
  section('background', line('One.'), summary),
  section('sources', notes),
);

test('words and blocks may change, the frame stays', () => {
  const written = memo(
    head('to', 'from'),
    section('background', line('Two.'), line('Three.'), summary),
    section('sources', notes),
  );
  expect(frameFault(whole, written)).toBeNull();
  expect(keepsFrame(whole, written)).toBe(true);
});

test.each([
  ['a section', memo(head('to', 'from'), section('background', summary, notes)), /The sections/],
  [
    'all there is',
    memo({ type: 'header', content: [{ type: 'title' }] }, section('new', { type: 'paragraph' })),
    /The sections/,
  ],
  [
    'a line of the head',
    memo(head('to'), section('background', line('One.'), summary), section('sources', notes)),
    /The lines of the head/,
  ],
  [
    'the endnotes',
    memo(
      head('to', 'from'),
      section('background', line('One.'), summary),
      section('sources', line('x')),
    ),
    /The endnotes follow/,
  ],
  [
    'the source summary',
    memo(head('to', 'from'), section('background', line('One.')), section('sources', notes)),
    /The source summary follows/,
  ],
  [
    'the order',
    memo(
      head('to', 'from'),
      section('sources', notes),
      section('background', line('One.'), summary),
    ),
    /The template sets the sections/,
  ],
])('one who would take away %s is told what stands', (_what, after, sentence) => {
  expect(frameFault(whole, after)).toMatch(sentence);
  expect(keepsFrame(whole, after)).toBe(false);
});
