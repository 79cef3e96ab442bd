import type { Run } from '../document/print';
import type { Change, Piece, RedRun } from './redlined';
import { compareTokens, type Stretch } from './stretches';
import { tidy } from './tidy';
import { exactKey, lineTokens, paragraphEnd, type Token, textTokens } from './tokens';

/** A line of a redline and what became of its end: see `end` of a paragraph. */
export type RedLine = { runs: RedRun[]; end: Change };

/** Two plain texts word by word: a title, a heading, a field, a prompt. */
export function redlineText(before: string, after: string): Piece[] {
  if (before === after) return wholeText('kept', after);
  return tidy(compareTokens(textTokens(before), textTokens(after))).flatMap((stretch) => {
    if (stretch.kept) return wholeText('kept', textOf(stretch.after));
    return [
      ...wholeText('deleted', textOf(stretch.before)),
      ...wholeText('inserted', textOf(stretch.after)),
    ];
  });
}

/** A text that is all of one kind; no piece where it is empty. */
export function wholeText(change: Change, text: string): Piece[] {
  return text === '' ? [] : [{ change, text }];
}

/** A line that is all of one kind. */
export function wholeLine(change: Change, runs: Run[]): RedRun[] {
  return mergeRuns(runs.map((run) => standingRun(change, run)));
}

/**
 * Lines that were one, or became one, word by word: one on either side is an ordinary change. The
 * answer has a line to each end that stood in either version.
 */
export function redlineLines(before: Run[][], after: Run[][]): RedLine[] {
  const shared = sharedKeys(before.flat(), after.flat());
  const stretches = tidy(compareTokens(joinLines(before, shared), joinLines(after, shared)));
  const lines: RedLine[] = [{ runs: [], end: 'kept' }];
  for (const { run, end } of stretches.flatMap(placeStretch)) {
    const last = lines.at(-1);
    if (run) last?.runs.push(run);
    else if (last) {
      last.end = end;
      lines.push({ runs: [], end: 'kept' });
    }
  }
  return lines.map(({ runs, end }) => ({ runs: mergeRuns(runs), end }));
}

function joinLines(lines: Run[][], shared: Set<string>): Token[] {
  return lines.flatMap((runs, index) => [
    ...(index > 0 ? [paragraphEnd] : []),
    ...lineTokens(runs, shared),
  ]);
}

function sharedKeys(before: Run[], after: Run[]): Set<string> {
  const keys = (runs: Run[]) => runs.flatMap((run) => exactKey(run) ?? []);
  const earlier = new Set(keys(before));
  return new Set(keys(after).filter((key) => earlier.has(key)));
}

type Placed = { run: RedRun | null; end: Change };

function placeStretch(stretch: Stretch): Placed[] {
  if (stretch.kept)
    return stretch.after.flatMap((token, index) =>
      placeAll('kept', token, keepToken(stretch.before[index] ?? token, token)),
    );
  const place = (change: Change) => (token: Token) =>
    placeAll(
      change,
      token,
      token.runs.map((run) => standingRun(change, run)),
    );
  return [...stretch.before.flatMap(place('deleted')), ...stretch.after.flatMap(place('inserted'))];
}

function placeAll(end: Change, token: Token, runs: RedRun[]): Placed[] {
  return token === paragraphEnd ? [{ run: null, end }] : runs.map((run) => ({ run, end }));
}

/** A token that stands in both versions; its letters part wherever its look does in either. */
function keepToken(before: Token, after: Token): RedRun[] {
  const kept: RedRun[] = [];
  const [were, are] = [[...before.runs], [...after.runs]];
  while (were[0] && are[0]) {
    const [was, is] = [were[0], are[0]];
    if (was.kind !== 'text' || is.kind !== 'text') {
      kept.push(keptRun(was, is));
      were.shift();
      are.shift();
      continue;
    }
    const size = Math.min(was.text.length, is.text.length);
    kept.push(keptRun(was, { ...is, text: is.text.slice(0, size) }));
    for (const [runs, run] of [
      [were, was],
      [are, is],
    ] as const) {
      if (run.text.length > size) runs[0] = { ...run, text: run.text.slice(size) };
      else runs.shift();
    }
  }
  return kept;
}

function standingRun(change: Change, run: Run): RedRun {
  if (run.kind === 'quote') {
    const { kind, assessment, text } = run;
    return { kind, change, assessment, pieces: wholeText(change, text) };
  }
  if (run.kind === 'footnote') {
    const { kind, letter, text } = run;
    return { kind, change, letter, was: letter, pieces: wholeText(change, text) };
  }
  return run.kind === 'citation' ? { ...run, change, was: run.note } : { ...run, change };
}

/** A run that stands in both versions, with what is other about it than it was. */
function keptRun(before: Run, after: Run): RedRun {
  if (after.kind === 'quote' && before.kind === 'quote') {
    const { kind, assessment } = after;
    return { kind, change: 'kept', assessment, pieces: redlineText(before.text, after.text) };
  }
  if (after.kind === 'footnote' && before.kind === 'footnote') {
    const { kind, letter } = after;
    const pieces = redlineText(before.text, after.text);
    return { kind, change: 'kept', letter, was: before.letter, pieces };
  }
  if (after.kind === 'citation' && before.kind === 'citation')
    return { ...after, change: 'kept', was: before.note };
  if (after.kind === 'text' && before.kind === 'text' && !looksAlike(before, after)) {
    const was = { strong: before.strong, emphasis: before.emphasis };
    return { ...after, change: 'formatted', was };
  }
  return standingRun('kept', after);
}

/** Neighbouring text of one kind and look becomes one run. */
function mergeRuns(runs: RedRun[]): RedRun[] {
  const merged: RedRun[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last?.kind === 'text' && run.kind === 'text' && isOfAPiece(last, run))
      last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

type TextRun = Extract<RedRun, { kind: 'text' }>;

function isOfAPiece(one: TextRun, other: TextRun): boolean {
  const same = one.change === other.change && looksAlike(one, other);
  return same && (!one.was || !other.was || looksAlike(one.was, other.was));
}

function looksAlike(
  one: { strong: boolean; emphasis: boolean },
  other: { strong: boolean; emphasis: boolean },
): boolean {
  return one.strong === other.strong && one.emphasis === other.emphasis;
}

/** Of a plain text alone: there a token's key is what it says. */
function textOf(tokens: Token[]): string {
  return tokens.map((token) => token.key).join('');
}
