import { v7 } from 'uuid';
import { largestBatch } from '@/domain/batch';
import { writeDocument } from '@/domain/document/document';
import { keepsFrame } from '@/domain/document/frame';
import { stepsBetween } from '@/domain/document/restore';
import { AppError } from '@/domain/errors';
import { callVersion, type Restore } from '@/domain/revision';
import type { Actor } from '@/domain/user';
import { authorizeMemo } from './access';
import { record } from './audit';
import { change, type Store } from './db';
import { saveMemo } from './memos';
import { keepRevision } from './revisions';
import { onItsTemplate } from './template-moves';
import { documentAt, namesOf } from './versions';

/**
 * Brings the text of an earlier version back as a new one; nothing is taken out of the history. It
 * is saved as ordinary steps, so that open editors take it in and go on. The text before and after
 * are kept. A text from before the memo was moved to a newer version of its template comes back in the
 * sections of that version. Refused where the memo has changed since `base`, or says the same already.
 */
export async function restoreVersion(actor: Actor, input: Restore): Promise<string> {
  const { memo, version, base } = input;
  const { steps, name, isMoved } = await change((tx) => prepare(tx, actor, input));
  const clientId = `restore-${v7()}`;
  const save = { memo, from: base, clientId, clientSeq: 1, steps };
  const saved = await saveMemo(actor, save, isMoved ? 'reframe' : 'edit');
  await change(async (tx) => {
    const document = writeDocument(await documentAt(tx, memo, saved.version));
    const label = `Restored from ${name}`;
    await keepRevision(tx, actor, { id: memo, version: saved.version, document, label });
    await record(tx, {
      actorId: actor.id,
      event: 'memo.restored',
      subjectType: 'memo',
      subjectId: memo,
      detail: { version, from: base, to: saved.version },
    });
  });
  return `The memo says again what it said in ${name}.`;
}

async function prepare(tx: Store, actor: Actor, { memo: memoId, version, base }: Restore) {
  await authorizeMemo(tx, actor, 'memo.edit', memoId);
  const memo = await tx.memo.findUniqueOrThrow({
    where: { id: memoId },
    select: { version: true },
  });
  if (memo.version !== base) throw changedSince();
  const now = await documentAt(tx, memoId, base);
  const then = await documentAt(tx, memoId, version);
  // The memo was moved to another version of its template since, and stays on that one.
  const isMoved = !keepsFrame(now, then);
  const wanted = isMoved ? await onItsTemplate(tx, memoId, version, then) : then;
  const steps = stepsBetween(now, wanted, largestBatch);
  const name = callVersion(version, await namesOf(tx, memoId, version));
  if (steps.length === 0)
    throw new AppError('invalid', `The memo says just what ${name} says. Nothing was restored.`);
  const label = `Before restoring ${name}`;
  const document = writeDocument(now);
  await keepRevision(tx, actor, { id: memoId, version: base, document, label });
  return { steps, name, isMoved };
}

function changedSince(): AppError {
  return new AppError(
    'conflict',
    'The memo has been changed since this page was opened. Nothing was restored; look at the history again.',
  );
}
