import { v7 } from 'uuid';
import { largestBatch } from '@/domain/batch';
import type { Dissent } from '@/domain/clearance/list';
import { nameOf } from '@/domain/clearance/obstacles';
import type { OnList } from '@/domain/clearance/orders';
import { splitMemo } from '@/domain/clearance/split';
import { readDocument } from '@/domain/document/document';
import { stepsBetween } from '@/domain/document/restore';
import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import { change } from '../db';
import { getMemo, saveMemo } from '../memos';
import { guard, loadListed, note } from './list';
import { addresseeOf } from './load';
import { tellList } from './telling';

/**
 * What becomes of an objection: it goes on record and is printed, or the memo puts it to its principal
 * as a split, with the office's own recommendation as a second one. The text then has other words, so
 * that whoever cleared that section is asked again.
 */
export async function settleDissent(
  actor: Actor,
  order: OnList & { dissent: Dissent },
): Promise<string> {
  const { memoId, office, words } = await change(async (tx) => {
    const { row, addressee } = await loadListed(tx, actor, order);
    const known = addresseeOf(addressee);
    if (known.response?.outcome !== 'object')
      throw new AppError('invalid', 'There is no objection of theirs to settle.');
    if (order.dissent === 'split') await checkSplit(actor, row.memoId, nameOf(known));
    await guard(tx, row, order.revision, {});
    const { dissent } = order;
    await tx.addressee.update({ where: { id: addressee.id }, data: { dissent } });
    const detail = { addressee: addressee.id, dissent };
    await note(tx, actor, 'clearance.dissent-settled', row.id, detail);
    await tellList(tx, row.id, { now: new Date(), byId: actor.id });
    return {
      memoId: row.memoId,
      office: known.office || nameOf(known),
      words: known.response.text,
    };
  });
  if (order.dissent !== 'split') return 'The dissent is on record and will be printed.';
  await writeSplit(actor, memoId, { office, recommends: words });
  return 'The memo puts the objection to its principal. Who cleared that section is asked again.';
}

async function checkSplit(actor: Actor, memoId: string, office: string): Promise<void> {
  const { document } = await getMemo(actor, memoId);
  const ids: [string, string, string] = ['a', 'b', 'c'];
  if (splitMemo(readDocument(document), { office, recommends: '', ids }) === null)
    throw new AppError(
      'invalid',
      'The memo recommends nothing yet, so there is nothing to oppose. Write the recommendation first.',
    );
}

async function writeSplit(
  actor: Actor,
  memoId: string,
  { office, recommends }: { office: string; recommends: string },
): Promise<void> {
  const { document, version } = await getMemo(actor, memoId);
  const before = readDocument(document);
  const after = splitMemo(before, { office, recommends, ids: [v7(), v7(), v7()] });
  if (!after) return;
  const steps = stepsBetween(before, after, largestBatch);
  const clientId = `split-${v7()}`;
  await saveMemo(actor, { memo: memoId, from: version, clientId, clientSeq: 1, steps });
}
