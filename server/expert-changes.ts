import { AppError } from '@/domain/errors';
import type { ExpertChange, Merge, Split, TellApart } from '@/domain/expert-change';
import type { Actor } from '@/domain/user';
import { record } from './audit';
import { authorizeFound } from './authorize';
import { change, type Store } from './db';
import { pairKey } from './experts';

/** Changes an expert's name, kind and aliases; a name that is given up stays as an alias. */
export async function changeExpert(actor: Actor, order: ExpertChange): Promise<void> {
  await change(async (tx) => {
    const expert = await load(tx, actor, order.id);
    const { id, revision, name, kind } = order;
    const kept = expert.name === name ? [] : [expert.name];
    const aliases = [...new Set([...order.aliases, ...kept])].filter((each) => each !== name);
    await step(tx, { id, revision }, { name, kind, aliases });
    await note(tx, actor, 'expert.changed', id);
  });
}

/**
 * Merges two experts into one, because a person says they are the same: the first keeps its name
 * and takes over the other's names, affiliations and statements. A split takes it apart again.
 */
export async function mergeExperts(actor: Actor, order: Merge): Promise<void> {
  await change(async (tx) => {
    const { id, revision, other: otherId, otherRevision } = order;
    const [one, other] = [await load(tx, actor, id), await load(tx, actor, otherId)];
    if (id === otherId) throw new AppError('invalid', 'Choose another expert to merge with.');
    if (one.teamId !== other.teamId)
      throw new AppError('invalid', 'Experts of two teams can’t be merged.');
    const names = [...one.aliases, other.name, ...other.aliases];
    const aliases = [...new Set(names)].filter((name) => name !== one.name);
    await step(tx, { id: otherId, revision: otherRevision }, {});
    await step(tx, { id, revision }, { aliases });
    const assessments = await moveHolds(tx, { from: otherId, to: id });
    await moveAffiliations(tx, { from: otherId, to: id });
    await tx.expert.delete({ where: { id: otherId } });
    await note(tx, actor, 'expert.merged', id, {
      merged: otherId,
      name: other.name,
      statements: assessments.length,
    });
  });
}

/**
 * Moves statements from an expert to another: to a new one under an id that the browser made, or
 * to one of the team's. For what was merged, or resolved, wrongly.
 */
export async function splitExpert(actor: Actor, order: Split): Promise<void> {
  await change(async (tx) => {
    const { id, revision, to, name, assessments } = order;
    const from = await load(tx, actor, id);
    if (id === to) throw new AppError('invalid', 'Choose somebody else to move them to.');
    const target = await tx.expert.findUnique({ where: { id: to } });
    if (target) authorizeFound(actor, 'expert.change', target);
    if (target && target.teamId !== from.teamId)
      throw new AppError('invalid', 'Statements stay within their team.');
    if (!target)
      await tx.expert.create({ data: { id: to, teamId: from.teamId, name, kind: from.kind } });
    await step(tx, { id, revision }, { aliases: from.aliases.filter((each) => each !== name) });
    const moved = await moveHolds(tx, { from: id, to, only: assessments });
    if (moved.length < assessments.length)
      throw new AppError(
        'conflict',
        'Some of these statements have moved already. Reload the page.',
      );
    await tellPairApart(tx, id, to);
    await note(tx, actor, 'expert.split', id, { to, statements: moved.length });
  });
}

/** Keeps that two experts are not the same, so that it is not asked again. */
export async function tellExpertsApart(actor: Actor, { id, other }: TellApart): Promise<void> {
  await change(async (tx) => {
    const [first, second] = [await load(tx, actor, id), await load(tx, actor, other)];
    if (id === other || first.teamId !== second.teamId)
      throw new AppError('invalid', 'Choose two experts of one team.');
    await tellPairApart(tx, id, other);
    await note(tx, actor, 'expert.told-apart', id, { other });
  });
}

async function tellPairApart(tx: Store, one: string, other: string): Promise<void> {
  const [oneId = '', otherId = ''] = pairKey(one, other).split(' ');
  await tx.expertDistinct.createMany({ data: [{ oneId, otherId }], skipDuplicates: true });
}

async function load(tx: Store, actor: Actor, id: string) {
  const row = await tx.expert.findUnique({ where: { id } });
  authorizeFound(actor, 'expert.change', row);
  return row;
}

type Named = { name?: string; kind?: 'person' | 'group' | 'document'; aliases?: string[] };

/** Writes by compare-and-swap on the revision. */
async function step(tx: Store, at: { id: string; revision: number }, data: Named): Promise<void> {
  const { count } = await tx.expert.updateMany({
    where: at,
    data: { ...data, revision: at.revision + 1 },
  });
  if (count === 0)
    throw new AppError(
      'conflict',
      'Somebody else has changed this expert meanwhile. Look at it again.',
    );
}

async function moveHolds(
  tx: Store,
  { from, to, only }: { from: string; to: string; only?: string[] },
): Promise<string[]> {
  const rows = await tx.assessmentHolder.findMany({
    where: { expertId: from, ...(only ? { assessmentId: { in: only } } : {}) },
  });
  const ids = rows.map((row) => row.assessmentId);
  // One whom both hold together stays one statement of the one who is left.
  await tx.assessmentHolder.createMany({
    data: ids.map((assessmentId) => ({ assessmentId, expertId: to })),
    skipDuplicates: true,
  });
  await tx.assessmentHolder.deleteMany({ where: { expertId: from, assessmentId: { in: ids } } });
  await tx.assessment.updateMany({
    where: { id: { in: ids } },
    data: { revision: { increment: 1 } },
  });
  return ids;
}

async function moveAffiliations(tx: Store, { from, to }: { from: string; to: string }) {
  const rows = await tx.affiliation.findMany({ where: { expertId: from } });
  await tx.affiliation.createMany({
    data: rows.map(({ organisation, role, asOf }) => ({ organisation, role, asOf, expertId: to })),
    skipDuplicates: true,
  });
}

function note(
  tx: Store,
  actor: Actor,
  event: 'expert.changed' | 'expert.merged' | 'expert.split' | 'expert.told-apart',
  subjectId: string,
  detail: Record<string, string | number> = {},
): Promise<void> {
  return record(tx, { actorId: actor.id, event, subjectType: 'expert', subjectId, detail });
}
