import type { Holder } from '@/domain/assessment-input';
import { AppError } from '@/domain/errors';
import { type Affiliation, affiliationAsOf } from '@/domain/expert';
import { isCalled } from '@/domain/speaker';
import type { Actor } from '@/domain/user';
import { record } from './audit';
import type { Store } from './db';
import { toExpert, withAffiliations } from './evidence';

type Order = { teamId: string; versionId: string; holders: Holder[]; corrects: boolean };

/**
 * Makes sure that each holder is an expert of the team, and returns their ids. An unknown id makes
 * a new expert; a known one gains the name as an alias, and the role as of the article's date,
 * where they are new. A role that a person gives (`corrects`) stands in place of that of the same
 * date, and an empty one takes it away. An id is a person's choice: names alone never join two experts.
 */
export async function settleHolders(tx: Store, actor: Actor, order: Order): Promise<string[]> {
  const { publishedOn: asOf } = await tx.articleVersion.findUniqueOrThrow({
    where: { id: order.versionId },
    select: { publishedOn: true },
  });
  for (const holder of order.holders) await settle(tx, actor, { ...order, holder, asOf });
  return [...new Set(order.holders.map((holder) => holder.id))];
}

type One = { teamId: string; holder: Holder; asOf: Date; corrects: boolean };

async function settle(tx: Store, actor: Actor, one: One): Promise<void> {
  const { teamId, holder } = one;
  const { id, name, kind } = holder;
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
  const day = one.asOf.toISOString().slice(0, 10);
  await affiliate(tx, one, row ? affiliationAsOf(toExpert(row), day) : undefined);
}

async function affiliate(tx: Store, one: One, held: Affiliation | undefined): Promise<void> {
  const { asOf, corrects } = one;
  const { id, role, organisation } = one.holder;
  if (held?.role === role && held.organisation === organisation) return;
  const isSameDay = held?.asOf === asOf.toISOString().slice(0, 10);
  if (corrects && isSameDay) await tx.affiliation.deleteMany({ where: { expertId: id, asOf } });
  if (role === '' && organisation === '') return;
  // Two descriptions of one day, by the engine alone, would hide each other.
  if (isSameDay && !corrects) return;
  await tx.affiliation.createMany({
    data: [{ expertId: id, role, organisation, asOf }],
    skipDuplicates: true,
  });
}
