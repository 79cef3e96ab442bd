import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { AppError } from '@/domain/errors';
import { exportManifest, type ManifestFile, sumsOf } from '@/domain/export-job';
import type { FormatId } from '@/domain/format';
import type { Actor } from '@/domain/user';
import { memosVisibleTo } from './access';
import { record } from './audit';
import { authorize, idFrom } from './authorize';
import { db } from './db';

/** Formats that are packed already: to pack them again takes time and saves nothing. */
const packed: readonly string[] = ['pdf', 'docx', 'zip'];

/**
 * The bundle of a finished export of one's own, as a zip that is made while it is read, one file in
 * memory at a time: the files, `manifest.json` and `SHA256SUMS`. A memo that the actor can't read any
 * more is left out. Refused while it is not finished, and where no file was made.
 */
export async function openBundle(
  actor: Actor,
  id: string,
): Promise<{ name: string; stream: ReadableStream<Uint8Array> }> {
  const job = await db().exportJob.findUnique({ where: { id: idFrom(id) } });
  authorize(actor, 'export.read', { teamId: null, ownerId: job?.requesterId });
  if (!job) throw new AppError('not-found', 'This export is gone.');
  if (!job.finishedAt)
    throw new AppError('conflict', 'This export is still being made. Wait until it is finished.');
  const rows = await db().exportFile.findMany({
    where: { jobId: id, state: { in: ['made', 'refused'] }, memo: memosVisibleTo(actor) },
    orderBy: { position: 'asc' },
    omit: { bytes: true },
  });
  const files = rows
    .filter((row) => row.state === 'made')
    .map((row) => ({
      memo: row.memoId,
      title: row.title,
      version: row.version ?? 0,
      name: row.name ?? '',
      bytes: row.size,
      sha256: row.sha256 ?? '',
    }));
  if (files.length === 0) throw new AppError('invalid', 'No memo of this export could be made.');
  const refused = rows
    .filter((row) => row.state === 'refused')
    .map(({ memoId, title, message }) => ({ memo: memoId, title, message }));
  await record(db(), {
    actorId: actor.id,
    event: 'export.downloaded',
    subjectType: 'export',
    subjectId: id,
    detail: { files: files.length },
  });
  const manifest = exportManifest(job.format as FormatId, files, refused);
  const more = {
    'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    SHA256SUMS: strToU8(sumsOf(manifest.files)),
  };
  const isPacked = packed.includes(job.format);
  const name = `memos-${job.createdAt.toISOString().slice(0, 10)}-${job.format}.zip`;
  return { name, stream: zipStream(pieces(id, manifest.files, more), isPacked) };
}

async function* pieces(
  jobId: string,
  files: ManifestFile[],
  more: Record<string, Uint8Array>,
): AsyncGenerator<[string, Uint8Array]> {
  for (const { memo: memoId, name } of files) {
    const key = { jobId_memoId: { jobId, memoId } };
    const row = await db().exportFile.findUnique({ where: key, select: { bytes: true } });
    // The week ended while it was read: a broken download is better than one that lacks a file.
    if (!row?.bytes) throw new Error('A file of the bundle is gone.');
    yield [name, row.bytes];
  }
  yield* Object.entries(more);
}

/** The same files make the same bytes, whenever they are packed. */
function zipStream(
  files: AsyncGenerator<[string, Uint8Array]>,
  isPacked: boolean,
): ReadableStream<Uint8Array> {
  let zip: Zip;
  return new ReadableStream({
    start(controller) {
      zip = new Zip((fault, chunk, isLast) => {
        if (fault) return controller.error(fault);
        controller.enqueue(chunk);
        if (isLast) controller.close();
      });
    },
    async pull() {
      const next = await files.next();
      if (next.done) return zip.end();
      const [name, bytes] = next.value;
      const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      entry.mtime = new Date(1980, 0, 1);
      zip.add(entry);
      entry.push(bytes, true);
    },
  });
}
