import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attribute } from './attribute';
import { findCues } from './cues';
import { readDrafts } from './drafts';
import { splitBlocks } from './paragraphs';

const vocabulary =
  `“ ” " ' ‘ ’ , . ; : ? ! — ( ) said He she Ann Lee told reporters according to that and
  adding who of the a 's U.S. Mr. “a” … 12 😀 قال 说 [b]`.split(/\s+/);

/** Words, marks and blanks in any order, as no newspaper prints them. */
const jumble = fc
  .array(fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom(' ', '', '\n', '\n\n')), {
    maxLength: 120,
  })
  .map((parts) => parts.map((part) => part.join('')).join(''));

const hostile = fc.oneof(
  jumble,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

test('whatever the text, every stretch is cut from it and lies within it', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const { content, cue, source, confidence } of attribute(text)) {
        expect(content.length).toBeGreaterThan(0);
        expect(confidence > 0 && confidence < 1).toBe(true);
        for (const stretch of [...content, cue, source]) {
          if (!stretch) continue;
          expect(text.slice(stretch.start, stretch.end)).toBe(stretch.text);
          expect(stretch.end).toBeGreaterThan(stretch.start);
        }
      }
    }),
    { numRuns: 100 },
  );
});

/** Shapes that a careless reader takes quadratic time for; the bench measures the time itself. */
const shapes: [name: string, unit: (index: number) => string][] = [
  ['quotation marks', () => '"'],
  ['opening marks', () => '“a '],
  ['single marks', () => "‘a 'a "],
  ['quotes without a speaker', () => '“It is so.”\n\n'],
  ['one line of letters', () => 'a'],
  ['one line of cues', () => 'Ann said that he said '],
  ['chains of phrases', () => 'a man of '],
  ['names', (index) => `Ann${index} Lee${index} said so. `],
  ['namesakes', (index) => `Ann${index} Lee said so. He agreed. `],
  ['commas', () => 'Ann, '],
  ['stops', () => 'A. '],
];

const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0);

test.each(shapes)(
  '%s are read in pieces of bounded size, of which there are not too many',
  (_, unit) => {
    const parts: string[] = [];
    for (let index = 0, length = 0; length < 60_000; index++) {
      const part = unit(index);
      parts.push(part);
      length += part.length;
    }
    const text = parts.join('');
    const readings = readDrafts(text);
    const sizes = readings.map(({ sentence }) => sentence.tokens.length);
    const cues = readings.map(({ sentence }) => findCues(sentence.tokens).length);
    const drafts = readings.map((reading) => reading.drafts.length);
    // The work within a sentence is bounded by its tokens and its cues.
    expect(Math.max(...sizes)).toBeLessThanOrEqual(250);
    expect(Math.max(...cues)).toBeLessThanOrEqual(16);
    expect(sum(sizes)).toBeLessThanOrEqual(text.length);
    expect(sum(drafts)).toBeLessThanOrEqual(readings.length * 17);
    expect(longestOf(splitBlocks(text))).toBeLessThanOrEqual(50_000);
    expect(longestList(readings)).toBeLessThanOrEqual(readings.length + 20);
  },
);

const longestOf = (blocks: { start: number; end: number }[]) =>
  Math.max(0, ...blocks.map(({ start, end }) => end - start));

const longestList = (readings: ReturnType<typeof readDrafts>) =>
  Math.max(0, ...readings.flatMap(({ drafts }) => drafts.map(({ content }) => content.length)));
