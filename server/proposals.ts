import type { Paragraph } from '@/domain/article';
import {
  type Accept,
  type AssessmentInput,
  isCorrection,
  type OnProposal,
} from '@/domain/assessment-input';
import { AppError } from '@/domain/errors';
import {
  matchAssessments,
  type Proposal,
  type ProposalState,
  type Proposed,
  placeOf,
  proposedSchema,
} from '@/domain/proposal';
import { propose } from '@/domain/propose';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { checkLatest, deleteAssessment, writeAssessment } from './assessments';
import { record } from './audit';
import { authorizeFound } from './authorize';
import { change, type Store } from './db';

/** An article's version as the engine reads it. */
export type Readable = {
  id: string;
  text: string;
  paragraphs: Pick<Paragraph, 'id' | 'start' | 'text' | 'number'>[];
};

/**
 * Finds who said what in the version and keeps each statement as an open proposal; one that an
 * assessment says already (carried over from the version before) is accepted with it. Those that
 * are kept already stay as they are, so that it may be called again when a paragraph is restored.
 */
export async function keepProposals(tx: Store, version: Readable): Promise<void> {
  const kept = (await proposalsOf(tx, version.id)).map((each) => placeOf(each.statement.spans));
  const known = new Set(kept);
  const found = propose(version.text, version.paragraphs);
  const fresh = found.filter((each) => !known.has(placeOf(each.spans)));
  const said = await unproposed(tx, version.id);
  const matched = matchAssessments(fresh, said);
  const rejected = await rejectedBefore(tx, version.id);
  await tx.proposal.createMany({
    data: fresh.map((statement, index) => {
      const led = said.find((each) => each.id === matched[index]);
      return {
        versionId: version.id,
        position: kept.length + index,
        statement: statement as Prisma.InputJsonObject,
        assessmentId: led?.id ?? null,
        state: led
          ? placeOf(led.spans) === placeOf(statement.spans)
            ? ('accepted' as const)
            : ('corrected' as const)
          : rejected.has(wordsOf(statement))
            ? ('rejected' as const)
            : ('open' as const),
      };
    }),
  });
}

const wordsOf = (statement: Proposed) => statement.spans.map((span) => span.text).join(' … ');

/** The words of what a person rejected in the article's version before: nobody rejects them twice. */
async function rejectedBefore(tx: Store, versionId: string): Promise<Set<string>> {
  const rows = await tx.proposal.findMany({
    where: {
      state: 'rejected',
      versionId: { not: versionId },
      version: { article: { versions: { some: { id: versionId } } } },
    },
    orderBy: { version: { number: 'desc' } },
  });
  return new Set(rows.map((row) => wordsOf(proposedSchema.parse(row.statement))));
}

/** The version's assessments that no proposal led to. */
function unproposed(tx: Store, versionId: string) {
  return tx.assessment.findMany({
    where: { versionId, proposal: null },
    select: {
      id: true,
      spans: {
        orderBy: { position: 'asc' },
        select: { paragraphId: true, start: true, end: true },
      },
    },
  });
}

/** The proposals of a version, whatever was decided of them; the caller has authorized the read. */
export async function proposalsOf(store: Store, versionId: string): Promise<Proposal[]> {
  const rows = await store.proposal.findMany({
    where: { versionId },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ id, state, revision, assessmentId, statement }) => ({
    id,
    articleId: versionId,
    state,
    revision,
    assessmentId,
    statement: proposedSchema.parse(statement),
  }));
}

/**
 * Accepts a proposal as an assessment, and notes whether it was corrected in doing so. Returns
 * the assessment's id.
 */
export async function acceptProposal(actor: Actor, order: Accept): Promise<void> {
  await change(async (tx) => {
    const row = await load(tx, actor, order);
    if (row.state === 'accepted' || row.state === 'corrected')
      throw new AppError('conflict', 'Somebody has accepted this statement already.');
    const input: AssessmentInput = order.input;
    const statement = proposedSchema.parse(row.statement);
    const state = isCorrection(statement, input) ? 'corrected' : 'accepted';
    const { assessment: id } = order;
    const { teamId, versionId } = row;
    const corrects = givesRoles(statement, input);
    await writeAssessment(tx, actor, { id, teamId, versionId, input, corrects });
    await decide(tx, actor, order, { state, assessmentId: id });
  });
}

/** Whether a person gave other roles than the article was found to state. */
function givesRoles({ role, organisation }: Proposed, { holders }: AssessmentInput): boolean {
  return holders.some(
    (each) => each.role !== (role ?? '') || each.organisation !== (organisation ?? ''),
  );
}

/** Rejects a proposal: nobody said this, or it is not worth keeping. It stays on record as found. */
export async function rejectProposal(actor: Actor, order: OnProposal): Promise<void> {
  await change(async (tx) => {
    const row = await load(tx, actor, order);
    if (row.assessmentId)
      throw new AppError('conflict', 'This statement was accepted. Take that back first.');
    await decide(tx, actor, order, { state: 'rejected', assessmentId: null });
  });
}

/** Opens a proposal again; the assessment that came of it is removed, unless a memo uses it. */
export async function reopenProposal(actor: Actor, order: OnProposal): Promise<void> {
  await change(async (tx) => {
    const row = await load(tx, actor, order);
    if (row.assessment && row.assessment.revision !== order.assessmentRevision)
      throw new AppError(
        'conflict',
        'Somebody has changed this statement since it was accepted. Look at it again.',
      );
    if (row.assessmentId) await deleteAssessment(tx, actor, row.assessmentId);
    await decide(tx, actor, order, { state: 'open', assessmentId: null });
  });
}

async function load(tx: Store, actor: Actor, order: OnProposal) {
  const row = await tx.proposal.findUnique({
    where: { id: order.proposal },
    include: {
      assessment: { select: { revision: true } },
      version: { select: { latest: true, article: { select: { teamId: true } } } },
    },
  });
  const found = row && { ...row, teamId: row.version.article.teamId };
  authorizeFound(actor, 'assessment.change', found);
  checkLatest(found.version);
  return found;
}

const events = {
  open: 'proposal.reopened',
  accepted: 'proposal.accepted',
  corrected: 'proposal.corrected',
  rejected: 'proposal.rejected',
} as const;

async function decide(
  tx: Store,
  actor: Actor,
  order: OnProposal,
  to: { state: ProposalState; assessmentId: string | null },
): Promise<void> {
  const decided = to.state !== 'open';
  const { count } = await tx.proposal.updateMany({
    where: { id: order.proposal, revision: order.revision },
    data: {
      ...to,
      revision: order.revision + 1,
      decidedById: decided ? actor.id : null,
      decidedAt: decided ? new Date() : null,
    },
  });
  if (count === 0)
    throw new AppError(
      'conflict',
      'Somebody else has decided on this statement meanwhile. Look at it again.',
    );
  await record(tx, {
    actorId: actor.id,
    event: events[to.state],
    subjectType: 'proposal',
    subjectId: order.proposal,
    detail: { assessment: to.assessmentId },
  });
}
