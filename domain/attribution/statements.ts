import { type Bounds, type Content, contentOf, hasWords, type Range, trimEnd } from './contents';
import { type Cue, findCues } from './cues';
import { coordinators } from './lexicon/words';
import { isNominal, opensClause, type Phrase, phraseAfter } from './phrases';
import type { Sentence } from './sentences';
import { type Source, sourceOf } from './sources';
import type { Token } from './tokens';

/** What one cue of a sentence says and by whom, in token indexes of the sentence. */
export type Statement = {
  cue: Cue | null;
  source: Phrase | null;
  aside: Range | null;
  ranges: Range[];
  /** A source within the content whose view is told ("Lee said officials have suggested …"). */
  nested: Phrase | null;
  rule: string;
};

type Found = { cue: Cue; source: Source | null; from: number };

/** Reads the statements of one sentence, in the order of their cues. */
export function readStatements(sentence: Sentence): Statement[] {
  const { tokens } = sentence;
  const found = locate(tokens);
  const statements: Statement[] = [];
  let covered: Range | null = null;
  let low = 0;
  found.forEach((each, index) => {
    if (covered && each.cue.at >= covered.from && each.cue.at < covered.to) {
      noteNested(statements.at(-1), each);
      return;
    }
    const bounds = { low: clauseLow(tokens, each, low), high: clauseHigh(tokens, found, index) };
    const content = contentOf(tokens, each.cue, each.source, bounds);
    if (!content || !isPlausible(tokens, each, content)) return;
    const source = each.source?.phrase ?? inherited(tokens, statements, each);
    statements.push({
      cue: each.cue,
      source,
      aside: each.source?.aside ?? null,
      ranges: content.ranges,
      nested: null,
      rule: each.source ? content.rule : `${content.rule}, same subject`,
    });
    covered = content.ranges.at(-1) ?? null;
    low = Math.max(low, each.cue.to);
  });
  return statements;
}

function locate(tokens: Token[]): Found[] {
  return findCues(tokens).map((cue) => {
    const source = sourceOf(tokens, cue, 0);
    const from = source && !source.inverted ? Math.min(source.from, cue.from) : cue.from;
    return { cue, source, from };
  });
}

/** An earlier statement of the sentence ends where this clause begins. */
function clauseLow(tokens: Token[], each: Found, low: number): number {
  if (low === 0) return 0;
  for (let at = each.from - 2; at > low; at--) {
    const token = tokens[at] as Token;
    if (token.text === ';') return at + 1;
    if (coordinators.has(token.lower) && tokens[at - 1]?.text === ',') return at + 1;
  }
  return low;
}

/** The content ends where a cue of the same rank begins: ", adding that", "and warned", "; he said". */
function clauseHigh(tokens: Token[], found: Found[], index: number): number {
  const own = found[index] as Found;
  for (const other of found.slice(index + 1)) {
    if (other.from <= own.cue.to) continue;
    const before = tokens[other.from - 1];
    if (!before) continue;
    const isGerund = other.cue.verb?.shape === 'gerund' && other.cue.from === other.cue.at;
    if (isGerund && (before.text === ',' || before.kind === 'passage')) return other.from;
    if (other.cue.kind === 'according' && before.text === ',') return other.from;
    if (coordinators.has(before.lower) && sharesSubject(own, other)) return other.from;
    const parted =
      /^[,;—–]$/.test(tokens[other.from - 2]?.text ?? '') ||
      tokens[other.from - 2]?.kind === 'passage';
    if (
      (coordinators.has(before.lower) || before.lower === 'while' || before.lower === 'as') &&
      parted &&
      other.source
    )
      return other.from - 1;
    if (before.text === ';') return other.from;
  }
  return tokens.length;
}

function sharesSubject(own: Found, other: Found): boolean {
  if (other.source && other.source.phrase.to === other.cue.from && !coordinatesVerb(other))
    return false;
  return own.cue.verb?.shape === other.cue.verb?.shape && !other.cue.infinitive;
}

function coordinatesVerb(other: Found): boolean {
  return other.source === null;
}

function inherited(tokens: Token[], statements: Statement[], each: Found): Phrase | null {
  const last = statements.at(-1);
  if (last?.source) return last.source;
  return firstSubject(tokens, each.from);
}

/** The noun phrase that the sentence, or the clause after its introduction, begins with. */
function firstSubject(tokens: Token[], before: number): Phrase | null {
  for (let at = 0; at < before; at++) {
    if (!opensClause(tokens, at, 0)) continue;
    const token = tokens[at] as Token;
    if (
      token.kind === 'sign' ||
      token.kind === 'passage' ||
      !(
        isNominal(token) || /^(?:he|she|they|it|we|i|the|a|an|his|her|their|its)$/.test(token.lower)
      )
    )
      continue;
    const phrase = phraseAfter(tokens, at);
    if (phrase && phrase.to <= before) return phrase;
  }
  return null;
}

function noteNested(last: Statement | undefined, each: Found): void {
  if (last && !last.nested && each.source) last.nested = each.source.phrase;
}

/** Keeps out what has the shape of a statement only: a bare object of a word, no content at all. */
function isPlausible(tokens: Token[], each: Found, content: Content): boolean {
  const { cue } = each;
  const words = content.ranges.some((range) => hasWords(tokens, range, 2));
  if (!words) return false;
  if (cue.kind === 'according') return true;
  const frames = cue.verb?.frames;
  if (!frames) return false;
  if (frames.has('belief') && frames.size === 1) return false;
  if (cue.passive && !each.source) return false;
  const first = tokens[content.ranges.at(-1)?.from ?? 0];
  if (content.rule === 'after cue') {
    if (frames.has('infinitive') && !frames.has('clause') && !frames.has('object'))
      return hasInfinitive(tokens, content.ranges[0]);
    if (
      !frames.has('object') &&
      !frames.has('told') &&
      first?.lower === 'to' &&
      !frames.has('infinitive') &&
      !cue.particle
    )
      return false;
  }
  return true;
}

function hasInfinitive(tokens: Token[], range: Range | undefined): boolean {
  if (!range) return false;
  for (let at = range.from; at < Math.min(range.to, range.from + 10); at++)
    if (tokens[at]?.lower === 'to') return true;
  return false;
}

export { type Bounds, trimEnd };
