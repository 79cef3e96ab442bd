import { FootnoteReferenceRun, type IRunOptions, type ParagraphChild, Tab } from 'docx';
import type { Look, Piece, RedRun } from '@/domain/redline/redlined';
import { toWords } from '../words';
import { type Fate, fateOf, type Mode, type Tracking } from './tracking';

/**
 * What is counted while a redline is set: footnotes and lists so far. `met` says whether the last
 * run was a mark, in each of the two readings. `width` is the text's, in twips.
 */
export type RedSetting = {
  tracking: Tracking;
  footnotes: ParagraphChild[][];
  lists: number;
  width: number;
  met: { later: boolean; earlier: boolean };
  /** The blocks that moved, by their number, and which of them Word is told so of. */
  moved: Map<number, unknown>;
  told: Set<number>;
};

/** A plain text with what came and went in it. `whole` is the fate of a text all of one kind. */
export function setPieces(
  pieces: readonly Piece[],
  mode: Mode,
  { tracking }: RedSetting,
  look: IRunOptions = {},
): ParagraphChild[] {
  return pieces.flatMap((piece) => {
    const fate = fateOf(piece.change, mode);
    tracking.sign(piece.by);
    const text = toWords(piece.text);
    return fate === null || text === '' ? [] : [tracking.text(fate, { ...look, text })];
  });
}

/** A line with what came and went in it. */
export function setRedRuns(runs: readonly RedRun[], mode: Mode, setting: RedSetting) {
  return runs.flatMap((run) => {
    const fate = fateOf(run.change, mode);
    setting.tracking.sign(run.by);
    if (fate === null) return [];
    return [...comma(run, mode, setting), ...setRedRun(run, fate, mode, setting)];
  });
}

/** Two marks that meet would be read as one; they may meet in one of the readings alone. */
function comma({ kind, change, ...run }: RedRun, mode: Mode, setting: RedSetting) {
  const isMark = kind === 'citation' || kind === 'footnote';
  if (kind === 'text' && 'text' in run && toWords(run.text) === '') return [];
  const inLater = change !== 'deleted' && mode.reading !== 'earlier';
  const inEarlier = change !== 'inserted' && mode.reading !== 'later';
  const later = isMark && inLater && setting.met.later;
  const earlier = isMark && inEarlier && setting.met.earlier;
  if (inLater) setting.met.later = isMark;
  if (inEarlier) setting.met.earlier = isMark;
  if (!later && !earlier) return [];
  const fate = fateOf(later && earlier ? 'kept' : later ? 'inserted' : 'deleted', mode);
  return fate === null ? [] : [raised(',', fate, setting)];
}

function setRedRun(run: RedRun, fate: Fate, mode: Mode, setting: RedSetting): ParagraphChild[] {
  const { tracking } = setting;
  switch (run.kind) {
    case 'text':
      return setText(run, fate, mode, setting);
    case 'quote': {
      const look = { style: 'VerbatimQuote' };
      const words = setPieces(run.pieces, mode, setting, look);
      const sign = (text: string) => tracking.text(fate, { ...look, text });
      return [sign('“'), ...words, sign('”')];
    }
    case 'break':
      return [tracking.text(fate, { break: 1 })];
    case 'footnote': {
      const words = setPieces(run.pieces, mode, setting);
      const number = setting.footnotes.push([
        tracking.text(fate, { children: [new Tab()] }),
        ...words,
      ]);
      return [tracking.wrap(fate, new FootnoteReferenceRun(number))];
    }
    case 'citation':
      return setNumber(run, mode, setting, (text, its) => raised(text, its, setting));
  }
}

function setText(
  run: Extract<RedRun, { kind: 'text' }>,
  fate: Fate,
  mode: Mode,
  { tracking }: RedSetting,
): ParagraphChild[] {
  const text = toWords(run.text);
  if (text === '') return [];
  if (!run.was) return [tracking.text(fate, { text, ...lookOf(run) })];
  if (mode.reading === 'both')
    return [tracking.formatted({ text, ...lookOf(run) }, lookOf(run.was))];
  const look = lookOf(mode.reading === 'earlier' ? run.was : run);
  return [tracking.text(fate, { text, ...look })];
}

function lookOf({ strong, emphasis }: Look): IRunOptions {
  return { ...(strong && { bold: true }), ...(emphasis && { italics: true }) };
}

/** A source's number: where it changed alone, the old one goes and the new one comes. */
export function setNumber(
  { change, note, was }: { change: 'kept' | 'inserted' | 'deleted'; note: number; was: number },
  mode: Mode,
  _setting: RedSetting,
  set: (text: string, fate: Fate) => ParagraphChild,
): ParagraphChild[] {
  const parts: [number, 'kept' | 'inserted' | 'deleted'][] =
    change !== 'kept' || note === was
      ? [[change === 'deleted' ? was : note, change]]
      : [
          [was, 'deleted'],
          [note, 'inserted'],
        ];
  return parts.flatMap(([number, its]) => {
    const fate = fateOf(its, mode);
    return fate === null ? [] : [set(`${number}`, fate)];
  });
}

function raised(text: string, fate: Fate, { tracking }: RedSetting): ParagraphChild {
  return tracking.text(fate, { text, style: 'EndnoteReference' });
}
