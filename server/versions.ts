import type { Node } from 'prosemirror-model';
import { type DocumentJson, readDocument, writeDocument } from '@/domain/document/document';
import { applySteps } from '@/domain/document/steps';
import { AppError } from '@/domain/errors';
import { isOwnName, type VersionName } from '@/domain/revision';
import type { Actor } from '@/domain/user';
import { authorizeMemo } from './access';
import { record } from './audit';
import { change, type Store } from './db';
import { keepRevision } from './revisions';

/** A whole text of a memo, and which version it is. */
type Text = { version: number; document: Node };

/**
 * The memo's document as of a version: the nearest text kept at or before it, with what the log has
 * since then. A memo has every version from 0 to its latest; any other is not found.
 */
export async function documentAt(store: Store, memoId: string, version: number): Promise<Node> {
  const { version: base, document } = await nearestText(store, memoId, version);
  const batches = await store.memoBatch.findMany({
    where: { memoId, to: { gt: base }, from: { lt: version } },
    orderBy: { from: 'asc' },
    select: { from: true, to: true, steps: true },
  });
  // Either end may lie within a batch.
  const steps = batches.flatMap((batch) =>
    (batch.steps as unknown[]).slice(Math.max(0, base - batch.from), version - batch.from),
  );
  if (base + steps.length !== version) throw notThere(version);
  return applySteps(document, steps);
}

async function nearestText(store: Store, memoId: string, version: number): Promise<Text> {
  const stored = await storedText(store, memoId);
  const kept = await store.revision.findFirst({
    where: { memoId, atVersion: { lte: version } },
    orderBy: { atVersion: 'desc' },
    select: { atVersion: true, document: true },
  });
  const usable = stored.version <= version;
  if (usable && stored.version >= (kept?.atVersion ?? 0))
    return { version: stored.version, document: readDocument(stored.document) };
  if (!kept) throw notThere(version);
  return { version: kept.atVersion, document: readDocument(kept.document) };
}

/** The text in the memo's own row, and which version it is: the one place that knows. */
async function storedText(
  store: Store,
  memoId: string,
): Promise<{ version: number; document: DocumentJson }> {
  const { documentVersion, document } = await store.memo.findUniqueOrThrow({
    where: { id: memoId },
    select: { documentVersion: true, document: true },
  });
  return { version: documentVersion, document: document as DocumentJson };
}

function notThere(version: number): AppError {
  return new AppError('not-found', `This memo has no version ${version}.`);
}

/** The names under which the texts of a version are kept, the first first. */
export async function namesOf(store: Store, memoId: string, version: number): Promise<string[]> {
  const kept = await store.revision.findMany({
    where: { memoId, atVersion: version },
    orderBy: { createdAt: 'asc' },
    select: { label: true },
  });
  return kept.map((each) => each.label);
}

/**
 * Keeps the memo's text at a version under a name. A version has one name: another replaces it. Two
 * versions of a memo may not have the same.
 */
export async function nameVersion(actor: Actor, input: VersionName): Promise<string> {
  const { memo: memoId, version, label } = input;
  return change(async (tx) => {
    await authorizeMemo(tx, actor, 'memo.edit', memoId);
    const kept = await tx.revision.findMany({
      where: { memoId },
      select: { id: true, label: true, atVersion: true },
    });
    const named = kept.filter((each) => !isOwnName(each.label));
    if (named.some((each) => each.label === label && each.atVersion !== version))
      throw new AppError('invalid', 'Another version of this memo has this name already.', {
        label: 'Another version has this name. Choose a different one.',
      });
    const before = named.find((each) => each.atVersion === version);
    if (before) await tx.revision.update({ where: { id: before.id }, data: { label } });
    else {
      const document = writeDocument(await documentAt(tx, memoId, version));
      await keepRevision(tx, actor, { id: memoId, version, document, label });
    }
    await record(tx, {
      actorId: actor.id,
      event: 'memo.version-named',
      subjectType: 'memo',
      subjectId: memoId,
      detail: { version, renamed: before !== undefined },
    });
    return `The version is kept as “${label}”.`;
  });
}
