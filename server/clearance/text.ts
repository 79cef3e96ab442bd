import type { Node } from 'prosemirror-model';
import { clockInWords } from '@/domain/clearance/due';
import { isSettled } from '@/domain/clearance/list';
import { hashOfText, type Seen, seenIn } from '@/domain/clearance/seen';
import { type ClearanceSheet, clearanceSheet } from '@/domain/clearance/sheet';
import { type DocumentJson, readDocument } from '@/domain/document/document';
import { withoutSuggestions } from '@/domain/document/settle';
import { AppError } from '@/domain/errors';
import { db } from '../db';
import type { MemoView } from '../memos';
import { type ClearanceRow, latestClearance, listOf, withList } from './load';

/** How the text of a memo stands, for its list. */
export type TextNow = { settled: Node; seen: Seen; sha256: string; version: number };

/** What a memo's text says without what is only suggested. */
export function textNow(memo: Pick<MemoView, 'document' | 'version'>): TextNow {
  const settled = withoutSuggestions(readDocument(memo.document));
  return { settled, seen: seenIn(settled), sha256: hashOfText(settled), version: memo.version };
}

/** What a round issued; null while it did not. */
export function issuedOf({ issuedAt, issuedBy, issuedVersion, issuedSha256 }: ClearanceRow) {
  if (!issuedAt || !issuedBy || issuedVersion === null || issuedSha256 === null) return null;
  const at = issuedAt.toISOString();
  return { version: issuedVersion, sha256: issuedSha256, by: issuedBy.name, at };
}

/** The clearance page of a text under a round: whether it is the text that was issued. */
export function sheetOf(row: ClearanceRow, text: TextNow, now: string): ClearanceSheet {
  const { author } = row.memo;
  return clearanceSheet({
    list: listOf(row),
    seen: text.seen,
    now,
    text: { version: text.version, sha256: text.sha256 },
    issued: issuedOf(row),
    drafted: `${author.name}, ${author.email}`,
    zone: row.zone,
    inWords: (instant) => clockInWords(instant, row.zone),
  });
}

/** How a memo's text stands to its latest clearance, in a sentence; null where there was none. */
export async function clearanceStateOf(
  memo: MemoView,
): Promise<{ state: 'cleared' | 'differs' | 'open' | null; answered: number; asked: number }> {
  const row = await latestClearance(db(), memo.id);
  if (!row) return { state: null, answered: 0, asked: 0 };
  const text = textNow(memo);
  const clearers = listOf(row).filter(({ asked }) => asked === 'clear');
  const answered = clearers.filter((each) => isSettled(each, text.seen)).length;
  const state = !row.issuedAt ? 'open' : row.issuedSha256 === text.sha256 ? 'cleared' : 'differs';
  return { state, answered, asked: clearers.length };
}

/**
 * A memo's text as it is to be exported, and its clearance page; null where it was never in clearance.
 * `cleared` is the text that was issued last; refused where none was.
 */
export async function textToExport(
  memo: MemoView,
  text: 'now' | 'cleared',
  now = new Date().toISOString(),
): Promise<{ memo: MemoView; clearance: ClearanceSheet | null }> {
  if (text === 'now') {
    const row = await latestClearance(db(), memo.id);
    return { memo, clearance: row && sheetOf(row, textNow(memo), now) };
  }
  const row = await db().clearance.findFirst({
    where: { memoId: memo.id, issuedAt: { not: null } },
    orderBy: { number: 'desc' },
    include: withList,
  });
  if (!row) throw new AppError('invalid', 'This memo was not cleared yet.');
  const document = row.issuedText as DocumentJson;
  const cleared = { ...memo, document, version: row.issuedVersion ?? memo.version };
  return { memo: cleared, clearance: sheetOf(row, textNow(cleared), now) };
}
