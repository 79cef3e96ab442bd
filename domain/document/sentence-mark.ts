import type { MarkSpec } from 'prosemirror-model';

/** What a sentence can be: nothing else stands in a memo (domain: sentence binding). */
export const sentenceKinds = [
  'reported',
  'assessment',
  'judgment',
  'recommendation',
  'boilerplate',
] as const;

/** What a sentence is. */
export type SentenceKind = (typeof sentenceKinds)[number];

function checkKind(value: unknown): void {
  if (!sentenceKinds.some((kind) => kind === value))
    throw new RangeError(`a sentence can't be ${JSON.stringify(value)}`);
}

function checkBasis(value: unknown): void {
  if (!Array.isArray(value) || !value.every((id) => typeof id === 'string'))
    throw new RangeError('what a sentence rests on is a list of ids');
}

/** Says what a sentence is and on what it rests; what is typed behind it has no part in it. */
export const sentenceMark: MarkSpec = {
  attrs: { kind: { validate: checkKind }, basis: { default: [], validate: checkBasis } },
  inclusive: false,
  parseDOM: [
    {
      tag: 'span[data-sentence]',
      getAttrs: (dom) => ({
        kind: dom.dataset.sentence,
        basis: (dom.dataset.basis ?? '').split(' ').filter(Boolean),
      }),
    },
  ],
  toDOM: (mark) => [
    'span',
    { 'data-sentence': mark.attrs.kind, 'data-basis': mark.attrs.basis.join(' ') },
    0,
  ],
};
