import { Transform } from 'prosemirror-transform';
import { answersTo, mayAnswer } from '@/domain/clearance/list';
import type { Answer, OnList } from '@/domain/clearance/orders';
import { type Seen, seenIn } from '@/domain/clearance/seen';
import { readDocument } from '@/domain/document/document';
import { settle } from '@/domain/document/settle';
import { suggestionsIn } from '@/domain/document/suggestions';
import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import { authorize } from '../authorize';
import { change, type Store } from '../db';
import { getMemo, type MemoView } from '../memos';
import { answeringAs, answersForOn } from './answering';
import { changedMeanwhile, guard, load, loadListed, note } from './list';
import { type AddresseeRow, addresseeOf, type ClearanceRow, listOf } from './load';
import { tellList, tellOfficer } from './telling';
import { textNow } from './text';

/**
 * Answers for somebody on the list, in one's own name or for one who is away, on the version that one
 * read. Whoever clears clears what each section says; whoever clears with edits clears the text that
 * has their own suggestions in it. Refused where the memo has gone on since.
 */
export async function answerClearance(
  actor: Actor,
  order: Answer,
  now = new Date(),
): Promise<string> {
  return change(async (tx) => {
    const found = await tx.addressee.findUnique({
      where: { id: order.addressee },
      select: { clearanceId: true },
    });
    if (!found) throw changedMeanwhile();
    const row = await load(tx, actor, found.clearanceId);
    authorize(actor, 'clearance.answer', row.memo);
    const addressee = row.addressees.find(({ id }) => id === order.addressee);
    if (!addressee) throw changedMeanwhile();
    const answersFor = await answersForOn(tx, actor, now.toISOString().slice(0, 10));
    const answering = answeringAs(actor, addressee, { authorId: row.memo.authorId, answersFor });
    if (!answering) throw notTheirs(actor, row);
    const memo = await getMemo(actor, row.memoId);
    checkOpen(memo, row, addressee, order);
    await tx.response.create({
      data: {
        addresseeId: addressee.id,
        outcome: order.outcome,
        text: order.text,
        version: memo.version,
        seen: seenBy(actor, memo, order.outcome),
        byId: actor.id,
        forId: answering.forId,
      },
    });
    await reopenDissent(tx, row, addressee);
    await note(tx, actor, 'clearance.answered', row.id, {
      addressee: addressee.id,
      outcome: order.outcome,
      version: memo.version,
    });
    const objects = order.outcome === 'object';
    const kind = objects ? 'clearance.objected' : 'clearance.answered';
    await tellOfficer(tx, row, { kind, byId: actor.id, author: objects });
    await tellList(tx, row.id, { now, byId: row.officerId });
    return 'Your answer is on the list.';
  });
}

function notTheirs(actor: Actor, row: ClearanceRow): AppError {
  const sentence =
    actor.id === row.memo.authorId
      ? 'The author can’t clear their own memo.'
      : 'You are not asked here, and nobody who is has you answer for them today.';
  return new AppError('forbidden', sentence);
}

function checkOpen(memo: MemoView, row: ClearanceRow, each: AddresseeRow, order: Answer): void {
  const addressee = addresseeOf(each);
  const { seen } = textNow(memo);
  if (each.state !== 'listed' || !mayAnswer(addressee, { list: listOf(row), seen }))
    throw new AppError(
      'invalid',
      'An earlier stage is still at work. You are asked when it is done.',
    );
  if (!answersTo(addressee.asked).includes(order.outcome))
    throw new AppError('invalid', 'This is no answer to what you are asked.');
  if (memo.version !== order.base)
    throw new AppError(
      'conflict',
      'The memo has been changed since you opened this page. Nothing was recorded: look at what changed, then answer.',
    );
}

/** What an answer is given on: with edits, the text as it is once one's own suggestions are taken. */
function seenBy(actor: Actor, memo: MemoView, outcome: Answer['outcome']): Seen {
  if (outcome !== 'clear-with-edits') return textNow(memo).seen;
  const document = readDocument(memo.document);
  if (!suggestionsIn(document).some(({ account }) => account === actor.id))
    throw new AppError(
      'invalid',
      'You have no edits in the text. Suggest them there first, so that all see what you clear; or clear it as it is.',
    );
  const isOwn = (account: string) => (account === actor.id ? 'accept' : 'reject');
  return seenIn(settle(new Transform(document), ({ account }) => isOwn(account)).doc);
}

/** A new answer is a new matter: what became of an earlier objection is no answer to it. */
async function reopenDissent(tx: Store, row: ClearanceRow, each: AddresseeRow): Promise<void> {
  await tx.addressee.update({ where: { id: each.id }, data: { dissent: 'open' } });
  await tx.clearance.update({ where: { id: row.id }, data: { revision: { increment: 1 } } });
}

/** The action officer goes forward without an office that did not answer in time; it is printed so. */
export async function recordNoResponse(
  actor: Actor,
  order: OnList,
  now = new Date(),
): Promise<void> {
  await change(async (tx) => {
    const { row, addressee } = await loadListed(tx, actor, order);
    if (addressee.responses.length > 0) throw changedMeanwhile();
    if (!addressee.dueAt || addressee.dueAt > now)
      throw new AppError(
        'invalid',
        'They may still answer: a memo goes forward without an office after its deadline alone.',
      );
    await guard(tx, row, order.revision, {});
    const { version } = await getMemo(actor, row.memoId);
    await tx.response.create({
      data: {
        addresseeId: addressee.id,
        outcome: 'no-response',
        text: '',
        version,
        seen: {},
        byId: actor.id,
      },
    });
    await note(tx, actor, 'clearance.no-response', row.id, { addressee: addressee.id, version });
    await tellList(tx, row.id, { now, byId: actor.id });
  });
}
