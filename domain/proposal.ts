import { z } from 'zod';
import type { Span } from './span';

/** What a person decided of a proposal. `accepted`: as it was found; `corrected`: with changes. */
export type ProposalState = 'open' | 'accepted' | 'corrected' | 'rejected';

const offset = z.number().int().min(0);

/** A statement as the attribution engine found it; the shape that is stored and never changed. */
export const proposedSchema = z.object({
  kind: z.enum(['direct_quote', 'partial_quote', 'paraphrase', 'group_paraphrase']),
  viewOf: z.string().nullable(),
  directness: z.enum(['first_hand', 'reported', 'speculative']),
  /** Whom it is attributed to, resolved over the article; empty where the article does not say. */
  speakers: z.array(
    z.object({ name: z.string().min(1), kind: z.enum(['person', 'group', 'document']) }),
  ),
  role: z.string().nullable(),
  organisation: z.string().nullable(),
  spans: z
    .array(
      z.object({
        paragraphId: z.string().min(1),
        start: offset,
        end: offset,
        text: z.string().min(1),
        quoted: z.boolean(),
      }),
    )
    .min(1),
  /** The mention beside the cue ("he"), and the cue ("said"), as printed. */
  mention: z.string().nullable(),
  cue: z.string().nullable(),
  /** How often proposals of its rule are right, in (0, 1). */
  confidence: z.number().min(0).max(1),
  /** By which rule it was found, in words. */
  rule: z.string(),
});

/** A statement as the attribution engine found it, anchored to spans of an article's paragraphs. */
export type Proposed = z.infer<typeof proposedSchema>;

/** A stored proposal: what was found, and what a person decided of it. */
export type Proposal = {
  id: string;
  /** The article version that it was found in. */
  articleId: string;
  state: ProposalState;
  /** Counts the decisions; a decision names the one it was made on. */
  revision: number;
  /** The assessment that came of it, if any. */
  assessmentId: string | null;
  statement: Proposed;
};

/** How the checking of an article stands. `added`: statements that no proposal led to. */
export type Checking = Record<ProposalState, number> & { added: number };

/** Counts what was decided of an article's proposals, and the statements that were added by hand. */
export function countChecking(proposals: Proposal[], assessmentIds: string[]): Checking {
  const counts: Checking = { open: 0, accepted: 0, corrected: 0, rejected: 0, added: 0 };
  const led = new Set<string>();
  for (const { state, assessmentId } of proposals) {
    counts[state]++;
    if (assessmentId) led.add(assessmentId);
  }
  counts.added = assessmentIds.filter((id) => !led.has(id)).length;
  return counts;
}

/**
 * For each proposal, the assessment that says the same already: one whose words cover at least half
 * of the proposal's, or lie within them for the better part. Each answers to one proposal.
 */
export function matchAssessments(
  proposals: Pick<Proposed, 'spans'>[],
  assessments: { id: string; spans: Pick<Span, 'paragraphId' | 'start' | 'end'>[] }[],
): (string | null)[] {
  const left = new Set(assessments);
  return proposals.map(({ spans }) => {
    for (const each of left) {
      const common = overlap(spans, each.spans);
      if (common === 0 || common * 2 < Math.min(lengthOf(spans), lengthOf(each.spans))) continue;
      left.delete(each);
      return each.id;
    }
    return null;
  });
}

type Placed = Pick<Span, 'paragraphId' | 'start' | 'end'>;

const lengthOf = (spans: Placed[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

function overlap(one: Placed[], other: Placed[]): number {
  let common = 0;
  for (const a of one)
    for (const b of other)
      if (a.paragraphId === b.paragraphId)
        common += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return common;
}

/** What tells one proposal of an article from another: where its words stand. */
export function placeOf(spans: Pick<Span, 'paragraphId' | 'start' | 'end'>[]): string {
  return spans.map(({ paragraphId, start, end }) => `${paragraphId} ${start}-${end}`).join('; ');
}
