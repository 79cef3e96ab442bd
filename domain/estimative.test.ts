import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from './document/document';
import { checkEstimates, type ScaleId } from './estimative';
import { scales } from './estimative/scales';

type Kind = 'judgment' | 'reported' | 'assessment' | 'recommendation' | 'boilerplate' | null;

const memo = (...sentences: [Kind, string][]) =>
  readDocument({
    type: 'doc',
    content: [
      { type: 'header', content: [{ type: 'title', content: [{ type: 'text', text: 'A' }] }] },
      {
        type: 'section',
        attrs: { id: 's', name: 's' },
        content: [
          { type: 'heading', content: [{ type: 'text', text: 'S' }] },
          ...sentences.map(([kind, text], index) => ({
            type: 'paragraph',
            attrs: { id: `p${index}` },
            content: [
              {
                type: 'text',
                text,
                marks: kind ? [{ type: 'sentence', attrs: { kind, basis: [] } }] : [],
              },
            ],
          })),
        ],
      },
      {
        type: 'section',
        attrs: { id: 'e', name: 'e' },
        content: [
          { type: 'heading', content: [{ type: 'text', text: 'E' }] },
          { type: 'endnotes', attrs: { id: 'n' } },
        ],
      },
    ],
  });

const rules = (scale: ScaleId, ...texts: string[]) =>
  checkEstimates(memo(...texts.map((text): [Kind, string] => ['judgment', text])), scale).map(
    ({ rule }) => rule,
  );

describe('our own judgments against ICD 203', () => {
  it.each([
    ['Talks will likely go on.', []],
    ['It is almost certain that the talks fail.', []],
    ['The talks will go on.', []],
    ['We judge with high confidence that talks will likely go on.', ['confidence-with-likelihood']],
    ['Our confidence in this is moderate confidence.', []],
    ['There is a realistic possibility that talks fail.', ['other-scale']],
    ['It is highly unlikely that talks fail.', ['other-scale']],
    ['It is unlikely (60 %) that talks fail.', ['number-outside']],
    ['It is unlikely (20–45 percent) that talks fail.', []],
    ['Pakistan might sign.', ['vague']],
    ['The talks are not likely to gain traction.', ['vague']],
    ['They meet in May 2013.', []],
    ['Remote villages are not reached.', []],
    ['The odds are remote.', []],
    ['Joshi says “it might work,” and we agree.', []],
    ['It is likely and "very possibly" so.', []],
  ])('%s', (text, expected) => {
    expect(rules('icd-203', text)).toEqual(expected);
  });

  it('warns where the two rows are mixed in one memo, and says what the first row has', () => {
    const document = memo(['judgment', 'A is unlikely.'], ['judgment', 'B is highly probable.']);
    const [warning, ...more] = checkEstimates(document, 'icd-203');
    expect(more).toEqual([]);
    expect(warning?.message).toBe(
      '“highly probable” is of the other row of ICD 203 than “unlikely” before it. Keep to one row: “very likely” says the same.',
    );
    expect(warning && document.textBetween(warning.from, warning.to)).toBe('B is highly probable.');
  });
});

it('takes PHIA’s own terms under PHIA, and names the nearest to those of ICD 203', () => {
  expect(rules('phia', 'It is highly unlikely.', 'There is a realistic possibility.')).toEqual([]);
  const [warning] = checkEstimates(memo(['judgment', 'There is a roughly even chance.']), 'phia');
  expect(warning?.message).toBe(
    '“roughly even chance” is no term of the PHIA yardstick. The nearest is “realistic possibility” (40–50 %).',
  );
});

it('never looks at what others say, at recommendations, or at what is not bound', () => {
  const kinds: Kind[] = ['reported', 'assessment', 'recommendation', 'boilerplate', null];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.constantFrom('icd-203', 'phia'), (kind, scale) => {
      const text = 'It might be highly unlikely, with high confidence, at 99 %.';
      expect(checkEstimates(memo([kind, text]), scale as ScaleId)).toEqual([]);
    }),
  );
});

it('asks nothing where the template holds its judgments to no scale', () => {
  expect(rules('none', 'Pakistan might sign.')).toEqual([]);
});

it('takes every term of its own scale in a sentence by itself', () => {
  for (const { id, steps } of Object.values(scales))
    for (const term of steps.flatMap(({ terms }) => terms))
      expect(rules(id, `That they sign is ${term}.`), term).toEqual([]);
});
