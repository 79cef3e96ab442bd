import {
  type Addressee,
  askedFor,
  dissents,
  outcomes,
  type Response,
} from '@/domain/clearance/list';
import { seenSchema } from '@/domain/clearance/seen';
import type { Prisma } from '@/prisma/client/client';
import type { Store } from '../db';

/** What a round of clearance is loaded with. */
export const withList = {
  memo: {
    select: {
      id: true,
      teamId: true,
      title: true,
      authorId: true,
      author: { select: { name: true, email: true } },
    },
  },
  officer: { select: { id: true, name: true } },
  principal: { select: { id: true, name: true } },
  issuedBy: { select: { name: true } },
  addressees: {
    orderBy: [{ stage: 'asc' }, { position: 'asc' }],
    include: {
      office: { include: { members: { select: { userId: true } } } },
      user: { select: { id: true, name: true } },
      proposedBy: { select: { name: true } },
      responses: {
        orderBy: { createdAt: 'desc' },
        take: 1,
        include: { by: { select: { name: true } }, for: { select: { name: true } } },
      },
    },
  },
} satisfies Prisma.ClearanceInclude;

/** A round of clearance with its list, as it is stored. */
export type ClearanceRow = Prisma.ClearanceGetPayload<{ include: typeof withList }>;
export type AddresseeRow = ClearanceRow['addressees'][number];

/** The latest round of a memo's clearance that was not withdrawn; null where there was none. */
export function latestClearance(store: Store, memoId: string): Promise<ClearanceRow | null> {
  return store.clearance.findFirst({
    where: { memoId, withdrawnAt: null },
    orderBy: { number: 'desc' },
    include: withList,
  });
}

/** Somebody on a list, as the domain has it, with their latest answer. */
export function addresseeOf(row: AddresseeRow): Addressee {
  const [latest] = row.responses;
  return {
    id: row.id,
    stage: row.stage,
    asked: askedFor.parse(row.asked),
    office: row.office?.name ?? '',
    person: row.user?.name ?? null,
    sections: row.sections,
    due: row.dueAt?.toISOString() ?? null,
    dissent: dissents.parse(row.dissent),
    response: latest ? responseOf(latest) : null,
  };
}

function responseOf(row: AddresseeRow['responses'][number]): Response {
  return {
    outcome: outcomes.parse(row.outcome),
    text: row.text,
    by: row.by.name,
    for: row.for?.name ?? null,
    at: row.createdAt.toISOString(),
    version: row.version,
    seen: seenSchema.parse(row.seen),
  };
}

/** The list as it is at work: without what is only proposed, or was declined. */
export function listOf(clearance: ClearanceRow): Addressee[] {
  return clearance.addressees.filter(({ state }) => state === 'listed').map(addresseeOf);
}
