import type { Node } from 'prosemirror-model';
import type { PlacedSentence } from './document/sentences';
import { sentencesIn } from './document/sentences';
import { type Scale, scales } from './estimative/scales';
import { foreignTermsIn, type Term, termsIn } from './estimative/terms';

/** What an estimative warning is about. */
export type EstimativeRule =
  | 'confidence-with-likelihood'
  | 'mixed-rows'
  | 'other-scale'
  | 'number-outside'
  | 'vague';

/** A warning on one of our own judgments: which sentence, by which rule, and what to do about it. */
export type EstimativeWarning = {
  rule: EstimativeRule;
  sentence: string;
  from: number;
  to: number;
  message: string;
};

/** The scale that a template's judgments are held to; none where it asks for none. */
export type ScaleId = Scale['id'] | 'none';

/**
 * Holds our own judgments to a scale of likelihood (ICD 203, or PHIA), in reading order. What is
 * quoted in them, and every sentence of another kind, is never looked at. Warnings advise: none
 * of them blocks.
 */
export function checkEstimates(document: Node, scale: ScaleId): EstimativeWarning[] {
  if (scale === 'none') return [];
  const judgments = sentencesIn(document).filter(({ binding }) => binding?.kind === 'judgment');
  return checkJudgments(judgments, scales[scale]);
}

function checkJudgments(judgments: PlacedSentence[], scale: Scale): EstimativeWarning[] {
  const firstOfRow = new Map<number, string>();
  return judgments.flatMap((sentence) => {
    const words = withoutQuotes(sentence.text);
    const terms = termsIn(words, scale);
    const faults: [EstimativeRule, string | null][] = [
      ['confidence-with-likelihood', confidenceFault(words, terms)],
      ['mixed-rows', rowFault(terms, scale, firstOfRow)],
      ['other-scale', foreignFault(words, scale)],
      ['number-outside', numberFault(words, terms)],
      ['vague', terms.length === 0 ? vagueFault(words, scale) : null],
    ];
    const { text, from, to } = sentence;
    return faults.flatMap(([rule, message]) =>
      message === null ? [] : [{ rule, sentence: text, from, to, message }],
    );
  });
}

/** Quoted words are another's. */
function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”?|"[^"]*"?/gu, (quoted) => ' '.repeat(quoted.length));
}

const confidence = /\b(high|moderate|medium|low)(?:-|\s+(?:\w+\s+)?)confidence\b/iu;

/** ICD 203: a confidence level and a degree of likelihood do not stand in the same sentence. */
function confidenceFault(words: string, terms: Term[]): string | null {
  const level = confidence.exec(words)?.[0];
  const [term] = terms;
  if (!level || !term) return null;
  return `“${level}” and “${term.written}” stand in one sentence: readers take one for the other. Say how sure the basis is in a sentence of its own.`;
}

function rowFault(terms: Term[], scale: Scale, firstOfRow: Map<number, string>): string | null {
  if (scale.rows < 2) return null;
  for (const { row, written } of terms) if (!firstOfRow.has(row)) firstOfRow.set(row, written);
  const [first] = firstOfRow.keys();
  const mixed = terms.find(({ row }) => row !== first);
  if (first === undefined || !mixed) return null;
  const own = mixed.step.terms[first];
  return `“${mixed.written}” is of the other row of ${scale.name} than “${firstOfRow.get(first)}” before it. Keep to one row: “${own}” says the same.`;
}

function foreignFault(words: string, scale: Scale): string | null {
  const [found] = foreignTermsIn(words, scale);
  if (!found) return null;
  const { from, to } = found.other.step;
  const near = nearestStep(scale, (from + to) / 2);
  return `“${found.written}” is no term of ${scale.name}. The nearest is “${near.terms[0]}” (${near.from}–${near.to} %).`;
}

/** A share in per cent beside a term has to lie in the term's step. */
function numberFault(words: string, terms: Term[]): string | null {
  const [only] = terms;
  const share = /(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?\s?(?:%|per\s?cent)/iu.exec(words);
  if (!share || !only || terms.length > 1) return null;
  const [low, high] = [Number(share[1]), Number(share[2] ?? share[1])];
  if (low >= only.step.from && high <= only.step.to) return null;
  return `“${only.written}” means ${only.step.from}–${only.step.to} %, and the sentence says ${share[0]}.`;
}

const vague =
  /\b(?:may|might|could|possible|possibly|perhaps|conceivabl[ey]|conceivable|not likely|can(?:no|’|')t (?:be )?rule[d]? out|cannot (?:be )?rule[d]? out|suggests? that|apparently|seems?)\b/iu;

/** A judgment whose only measure is a word that every reader takes otherwise. */
function vagueFault(words: string, scale: Scale): string | null {
  // May is a month as well.
  const found = vague.exec(words.replace(/\bMay\b(?! be\b)/gu, '   '))?.[0];
  if (!found) return null;
  const terms = scale.steps.map(({ terms: [term] }) => term);
  return `“${found}” says that it can happen, and not how likely it is. Use a term of ${scale.name}, from “${terms[0]}” to “${terms.at(-1)}”.`;
}

function nearestStep(scale: Scale, share: number) {
  const distance = ({ from, to }: Scale['steps'][number]) => Math.abs((from + to) / 2 - share);
  return scale.steps.reduce((best, step) => (distance(step) < distance(best) ? step : best));
}
