import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { record } from '../audit';
import { authorize } from '../authorize';
import { db } from '../db';

const day = z
  .union([z.literal(''), z.iso.date()])
  .catch('')
  .default('');

/** Which entries are asked for: by whom, of which noun ("memo"), from one day to another. */
export const auditFilterSchema = z.object({
  person: z
    .union([z.literal(''), z.uuid()])
    .catch('')
    .default(''),
  about: z.string().max(40).catch('').default(''),
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** An entry of the audit with the name of who did it; null where nobody was signed in. */
export type AuditLine = {
  id: string;
  at: Date;
  who: string | null;
  event: string;
  subjectType: string;
  subjectId: string | null;
  detail: string;
  /** By which way it was done, and from which address where that is known. */
  whence: string | null;
};

/** How many entries a page shows. */
export const perPage = 100;

/** The audit, the newest entries first, a page of it, and how many there are. For administrators. */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter,
): Promise<{ lines: AuditLine[]; total: number }> {
  authorize(actor, 'audit.read', { teamId: null });
  const where = whereOf(filter);
  const total = await db().auditEntry.count({ where });
  const lines = await read(where, { take: perPage, skip: (filter.page - 1) * perPage });
  return { lines, total };
}

/** All entries that a filter lets through, as CSV; that they were taken is recorded too. */
export async function exportAudit(actor: Actor, filter: AuditFilter): Promise<string> {
  authorize(actor, 'audit.read', { teamId: null });
  const lines = await read(whereOf(filter), {});
  await record(db(), {
    actorId: actor.id,
    event: 'audit.exported',
    subjectType: 'audit',
    subjectId: null,
    detail: { entries: lines.length },
  });
  const rows = lines.map((line) => ({ ...line, at: line.at.toISOString() }));
  return stringify(rows, {
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

function whereOf({ person, about, from, to }: AuditFilter): Prisma.AuditEntryWhereInput {
  return {
    ...(person ? { actorId: person } : {}),
    ...(about ? { subjectType: about } : {}),
    at: {
      ...(from ? { gte: new Date(`${from}T00:00:00Z`) } : {}),
      ...(to ? { lte: new Date(`${to}T23:59:59.999Z`) } : {}),
    },
  };
}

async function read(
  where: Prisma.AuditEntryWhereInput,
  part: { take?: number; skip?: number },
): Promise<AuditLine[]> {
  const rows = await db().auditEntry.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    ...part,
  });
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))];
  const people = await db().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, at, actorId, event, subjectType, subjectId, detail, whence }) => ({
    id,
    at,
    who: actorId === null ? null : (names.get(actorId) ?? actorId),
    event,
    subjectType,
    subjectId,
    detail: JSON.stringify(detail),
    whence,
  }));
}
