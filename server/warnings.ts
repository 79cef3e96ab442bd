import { createHash } from 'node:crypto';
import type { AcceptedWarning, AcceptWarning } from '@/domain/accepted-warning';
import { readDocument } from '@/domain/document/document';
import { withoutSuggestions } from '@/domain/document/settle';
import { AppError } from '@/domain/errors';
import { checkEstimates } from '@/domain/estimative';
import { type Trace, traceOf } from '@/domain/trace';
import type { Actor } from '@/domain/user';
import { record } from './audit';
import { authorize } from './authorize';
import { change, db } from './db';
import { getMemo, type MemoView } from './memos';

/** How many warnings on the judgments of a memo, that its reader was given, nobody let stand. */
export async function countOpenWarnings(memo: MemoView): Promise<number> {
  const found = checkEstimates(settled(memo), memo.template.scale);
  if (found.length === 0) return 0;
  const where = { memoId: memo.id };
  const rows = await db().acceptedWarning.findMany({
    where,
    select: { rule: true, sentence: true },
  });
  const standing = new Set(rows.map(({ rule, sentence }) => `${rule} ${sentence}`));
  return found.filter((each) => !standing.has(`${each.rule} ${hashOf(each.sentence)}`)).length;
}

/** A memo sentence by sentence, and which warnings on its judgments were let stand. */
export type TracedMemo = { memo: MemoView; trace: Trace; accepted: AcceptedWarning[] };

/** Leads each sentence of a memo that the actor may read back to its paragraphs. */
export async function traceMemo(actor: Actor, id: string): Promise<TracedMemo> {
  const memo = await getMemo(actor, id);
  const rows = await db().acceptedWarning.findMany({
    where: { memoId: memo.id },
    orderBy: { createdAt: 'asc' },
    select: { rule: true, sentence: true, reason: true, author: { select: { name: true } } },
  });
  const accepted = rows.map(({ author, ...row }) => ({ ...row, by: author.name }));
  return { memo, trace: traceOf(settled(memo), memo.evidence, memo.template.scale), accepted };
}

/** The SHA-256 of a sentence, by which a warning that stands knows its words again. */
export function hashOf(sentence: string): string {
  return createHash('sha256').update(sentence).digest('hex');
}

/**
 * Lets a warning on one of our judgments stand, with the reason. It holds for these words alone.
 * Refused where the memo no longer has the sentence, or nothing is wrong with it by this rule.
 */
export async function acceptWarning(actor: Actor, input: AcceptWarning): Promise<void> {
  const memo = await getMemo(actor, input.memo);
  authorize(actor, 'memo.edit', memo);
  const found = checkEstimates(settled(memo), memo.template.scale).some(
    ({ rule, sentence }) => rule === input.rule && sentence === input.sentence,
  );
  if (!found)
    throw new AppError(
      'conflict',
      'The sentence has changed since this page was opened. Load it again, and see whether the warning is still there.',
    );
  const key = { memoId: memo.id, rule: input.rule, sentence: hashOf(input.sentence) };
  await change(async (tx) => {
    const { count } = await tx.acceptedWarning.createMany({
      data: [{ ...key, reason: input.reason, authorId: actor.id }],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError('conflict', 'Somebody let this warning stand already.');
    await record(tx, {
      actorId: actor.id,
      event: 'memo.warning-accepted',
      subjectType: 'memo',
      subjectId: memo.id,
      detail: { rule: input.rule, version: memo.version },
    });
  });
}

function settled(memo: MemoView) {
  return withoutSuggestions(readDocument(memo.document));
}
