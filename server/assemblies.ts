import type { Node } from 'prosemirror-model';
import { type DocumentJson, readDocument } from '@/domain/document/document';
import { keyOf, partsOf } from '@/domain/document/parts';
import { type Order, orderSchema } from '@/domain/reassembly/order';
import { type Template, templateSchema } from '@/domain/template';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import type { Store } from './db';
import { loadEvidence, toDay } from './evidence';
import { issuesOf } from './issues';
import { documentAt } from './versions';

/** The last text that was assembled for a memo, before anybody wrote in it, and what of. */
export type Assembled = { order: Order; document: Node };

/** Keeps what was assembled for a memo, beside what was assembled before. */
export async function keepAssembly(
  tx: Store,
  actor: Actor,
  memoId: string,
  { order, document }: { order: Order; document: DocumentJson },
): Promise<void> {
  await tx.assembly.create({
    data: { memoId, order, document: document as Prisma.InputJsonObject, authorId: actor.id },
  });
}

/** What was assembled last for a memo. Of one made before this was kept, its first version tells. */
export async function lastAssembly(store: Store, memoId: string): Promise<Assembled> {
  const kept = await store.assembly.findFirst({
    where: { memoId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { order: true, document: true },
  });
  if (kept) return { order: orderSchema.parse(kept.order), document: readDocument(kept.document) };
  return readFirst(store, memoId);
}

async function readFirst(store: Store, memoId: string): Promise<Assembled> {
  const memo = await store.memo.findUniqueOrThrow({
    where: { id: memoId },
    select: {
      title: true,
      createdAt: true,
      articles: { select: { versionId: true } },
      template: { select: { definition: true } },
    },
  });
  const document = await documentAt(store, memoId, 0);
  const versions = memo.articles.map(({ versionId }) => versionId);
  const { assessments } = await loadEvidence(store, versions);
  const ids = new Set(partsOf(document).flatMap(({ node }) => keyOf(node).split('.')));
  const issues = (await issuesOf(store, assessments)).filter(({ id }) => ids.has(id));
  const words = headWords(document, templateSchema.parse(memo.template.definition));
  const order: Order = {
    made: 'evidence',
    title: memo.title,
    to: words('to'),
    from: words('from'),
    date: toDay(memo.createdAt),
    issues: issues.map(({ id }) => id),
    matrix: ids.has('matrix'),
    versions,
  };
  return { order, document };
}

function headWords(document: Node, template: Template) {
  return (fill: 'to' | 'from'): string => {
    const name = template.fields.find((field) => field.fill === fill)?.name;
    const fields = document.firstChild?.content.content ?? [];
    return fields.find((field) => field.attrs.name === name)?.textContent ?? '';
  };
}
