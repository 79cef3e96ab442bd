import type { Source } from './asides';
import { type Found, highBound, leftBound } from './bounds';
import type { Position } from './confidence';
import { contentOf } from './contents';
import { type Cue, findCues } from './cues';
import { afterDateline } from './dateline';
import { documentNouns } from './lexicon/people';
import { auxiliaries, coordinators, plainVerbs } from './lexicon/words';
import { readOrphan, readVerbless, subjectBefore } from './orphans';
import type { Phrase } from './phrases';
import { isPlausible } from './plausible';
import type { Range } from './ranges';
import type { Sentence } from './sentences';
import { sourceOf } from './sources';
import type { Token } from './tokens';

/** What one cue of a sentence says and by whom, in token indexes of the sentence. */
export type Statement = {
  cue: Cue | null;
  source: Phrase | null;
  aside: Range | null;
  /** Empty where the words follow in the next sentence ("Lee wrote:"). */
  ranges: Range[];
  /** A source within the content whose view is told ("Lee said officials have suggested …"). */
  nested: Phrase | null;
  position: Position;
  /** The source is another cue's in the sentence. */
  shared: boolean;
  /** It stands only if the source turns out to be a person of the article. */
  tentative?: boolean;
};

/** Reads the statements of one sentence, in the order of their cues. */
export function readStatements(sentence: Sentence): Statement[] {
  const { tokens } = sentence;
  const start = afterDateline(tokens);
  const found = locate(tokens, start);
  const closing = closings(tokens, found, start);
  const statements: Statement[] = [];
  let covered: Range[] = [];
  found.forEach((each, index) => {
    const own = closing.get(index);
    const outer = [...closing].find(
      ([other, it]) => other > index && isWithin(each.cue.at, it.ranges),
    );
    if (outer) {
      noteNested(tokens, outer[1], each);
      return;
    }
    if (!own && isWithin(each.cue.at, covered)) {
      noteNested(tokens, statements.at(-1), each);
      return;
    }
    const statement = own ?? opening(tokens, found, index, { closing, start, statements });
    if (!statement) return;
    statement.source ??= inherited(tokens, statements, each, start) ?? following(found, index);
    statements.push(statement);
    covered = statement.ranges;
  });
  const orphan =
    readOrphan(tokens, statements, start) ??
    (statements.length === 0 ? readVerbless(tokens, start) : null);
  if (orphan) statements.push(orphan);
  return statements;
}

function isWithin(at: number, ranges: Range[]): boolean {
  return ranges.some((range) => at >= range.from && at < range.to);
}

function locate(tokens: Token[], start: number): Found[] {
  const found: Found[] = [];
  for (const cue of findCues(tokens)) {
    const source = sourceOf(tokens, cue, start);
    // "the plan that addressed": a thing described, not a speaker.
    const only = source && source.to - source.from === 1 ? tokens[source.from]?.lower : '';
    if (only === 'that' || (only === 'which' && !cue.verb?.frames.has('clause'))) continue;
    if (!source && isAsked(tokens, cue)) continue;
    if (/^(?:find|show)$/.test(cue.verb?.lemma ?? '') && !isInWriting(tokens, source)) continue;
    const from = source && !source.inverted ? Math.min(source.from, cue.from) : cue.from;
    found.push({ cue, source, from });
  }
  return found;
}

/** Only what is written finds and shows in so many words ("the report found"). */
function isInWriting(tokens: Token[], source: Source | null): boolean {
  return source !== null && documentNouns.has(tokens[source.phrase.head]?.lower ?? '');
}

/** "Asked about the plan, Lee said" and "when told of it": nobody speaks in these words. */
function isAsked(tokens: Token[], cue: Cue): boolean {
  const past = cue.verb?.shape === 'past' || cue.verb?.shape === 'participle';
  if (!past || cue.from < cue.at) return false;
  const before = tokens[cue.from - 1]?.lower;
  return before === undefined || /^(?:when|if|once|as|while)$/.test(before);
}

/**
 * The cues that close or cut through what they say ("…, Lee said"): they rule the words before
 * them, and other cues there are only part of what is said.
 */
function closings(tokens: Token[], found: Found[], start: number): Map<number, Statement> {
  const out = new Map<number, Statement>();
  let low = start;
  found.forEach((each, index) => {
    if (each.cue.kind === 'verb' && !mayClose(each.cue)) return;
    if (each.cue.verb?.shape === 'gerund' || each.cue.passive || each.cue.infinitive) return;
    if (!each.source) return;
    const bounds = {
      low: leftBound(tokens, found, index, low),
      high: highBound(tokens, found, index),
    };
    const content = contentOf(tokens, each.cue, each.source, bounds);
    const first = content?.ranges[0];
    if (!content || !first || first.from >= each.from || !isSaid(tokens, content.ranges)) return;
    if (!isQuoted(tokens, first) && !maySum(tokens, each, first)) return;
    out.set(index, statementOf(each, content.ranges, content.position));
    low = Math.max(each.cue.to, each.source.to, content.ranges.at(-1)?.to ?? 0);
  });
  return out;
}

/** "…, Lee said", "…, Lee pointed out". */
function mayClose({ verb, particle }: Cue): boolean {
  if (particle && verb?.lemma === 'point') return true;
  return verb?.frames.has('clause') === true || verb?.inverts === true;
}

function isQuoted(tokens: Token[], range: Range): boolean {
  for (let at = range.from; at < range.to; at++) if (tokens[at]?.kind === 'passage') return true;
  return false;
}

/** A plain clause before its cue: the verb is one of saying, and the clause no introduction. */
function maySum(tokens: Token[], each: Found, range: Range): boolean {
  if (each.cue.kind === 'according') return true;
  if (!each.cue.verb?.inverts && !each.cue.particle) return false;
  const first = tokens[range.from]?.lower ?? '';
  if (!/^(?:while|as|after|when|despite|with|since|before|although|though)$/.test(first))
    return true;
  for (let at = range.from; at < range.to; at++) if (tokens[at]?.text === ',') return true;
  return false;
}

/** A passage, or a clause: at least four words with a verb among them. */
function isSaid(tokens: Token[], ranges: Range[]): boolean {
  const range = ranges[0] as Range;
  const next = tokens[ranges[1]?.from ?? -1];
  if (next && (auxiliaries.has(next.lower) || plainVerbs.has(next.lower))) return true;
  let words = 0;
  let verb = false;
  for (let at = range.from; at < range.to; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'passage') return true;
    if (token.kind !== 'sign') words++;
    verb ||=
      auxiliaries.has(token.lower) ||
      plainVerbs.has(token.lower) ||
      /.{2}(?:ed|s)$/.test(token.lower);
  }
  if (words === 1) return coordinators.has(tokens[range.from]?.lower ?? '');
  return words >= 3 && verb;
}

type Scene = { closing: Map<number, Statement>; start: number; statements: Statement[] };

/** A cue that opens what it says. */
function opening(tokens: Token[], found: Found[], index: number, scene: Scene): Statement | null {
  const each = found[index] as Found;
  let high = highBound(tokens, found, index);
  for (const [other, statement] of scene.closing)
    if (other > index) high = Math.min(high, statement.ranges[0]?.from ?? high);
  if (each.cue.to >= tokens.length - 1 && tokens.at(-1)?.text === ':') return announcing(each);
  const content = contentOf(tokens, each.cue, each.source, { low: each.from, high });
  if (!content) return tokens.at(-1)?.text === ':' ? announcing(each) : null;
  if (!isPlausible(tokens, each, content.ranges))
    return tokens.at(-1)?.text === ':' ? announcing(each) : null;
  return statementOf(each, content.ranges, content.position);
}

/** "Lee wrote on Monday:" at the end of a paragraph: the words follow. */
function announcing(each: Found): Statement | null {
  if (!each.cue.verb?.inverts || each.cue.passive) return null;
  return statementOf(each, [], 'announced');
}

function statementOf(each: Found, ranges: Range[], position: Position): Statement {
  return {
    cue: each.cue,
    source: each.source?.phrase ?? null,
    aside: each.source?.aside ?? null,
    ranges,
    nested: null,
    position,
    shared: !each.source,
  };
}

function inherited(
  tokens: Token[],
  statements: Statement[],
  each: Found,
  start: number,
): Phrase | null {
  const clause = tokens.findLastIndex((token, at) => at < each.from && token.text === ';');
  const last = statements.at(-1);
  if (last?.source && last.source.from > clause) return last.source;
  return subjectBefore(tokens, Math.max(start, clause + 1), each.from);
}

/** "Conceding defeat, Lee said": the source of the cue after it. */
function following(found: Found[], index: number): Phrase | null {
  return found.slice(index + 1).find(({ source }) => source)?.source?.phrase ?? null;
}

/** The "that" which begins what is said is no part of whose view it is. */
function noteNested(tokens: Token[], last: Statement | undefined, each: Found): void {
  if (!last || last.nested || !each.source) return;
  // "the line had held": only who holds "that" something has a view.
  if (each.cue.verb?.lemma === 'hold' && tokens[each.cue.to]?.lower !== 'that') return;
  const { phrase } = each.source;
  const joined = tokens[phrase.from]?.lower === 'that' && phrase.to - phrase.from > 1;
  last.nested = joined ? { ...phrase, from: phrase.from + 1 } : phrase;
}
