import { createHmac, hkdfSync } from 'node:crypto';
import { AppError } from '@/domain/errors';
import { change, db, type Store } from '../db';
import { env } from '../env';

/** So many entries go under one seal at most. */
const mostInSeal = 1000;
/** A transaction that records something is over long before this many milliseconds. */
const settledAfter = 3_600_000;
/** Which lock in the store has one seal made at a time. */
const lock = 7_331_601;

type Entry = {
  id: string;
  at: Date;
  actorId: string | null;
  event: string;
  subjectType: string;
  subjectId: string | null;
  detail: unknown;
  whence: string | null;
};

/**
 * Seals what was recorded since the last seal: an HMAC over the entries and over the seal before, by a
 * key that the store does not have. Returns how many entries were sealed.
 */
export async function sealAudit(): Promise<number> {
  return change(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
    const last = await tx.auditSeal.findFirst({ orderBy: { number: 'desc' } });
    const since = new Date((last?.createdAt.getTime() ?? settledAfter) - settledAfter);
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT e.id FROM audit_entry e LEFT JOIN audit_sealed s ON s.entry_id = e.id
       WHERE s.entry_id IS NULL AND e.at >= ${since} ORDER BY e.at, e.id LIMIT ${mostInSeal}`;
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    const entries = await readEntries(tx, ids);
    const number = (last?.number ?? 0) + 1;
    const mac = macOf(last?.mac ?? '', entries);
    await tx.auditSealed.createMany({
      data: ids.map((entryId, position) => ({ entryId, seal: number, position })),
    });
    await tx.auditSeal.create({ data: { number, mac } });
    return entries.length;
  });
}

/** What was found of the audit: how much of it, what is wrong, and the last seal, to be kept elsewhere. */
export type AuditCheck = {
  entries: number;
  seals: number;
  unsealed: number;
  faults: string[];
  head: string;
};

/**
 * Checks every seal against the entries under it. `known` is a seal that was kept elsewhere: it has to
 * be there still, since a log whose end was cut off can't be told from inside.
 */
export async function checkAudit(known?: string): Promise<AuditCheck> {
  while ((await sealAudit()) === mostInSeal);
  const seals = await db().auditSeal.findMany({ orderBy: { number: 'asc' } });
  const faults: string[] = [];
  let entries = 0;
  let head = '';
  for (const [index, seal] of seals.entries()) {
    if (seal.number !== index + 1) faults.push(`Seal ${index + 1} is missing.`);
    const sealed = await db().auditSealed.findMany({
      where: { seal: seal.number },
      orderBy: { position: 'asc' },
    });
    const found = await readEntries(
      db(),
      sealed.map(({ entryId }) => entryId),
    );
    entries += found.length;
    if (found.length < sealed.length)
      faults.push(`${count(sealed.length - found.length)} under seal ${seal.number} gone.`);
    else if (macOf(head, found) !== seal.mac)
      faults.push(`What is under seal ${seal.number} was changed, or sealed with another key.`);
    head = seal.mac;
  }
  const unsealed = (await db().auditEntry.count()) - entries;
  if (unsealed > 0 && seals.length > 0)
    faults.push(`${count(unsealed)} under no seal, and older than the last: slipped in.`);
  if (known && !seals.some(({ mac }) => mac === known))
    faults.push('The seal that was kept elsewhere is not there: the end of the log was cut off.');
  return { entries, seals: seals.length, unsealed, faults, head };
}

const count = (n: number) => (n === 1 ? 'One entry is' : `${n} entries are`);

async function readEntries(store: Store, ids: string[]): Promise<Entry[]> {
  const rows = await store.auditEntry.findMany({ where: { id: { in: ids } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function macOf(before: string, entries: readonly Entry[]): string {
  const mac = createHmac('sha256', key()).update(before);
  for (const entry of entries) mac.update(`\n${lineOf(entry)}`);
  return mac.digest('hex');
}

/** An entry as it is sealed: always the same text, whatever order its details have in the store. */
function lineOf(entry: Entry): string {
  const { id, at, actorId, event, subjectType, subjectId, detail, whence } = entry;
  const details = Object.entries((detail ?? {}) as Record<string, unknown>).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const line = [id, at.toISOString(), actorId, event, subjectType, subjectId, details];
  // Those of before it was kept were sealed without it.
  return JSON.stringify(whence === null ? line : [...line, whence]);
}

let sealing: Buffer | undefined;

/** The sealing key, worked out from the secret that the sessions are sealed with. */
function key(): Buffer {
  const { NEXTAUTH_SECRET } = env();
  if (!NEXTAUTH_SECRET)
    throw new AppError('invalid', 'Set NEXTAUTH_SECRET: the audit is sealed by it.');
  sealing ??= Buffer.from(hkdfSync('sha256', NEXTAUTH_SECRET, '', 'scenesetter audit seal', 32));
  return sealing;
}
