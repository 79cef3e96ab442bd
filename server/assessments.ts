import {
  type Add,
  type AssessmentInput,
  type Change,
  isCorrection,
  type Remove,
} from '@/domain/assessment-input';
import { AppError } from '@/domain/errors';
import { proposedSchema } from '@/domain/proposal';
import { type Span, spansAt, withoutOverlap } from '@/domain/span';
import type { Actor } from '@/domain/user';
import { memosVisibleTo } from './access';
import { record } from './audit';
import { authorizeFound } from './authorize';
import { change, type Store } from './db';
import { settleHolders } from './holders';

type Written = {
  id: string;
  teamId: string;
  versionId: string;
  input: AssessmentInput;
  /** Whether a person gave the roles, which then stand in place of those of the same date. */
  corrects: boolean;
};

/** Adds a statement that the engine did not find. */
export async function addAssessment(actor: Actor, order: Add): Promise<void> {
  await change(async (tx) => {
    const version = await tx.articleVersion.findUnique({
      where: { id: order.version },
      select: { latest: true, article: { select: { teamId: true } } },
    });
    authorizeFound(actor, 'assessment.change', version?.article ?? null);
    checkLatest(version);
    const { assessment: id, version: versionId, input } = order;
    const teamId = version?.article.teamId ?? '';
    await writeAssessment(tx, actor, { id, teamId, versionId, input, corrects: true });
    await note(tx, actor, 'assessment.added', id);
  });
}

/** Changes a statement in all that a person can say of it. */
export async function changeAssessment(actor: Actor, order: Change): Promise<void> {
  await change(async (tx) => {
    const { versionId, teamId, holders, proposal } = await load(tx, actor, order);
    const { assessment: id, revision, input } = order;
    const before = holders.map((each) => each.expertId).sort();
    const after = [...new Set(input.holders.map((each) => each.id))].sort();
    // A memo names its speakers in words of its own, which would go on saying the old name.
    if (before.join() !== after.join()) await checkUnused(tx, actor, id);
    const { count } = await tx.assessment.updateMany({
      where: { id, revision },
      data: { ...plain(input), revision: revision + 1 },
    });
    if (count === 0) throw stale();
    await tx.assessmentHolder.deleteMany({ where: { assessmentId: id } });
    await tx.assessmentIssue.deleteMany({ where: { assessmentId: id } });
    await tx.span.deleteMany({ where: { assessmentId: id } });
    await writeParts(tx, actor, { id, teamId, versionId, input, corrects: true });
    if (proposal && isCorrection(proposedSchema.parse(proposal.statement), input))
      await tx.proposal.update({ where: { id: proposal.id }, data: { state: 'corrected' } });
    await note(tx, actor, 'assessment.changed', id);
  });
}

/** Removes a statement; refused while a memo rests on it. */
export async function removeAssessment(actor: Actor, order: Remove): Promise<void> {
  await change(async (tx) => {
    const { proposal } = await load(tx, actor, order);
    if (proposal)
      throw new AppError(
        'conflict',
        'This statement was proposed: open its proposal again instead.',
      );
    const { count } = await tx.assessment.updateMany({
      where: { id: order.assessment, revision: order.revision },
      data: { revision: order.revision + 1 },
    });
    if (count === 0) throw stale();
    await deleteAssessment(tx, actor, order.assessment);
    await note(tx, actor, 'assessment.removed', order.assessment);
  });
}

/** Writes a new assessment with all its parts; the caller has authorized and records it. */
export async function writeAssessment(tx: Store, actor: Actor, order: Written): Promise<void> {
  const { id, versionId, input } = order;
  const known = await tx.assessment.findUnique({ where: { id }, select: { id: true } });
  if (known) throw new AppError('conflict', 'This statement is kept already. Reload the page.');
  const last = await tx.assessment.aggregate({ where: { versionId }, _max: { position: true } });
  const position = (last._max.position ?? -1) + 1;
  await tx.assessment.create({ data: { id, versionId, position, ...plain(input) } });
  await writeParts(tx, actor, order);
}

/**
 * Deletes an assessment, and whoever is left without any by it; refused where memos rest on it, with the
 * titles of those that the actor sees.
 */
export async function deleteAssessment(tx: Store, actor: Actor, id: string): Promise<void> {
  await checkUnused(tx, actor, id);
  const held = await tx.assessmentHolder.findMany({ where: { assessmentId: id } });
  await tx.assessment.delete({ where: { id } });
  // Experts are there because something is kept of them.
  await tx.expert.deleteMany({
    where: { id: { in: held.map((each) => each.expertId) }, holds: { none: {} } },
  });
}

async function checkUnused(tx: Store, actor: Actor, id: string): Promise<void> {
  const count = await tx.memoAssessment.count({ where: { assessmentId: id } });
  if (count === 0) return;
  const uses = await tx.memoAssessment.findMany({
    where: { assessmentId: id, memo: memosVisibleTo(actor) },
    select: { memo: { select: { title: true } } },
    take: 3,
  });
  const titles = uses.map(({ memo }) => `“${memo.title}”`).join(', ');
  throw new AppError(
    'conflict',
    titles
      ? `A memo rests on this statement: ${titles}. Take it out there first.`
      : 'A memo that is not open to you rests on this statement. Ask an administrator of your team.',
  );
}

/** Refuses what was decided on an older version of the article than the one in store. */
export function checkLatest(version: { latest: boolean } | null): void {
  if (version && !version.latest)
    throw new AppError(
      'conflict',
      'A newer version of this article was brought in meanwhile. Reload the page to check that one.',
    );
}

function plain({ kind, viewOf, directness, groundRule, note: words }: AssessmentInput) {
  return { kind, viewOf, directness, groundRule, note: words };
}

async function writeParts(tx: Store, actor: Actor, order: Written): Promise<void> {
  const { id: assessmentId, input } = order;
  const expertIds = await settleHolders(tx, actor, { ...order, holders: input.holders });
  await checkIssues(tx, order);
  await tx.assessmentHolder.createMany({
    data: expertIds.map((expertId) => ({ assessmentId, expertId })),
  });
  await tx.assessmentIssue.createMany({
    data: input.issues.map((tag) => ({ ...tag, assessmentId })),
  });
  const spans = await resolveSpans(tx, order);
  await tx.span.createMany({
    data: spans.map((span, position) => ({ ...span, assessmentId, position })),
  });
}

/** The chosen words as spans of this version's numbered paragraphs. */
async function resolveSpans(tx: Store, order: Written): Promise<Omit<Span, 'id'>[]> {
  const ids = [...new Set(order.input.spans.map((span) => span.paragraphId))];
  const rows = await tx.paragraph.findMany({
    where: { id: { in: ids }, versionId: order.versionId, number: { not: null } },
    select: { id: true, text: true },
  });
  const spans = withoutOverlap(order.input.spans).flatMap(({ paragraphId, start, end }) => {
    const paragraph = rows.find((row) => row.id === paragraphId);
    if (!paragraph || end > paragraph.text.length)
      throw new AppError('invalid', 'Some of the chosen words are not in this article’s body.');
    return spansAt(paragraph, start, end);
  });
  if (spans.length === 0)
    throw new AppError('invalid', 'Choose at least one word: what is chosen is blank.');
  return spans;
}

async function checkIssues(tx: Store, { teamId, input }: Written): Promise<void> {
  const ids = new Set(input.issues.map((tag) => tag.issueId));
  if (ids.size < input.issues.length)
    throw new AppError('invalid', 'An issue is given twice. Keep one of the two.');
  const found = await tx.issue.count({ where: { id: { in: [...ids] }, teamId } });
  if (found < ids.size)
    throw new AppError('invalid', 'One of the issues is no longer there. Reload the page.');
}

async function load(tx: Store, actor: Actor, { assessment: id }: { assessment: string }) {
  const row = await tx.assessment.findUnique({
    where: { id },
    include: {
      proposal: { select: { id: true, statement: true } },
      holders: { select: { expertId: true } },
      version: { select: { latest: true, article: { select: { teamId: true } } } },
    },
  });
  const found = row && { ...row, teamId: row.version.article.teamId };
  authorizeFound(actor, 'assessment.change', found);
  checkLatest(found.version);
  return found;
}

function stale(): AppError {
  return new AppError(
    'conflict',
    'Somebody else has changed this statement meanwhile. Look at it again.',
  );
}

function note(
  tx: Store,
  actor: Actor,
  event: 'assessment.added' | 'assessment.changed' | 'assessment.removed',
  subjectId: string,
): Promise<void> {
  return record(tx, { actorId: actor.id, event, subjectType: 'assessment', subjectId });
}
