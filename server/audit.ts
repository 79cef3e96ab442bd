import type { AuditRecord } from '@/domain/audit';
import type { Store } from './db';
import { whenceNow } from './whence';

/**
 * Appends to the audit log, in the transaction of what it records, by which way it came. Nothing can
 * change it later.
 */
export async function record(tx: Store, entry: AuditRecord): Promise<void> {
  await tx.auditEntry.create({
    data: {
      actorId: entry.actorId,
      event: entry.event,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      detail: entry.detail ?? {},
      whence: whenceNow(),
    },
  });
}
