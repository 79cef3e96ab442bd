import type { Run } from '../document/print';
import type { Change, Piece, RedRun } from './redlined';
import { compareTokens, type Stretch } from './stretches';
import { tidy } from './tidy';
import { lineTokens, paragraphEnd, quoteKey, type Token, textTokens } from './tokens';

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
  const shared = sharedQuotes(before.flat(), after.flat());
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

function sharedQuotes(before: Run[], after: Run[]): Set<string> {
  const keys = (runs: Run[]) => runs.flatMap((run) => (run.kind === 'quote' ? quoteKey(run) : []));
  const earlier = new Set(keys(before));
  return new Set(keys(after).filter((key) => earlier.has(key)));
}

type Placed = { run: RedRun | null; end: Change };

function placeStretch(stretch: Stretch): Placed[] {
  if (stretch.kept)
    return stretch.after.map((token, index) => ({
      run: token.run && keptRun(stretch.before[index]?.run ?? token.run, token.run),
      end: 'kept',
    }));
  const place = (change: Change) => (token: Token) => ({
    run: token.run && standingRun(change, token.run),
    end: change,
  });
  return [...stretch.before.map(place('deleted')), ...stretch.after.map(place('inserted'))];
}

function standingRun(change: Change, run: Run): RedRun {
  if (run.kind === 'quote') {
    const { kind, assessment, text } = run;
    return { kind, change, assessment, pieces: wholeText(change, text) };
  }
  return run.kind === 'citation' ? { ...run, change, was: run.note } : { ...run, change };
}

/** A run that stands in both versions, with what is other about it than it was. */
function keptRun(before: Run, after: Run): RedRun {
  if (after.kind === 'quote' && before.kind === 'quote') {
    const { kind, assessment } = after;
    return { kind, change: 'kept', assessment, pieces: redlineText(before.text, after.text) };
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

function textOf(tokens: Token[]): string {
  return tokens.map((token) => (token.run?.kind === 'text' ? token.run.text : '')).join('');
}
