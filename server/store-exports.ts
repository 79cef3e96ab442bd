import { createHash } from 'node:crypto';
import { AppError } from '@/domain/errors';
import { formatOf } from '@/domain/format';
import { record } from './audit';
import { db } from './db';
import { type ExportOptions, exportRecord, finish, makeReady, type Ready } from './exports';
import { viewMemo } from './memos';

// For the operator at the machine, like `operator.ts`: across all teams, without a signed-in actor.
// Nothing under `app/` may use these.

/** A memo of the store, as a batch names it. */
export type StoredMemo = { id: string; title: string };

/** Every memo of the store, in the order in which they were made. */
export function memosOfStore(): Promise<StoredMemo[]> {
  return db().memo.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true },
  });
}

/** A memo that is ready to be exported from the command line. */
export type Prepared = {
  title: string;
  version: number;
  extension: string;
  /** SHA-256 of all that its file is made of: the same, and the file would be the same. */
  fingerprint: string;
  /** Why no file may be made of it; null where one may. */
  refusal: string | null;
  /** Makes the file and records it, with nobody's name. Its date is that of the memo's last change. */
  make: () => Promise<Uint8Array>;
};

/** Reads and checks one memo of the store. Refused where it is gone. */
export async function prepareOfStore(id: string, options: ExportOptions): Promise<Prepared> {
  const found = await viewMemo(id);
  if (!found) throw new AppError('not-found', 'This memo is no longer in the store.');
  const ready = await makeReady(found, 'now');
  const { memo, refusal } = ready;
  const dated = { ...options, createdAt: memo.updatedAt };
  return {
    title: memo.title,
    version: memo.version,
    extension: formatOf(options.format).extension,
    fingerprint: fingerprintOf(ready, dated),
    refusal: refusal?.message ?? null,
    make: async () => {
      const { bytes } = await finish(ready, dated);
      await record(db(), exportRecord(null, memo, 'memo.exported', options.format));
      return bytes;
    },
  };
}

function fingerprintOf({ memo, finished }: Ready, options: ExportOptions): string {
  const { document, evidence, template, form } = memo;
  const { clearance = null, keptBack = new Set() } = finished;
  const made = { document, evidence, form, clearance, keptBack: [...keptBack].sort() };
  const text = JSON.stringify({
    ...made,
    version: memo.version,
    paper: template.paper,
    type: template.type,
    options,
  });
  return createHash('sha256').update(text).digest('hex');
}
