import type { MemoAccess } from '@/domain/access';
import { derive } from '@/domain/derive';
import { readDocument, wordsOf } from '@/domain/document/document';
import { withoutSuggestions } from '@/domain/document/settle';
import { basesIn } from '@/domain/document/walk';
import type { MemoOrder, NewDerivation } from '@/domain/reassembly/order';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { authorizeMemo, memosVisibleTo } from './access';
import { keepAssembly } from './assemblies';
import { record } from './audit';
import { change, db } from './db';
import { currentText } from './live/log';
import { countOutdated } from './reassembly';
import { keepRevision } from './revisions';
import { takeTemplate } from './templates';
import { keepUses } from './uses';

/**
 * Makes a memo of another's lines, which keep their quotes and bindings, and keeps from which of its
 * versions. What is made of a memo that is open only to people named is open to the same, and to its
 * author. `date` is the new memo's, `YYYY-MM-DD`. Returns the new memo's id.
 */
export async function deriveMemo(
  actor: Actor,
  { parent: parentId, template: slug, ...head }: NewDerivation,
  date: string,
): Promise<string> {
  return change(async (tx) => {
    const { access } = await authorizeMemo(tx, actor, 'memo.derive', parentId);
    const parent = await tx.memo.findUniqueOrThrow({
      where: { id: parentId },
      include: { articles: { select: { versionId: true } } },
    });
    const { id: templateId, template } = await takeTemplate(tx, {
      actor,
      slug,
      teamId: parent.teamId,
    });
    const { version, document: text } = await currentText(tx, parent);
    const document = derive({ ...head, date, template, parent: withoutSuggestions(text) });
    const read = readDocument(document);
    const memo = await tx.memo.create({
      data: {
        teamId: parent.teamId,
        authorId: actor.id,
        templateId,
        parentId,
        title: head.title,
        document: document as Prisma.InputJsonObject,
        text: wordsOf(read),
        articles: { create: parent.articles.map(({ versionId }) => ({ versionId })) },
        ...shutAs(actor, access),
      },
    });
    const order: MemoOrder = { made: 'memo', ...head, date, parent: parentId, version };
    await keepAssembly(tx, actor, memo.id, { order, document });
    await keepUses(tx, memo.id, new Set(), basesIn(read));
    await keepRevision(tx, actor, { ...memo, document, label: 'As assembled' });
    await record(tx, {
      actorId: actor.id,
      event: 'memo.derived',
      subjectType: 'memo',
      subjectId: memo.id,
      detail: { template: slug, parent: parentId, version },
    });
    return memo.id;
  });
}

function shutAs(actor: Actor, { audience, authorId, grants }: MemoAccess) {
  if (audience === 'team') return {};
  const author = { userId: authorId, level: 'edit' as const };
  const known = [author, ...grants.filter(({ userId }) => userId !== authorId)];
  const create = known
    .filter(({ userId }) => userId !== actor.id)
    .map(({ userId, level }) => ({ userId, level, grantedById: actor.id }));
  return { audience, grants: { create } };
}

/** A memo of the same family: its template's name, and how many of its parts are out of date. */
export type Relative = { id: string; title: string; form: string; outdated: number };

/** What a memo was made of, what was made of it (the newest first, 20 at most), and what is stale. */
export type Family = { parent: Relative | null; outdated: number; derived: Relative[] };

/** The memos around one that the actor reads. `outdated` is this memo's own count. */
export async function familyOf(actor: Actor, memoId: string): Promise<Family> {
  const select = { id: true, title: true, template: { select: { name: true } } };
  await authorizeMemo(db(), actor, 'memo.read', memoId);
  const row = await db().memo.findUniqueOrThrow({
    where: { id: memoId },
    select: {
      parentId: true,
      derived: {
        where: memosVisibleTo(actor),
        orderBy: { createdAt: 'desc' },
        take: 20,
        select,
      },
    },
  });
  const derived: Relative[] = [];
  for (const { id, title, template } of row.derived)
    derived.push({ id, title, form: template.name, outdated: await countOutdated(actor, id) });
  const parent = row.parentId
    ? await db().memo.findFirst({ where: { ...memosVisibleTo(actor), id: row.parentId }, select })
    : null;
  return {
    parent: parent
      ? { id: parent.id, title: parent.title, form: parent.template.name, outdated: 0 }
      : null,
    outdated: await countOutdated(actor, memoId),
    derived,
  };
}
