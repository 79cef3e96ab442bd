import { hashText } from '@/domain/article';
import type { DocumentJson } from '@/domain/document/document';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import type { Store } from './db';

/** A whole text of a memo that is to be kept. */
type Kept = { id: string; version: number; document: DocumentJson; label: string };

/** SHA-256 of a document's text as it is stored, hexadecimal: what clearance will bind to. */
export function hashDocument(document: DocumentJson): string {
  return hashText(JSON.stringify(document));
}

/** Keeps the memo's text as a revision, unless the last one kept is this very text. */
export async function keepRevision(tx: Store, actor: Actor, memo: Kept): Promise<void> {
  const sha256 = hashDocument(memo.document);
  const last = await tx.revision.findFirst({
    where: { memoId: memo.id },
    orderBy: { createdAt: 'desc' },
    select: { sha256: true, label: true },
  });
  if (last?.sha256 === sha256 && last.label === memo.label) return;
  await tx.revision.create({
    data: {
      memoId: memo.id,
      atVersion: memo.version,
      label: memo.label,
      document: memo.document as Prisma.InputJsonObject,
      sha256,
      authorId: actor.id,
    },
  });
}
