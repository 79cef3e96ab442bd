import type { Holder } from '@/domain/assessment-input';
import { AppError } from '@/domain/errors';
import { affiliationAsOf } from '@/domain/expert';
import { isCalled } from '@/domain/speaker';
import type { Actor } from '@/domain/user';
import { record } from './audit';
import type { Store } from './db';
import { toExpert, withAffiliations } from './evidence';

type Order = { teamId: string; versionId: string; holders: Holder[] };

/**
 * Makes sure that each holder is an expert of the team, and returns their ids. An unknown id makes
 * a new expert; a known one gains the name as an alias, and the role as of the article's date,
 * where they are new. An id is a person's choice: names alone never join two experts.
 */
export async function settleHolders(tx: Store, actor: Actor, order: Order): Promise<string[]> {
  const { publishedOn: asOf } = await tx.articleVersion.findUniqueOrThrow({
    where: { id: order.versionId },
    select: { publishedOn: true },
  });
  for (const holder of order.holders) await settle(tx, actor, { ...order, holder, asOf });
  return [...new Set(order.holders.map((holder) => holder.id))];
}

type One = { teamId: string; holder: Holder; asOf: Date };

async function settle(tx: Store, actor: Actor, { teamId, holder, asOf }: One): Promise<void> {
  const { id, name, kind, role, organisation } = holder;
  const row = await tx.expert.findUnique({ where: { id }, include: withAffiliations });
  if (row && row.teamId !== teamId)
    throw new AppError('invalid', 'One of the speakers is not in your team’s store.');
  if (!row) {
    await tx.expert.create({ data: { id, teamId, name, kind } });
    await record(tx, {
      actorId: actor.id,
      event: 'expert.added',
      subjectType: 'expert',
      subjectId: id,
    });
  } else if (!isCalled(toExpert(row), name))
    await tx.expert.update({
      where: { id },
      data: { aliases: { push: name }, revision: { increment: 1 } },
    });
  if (role === '' && organisation === '') return;
  const day = asOf.toISOString().slice(0, 10);
  const held = row ? affiliationAsOf(toExpert(row), day) : undefined;
  if (held && held.role === role && held.organisation === organisation) return;
  await tx.affiliation.createMany({
    data: [{ expertId: id, role, organisation, asOf }],
    skipDuplicates: true,
  });
}
