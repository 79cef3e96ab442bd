import type { Node } from 'prosemirror-model';
import { v7 } from 'uuid';
import { largestBatch } from '@/domain/batch';
import { readDocument, writeDocument } from '@/domain/document/document';
import { stepsBetween } from '@/domain/document/restore';
import { usedEvidence } from '@/domain/document/walk';
import { AppError } from '@/domain/errors';
import type { Take } from '@/domain/reassembly/order';
import { take } from '@/domain/reassembly/take';
import type { Actor } from '@/domain/user';
import { authorizeMemo } from './access';
import { keepAssembly } from './assemblies';
import { record } from './audit';
import { change, type Store } from './db';
import { loadEvidence } from './evidence';
import { saveMemo } from './memos';
import { authorizeSources, loadForPlan, workOut } from './reassembly';
import { keepRevision } from './revisions';
import { documentAt } from './versions';

/**
 * Takes the chosen proposals into the memo, as ordinary steps on the version they were made from, and
 * lets its quotes and citations lead to the newest version of each article. What was not chosen stays
 * as people wrote it and is not proposed again. Refused, with nothing changed, where memo or evidence
 * are not what the page showed.
 */
export async function takeProposals(actor: Actor, input: Take): Promise<string> {
  const { memo: memoId, base } = input;
  const { plan, steps, fresh } = await change((tx) => prepare(tx, actor, input));
  const clientId = `assembly-${v7()}`;
  const saved =
    steps.length > 0
      ? await saveMemo(actor, { memo: memoId, from: base, clientId, clientSeq: 1, steps })
      : { version: base };
  const taken = input.take.length;
  await change(async (tx) => {
    const now = await documentAt(tx, memoId, saved.version);
    await letGo(tx, memoId, now, plan.older);
    await keepAssembly(tx, actor, memoId, { order: plan.order, document: fresh });
    const kept = { id: memoId, version: saved.version, document: writeDocument(now) };
    if (steps.length > 0) await keepRevision(tx, actor, { ...kept, label: 'As assembled anew' });
    await record(tx, {
      actorId: actor.id,
      event: 'memo.reassembled',
      subjectType: 'memo',
      subjectId: memoId,
      detail: { from: base, to: saved.version, taken, left: plan.proposals.length - taken },
    });
  });
  const left = plan.proposals.length - taken;
  return `${taken === 1 ? 'One change was' : `${taken} changes were`} taken${left > 0 ? `, ${left} left` : ''}.`;
}

async function prepare(tx: Store, actor: Actor, input: Take) {
  await authorizeMemo(tx, actor, 'memo.assemble', input.memo);
  const memo = await loadForPlan(tx, input.memo);
  await authorizeSources(tx, actor, memo);
  const plan = await workOut(tx, memo, input);
  if (plan.version !== input.base || plan.digest !== input.digest) throw changedSince();
  const chosen = plan.proposals.filter(({ key }) => input.take.includes(key));
  if (chosen.length < new Set(input.take).size) throw changedSince();
  const target = take(plan.renamedMine, plan.fresh, chosen);
  const steps = stepsBetween(plan.mine, target, largestBatch);
  const held = new Set(plan.held);
  await tx.memoArticle.createMany({
    data: plan.evidence.articles
      .filter(({ id }) => !held.has(id))
      .map(({ id }) => ({ memoId: memo.id, versionId: id })),
    skipDuplicates: true,
  });
  if (steps.length > 0)
    await keepRevision(tx, actor, {
      id: memo.id,
      version: plan.version,
      document: writeDocument(plan.mine),
      label: 'Before assembling anew',
    });
  return { plan, steps, fresh: writeDocument(plan.fresh) };
}

/** A memo lets go of an article's older version once nothing in its text leads there any more. */
async function letGo(tx: Store, memoId: string, document: Node, older: string[]): Promise<void> {
  if (older.length === 0) return;
  const evidence = await loadEvidence(tx, older);
  // What was issued as cleared goes on resting on what it did.
  const issued = await tx.clearance.findMany({
    where: { memoId, issuedAt: { not: null } },
    select: { issuedText: true },
  });
  const texts = [document, ...issued.map(({ issuedText }) => readDocument(issuedText))];
  const used = texts.flatMap((text) => usedEvidence(text, evidence).articles);
  const stay = new Set(used.map(({ id }) => id));
  const gone = older.filter((id) => !stay.has(id));
  await tx.memoArticle.deleteMany({ where: { memoId, versionId: { in: gone } } });
}

function changedSince(): AppError {
  return new AppError(
    'conflict',
    'The memo or its evidence has been changed since this page was opened. Nothing was changed; look again.',
  );
}
