import { diffWords } from 'diff';
import type { Printed } from '@/domain/document/print';
import { makeDice, sampleMemo } from '@/domain/document/sample';
import { plainText } from '@/domain/document/text';
import { editMemo, withTable } from '@/domain/redline/edits';
import { redline } from '@/domain/redline/redline';
import { median } from './median';

const n = 30;
const warmups = 5;
const wordsWanted = 10_000;
const edits = 120;

/**
 * The redline of a memo of some 10,000 words, another memo and other edits each time: medians in
 * milliseconds of ours and of a plain word diff of the whole text in the same round, how many times
 * the plain one takes, and ours for twice the words and edits.
 */
export type Figures = {
  words: number;
  redline_ms: number;
  plain_ms: number;
  plain_times: number;
  twice_times: number;
  n: number;
};

/** Compares memos that are made on the spot; uses no database. */
export async function bench(): Promise<Figures> {
  const rounds = Array.from({ length: n + warmups }, (_, round) => measure(round)).slice(warmups);
  const of = (figure: (round: Round) => number, decimals = 1) =>
    median(rounds.map(figure), decimals);
  return {
    words: of((round) => round.words, 0),
    redline_ms: of((round) => round.ours),
    plain_ms: of((round) => round.plain),
    plain_times: of((round) => round.plain / round.ours, 2),
    twice_times: of((round) => round.twice / round.ours, 2),
    n,
  };
}

type Round = { words: number; ours: number; plain: number; twice: number };

function measure(round: number): Round {
  const { before, after } = makePair(round, wordsWanted, edits);
  const double = makePair(round + 1000, 2 * wordsWanted, 2 * edits);
  const [one, other] = [plainText(before), plainText(after)];
  return {
    words: countWords(before),
    ours: time(() => redline(before, after)),
    plain: time(() => diffWords(one, other)),
    twice: time(() => redline(double.before, double.after)),
  };
}

function makePair(seed: number, words: number, count: number): { before: Printed; after: Printed } {
  // About 130 words to a paragraph, endnotes included.
  const before = withTable(sampleMemo(seed, Math.round(words / 130)));
  return { before, after: editMemo(before, makeDice(seed), count) };
}

function countWords(memo: Printed): number {
  return plainText(memo).split(/\s+/).length;
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
