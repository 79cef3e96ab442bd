import type { Node } from 'prosemirror-model';
import { z } from 'zod';
import type { Evidence } from './assessment';
import { sentencesIn, tallyOf } from './document/sentences';
import { setMemo } from './document/set';
import { withoutSuggestions } from './document/settle';
import { prepareVerifier, verifyQuotes } from './verify';

const count = z.number().int().min(0);
const place = count.describe('A ProseMirror position in “document”.');

const quoteSchema = z.object({
  assessment: z
    .string()
    .nullable()
    .describe('The id of the statement it is bound to; null for words typed between marks.'),
  text: z.string(),
  position: place,
  state: z.enum(['exact', 'typographic', 'marked', 'altered', 'not-found', 'wrong-speaker']),
  nearest: z.string().nullable().describe('The source’s own words where it was found.'),
});

const kind = z.enum(['reported', 'assessment', 'judgment', 'recommendation', 'boilerplate']);

const sentenceSchema = z.object({
  text: z.string(),
  from: place,
  to: place,
  kind: kind.nullable().describe('What it is; null where nothing says so.'),
  basis: z.array(z.string()).describe('Ids of statements and paragraphs in “evidence”.'),
  isWhole: z.boolean().describe('False where other words of it are bound otherwise or not at all.'),
});

/** What was found of a memo when it was written to a file: worked out, and never read back. */
export const reportSchema = z.object({
  title: z.string(),
  language: z.string().describe('BCP 47.'),
  marking: z.string().nullable().describe('The banner: the highest mark of the portions.'),
  version: count.nullable().describe('The memo’s version in its store; null outside one.'),
  quotes: z.array(quoteSchema).describe('Each quote, and how it stands to its source.'),
  sentences: z.object({
    tally: z.record(z.enum(['total', 'unbound', 'partly', ...kind.options]), count),
    all: z.array(sentenceSchema).describe('Each sentence in reading order, and its binding.'),
  }),
});

export type MemoReport = z.infer<typeof reportSchema>;

/**
 * How the quotes of a memo stand and what its sentences rest on, at this version of its store.
 * Positions are those of the document without what is only suggested.
 */
export function reportOn(whole: Node, evidence: Evidence, version: number | null): MemoReport {
  const document = withoutSuggestions(whole);
  const { title, language, marking } = setMemo(document, evidence, { form: '' });
  const sentences = sentencesIn(document);
  return {
    title,
    language,
    marking,
    version,
    quotes: verifyQuotes(document, prepareVerifier(evidence)).map(
      ({ assessment, text, position, state, nearest }) => {
        return { assessment, text, position, state, nearest };
      },
    ),
    sentences: {
      tally: tallyOf(sentences),
      all: sentences.map(({ text, from, to, binding, isWhole }) => {
        return {
          text,
          from,
          to,
          kind: binding?.kind ?? null,
          basis: [...(binding?.basis ?? [])],
          isWhole,
        };
      }),
    },
  };
}
