import process from 'node:process';
import { AppError } from '@/domain/errors';
import { exportName } from '@/domain/export-job';
import type { ExportOptions } from '@/server/exports';
import type { StoredMemo } from '@/server/store-exports';
import { Bar } from '../progress';
import { ExportFolder } from './export-folder';
import { withStore } from './opened-store';

type Outcome = 'made' | 'kept' | 'refused';

/**
 * Writes every memo of the store into a folder, `workers` at a time. Whoever is refused is named on
 * standard error, and the command ends with exit code 1. A run that was cut off is taken up by the
 * next.
 */
export async function exportAll(
  out: string,
  options: ExportOptions,
  workers: number,
): Promise<void> {
  const folder = await ExportFolder.open(out, options.format);
  await withStore(async () => {
    const { memosOfStore } = await import('@/server/store-exports');
    const { closePress } = await import('@/server/export/typst/pdf');
    const memos = await memosOfStore();
    const bar = new Bar(memos.length);
    const counts = { made: 0, kept: 0, refused: 0 };
    // They share one list, so that none is idle while another has a long memo.
    const rest = memos.values();
    const work = async () => {
      for (const memo of rest) {
        bar.show(memo.title);
        counts[await exportOne(folder, memo, options, bar)] += 1;
        bar.advance();
      }
    };
    try {
      await Promise.all(Array.from({ length: workers }, work));
      await folder.close();
    } finally {
      bar.clear();
      closePress();
    }
    process.stderr.write(`${sayCounts(counts)}\n`);
    if (counts.refused > 0) process.exitCode = 1;
  });
}

async function exportOne(
  folder: ExportFolder,
  { id, title }: StoredMemo,
  options: ExportOptions,
  bar: Bar,
): Promise<Outcome> {
  const { prepareOfStore } = await import('@/server/store-exports');
  const { fileName } = await import('@/server/exports');
  try {
    const { refusal, make, ...memo } = await prepareOfStore(id, options);
    if (refusal) throw new AppError('invalid', refusal);
    const { version, fingerprint, extension } = memo;
    const name = exportName(fileName(memo.title), id, extension);
    if (await folder.holds(id, name, fingerprint)) return 'kept';
    await folder.write({ memo: id, title: memo.title, version, name, fingerprint }, await make());
    return 'made';
  } catch (fault) {
    const message = sentenceOf(fault);
    if (message === null) throw fault;
    await folder.refuse({ memo: id, title, message });
    bar.clear();
    process.stderr.write(`“${title}” (${id}): refused. ${message}\n`);
    return 'refused';
  }
}

/** What keeps one memo back and none of the others; null for a fault that ends the whole. */
function sentenceOf(fault: unknown): string | null {
  if (fault instanceof AppError) return fault.message;
  return fault instanceof Error && fault.name === 'PressError' ? fault.message : null;
}

function sayCounts({ made, kept, refused }: Record<Outcome, number>): string {
  return `${made} made, ${kept} there already and unchanged, ${refused} refused.`;
}
