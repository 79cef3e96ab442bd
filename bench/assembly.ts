import { type AssemblyInput, assemble, chooseAssessments } from '@/domain/assemble';
import type { Evidence } from '@/domain/assessment';
import type { Issue } from '@/domain/issue';
import { policyBrief } from '@/domain/template/policy-brief';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { evidenceOf, readCopy } from './copies';
import { median } from './median';

const n = 200;
const warmups = 20;
const articles = 20;

/**
 * What it takes to assemble a memo: medians in milliseconds over `n` different orders each, from
 * the demonstration (one article, 16 assessments) and from 20 such articles.
 */
export type Figures = { assembly_ms: number; assembly_large_ms: number; n: number };

/** Assembles memos with other titles, issues and orders of them each time. Uses no database. */
export async function bench(): Promise<Figures> {
  const small = readDemonstration((name) => name);
  const large = Array.from({ length: articles }, (_, copy) => readCopy(copy));
  return {
    assembly_ms: measure(evidenceOf([small]), small.issues),
    assembly_large_ms: measure(evidenceOf(large), small.issues),
    n,
  };
}

function measure(evidence: Evidence, issues: Issue[]): number {
  const times: number[] = [];
  for (let round = -warmups; round < n; round++) {
    const input = orderFor(round + warmups, evidence, issues);
    const start = performance.now();
    assemble(input);
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times, 3);
}

/** Of five issues there are 31 choices; each is turned as well, so that few orders repeat. */
function orderFor(round: number, evidence: Evidence, known: Issue[]): AssemblyInput {
  const choice = 1 + (round % (2 ** known.length - 1));
  const chosen = known.filter((_, index) => choice & (1 << index));
  const turn = round % chosen.length;
  const issues = [...chosen.slice(turn), ...chosen.slice(0, turn)];
  const assessments = chooseAssessments(evidence.assessments, evidence.articles, issues);
  return {
    template: policyBrief,
    evidence: { ...evidence, assessments },
    issues,
    title: `Memo number ${round}`,
    to: `Reader ${round}`,
    from: 'South Asia desk',
    date: '2012-12-17',
  };
}
