import { readDocument } from '@/domain/document/document';
import { markdown } from '@/domain/document/markdown';
import type { Printed } from '@/domain/document/print';
import { setMemo } from '@/domain/document/set';
import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import {
  brokenCitations,
  prepareVerifier,
  type QuoteFinding,
  unsoundQuotes,
  verifyQuotes,
} from '@/domain/verify';
import { record } from './audit';
import { authorize } from './authorize';
import { change, db } from './db';
import { exportDocx } from './export/docx/docx';
import { exportPdf } from './export/typst/pdf';
import { getMemo, type MemoView } from './memos';
import { keepRevision } from './revisions';

/** A finished document to be downloaded. */
export type Exported = { bytes: Uint8Array; mediaType: string; name: string };

/** A memo made ready to be shown: as it is set, and how each quote stands to its source. */
export function present(memo: MemoView): {
  printed: Printed;
  findings: QuoteFinding[];
  broken: string[];
} {
  const document = readDocument(memo.document);
  return {
    printed: setMemo(document, memo.evidence, { form: memo.form }),
    findings: verifyQuotes(document, prepareVerifier(memo.evidence)),
    broken: brokenCitations(document, memo.evidence),
  };
}

/**
 * Exports a memo as it stands. Every quote is checked first; where one does not stand it is
 * refused with a sentence that says which and shows the source's words. The exported text is kept
 * as a revision.
 */
export async function exportMemo(
  actor: Actor,
  id: string,
  options: { format: 'pdf' | 'md' | 'docx'; paper: 'us-letter' | 'a4' },
): Promise<Exported> {
  const memo = await getMemo(actor, id);
  authorize(actor, 'memo.export', memo);
  const { printed, findings, broken } = present(memo);
  const unsound = unsoundQuotes(findings);
  if (unsound.length > 0) {
    await recordExport(actor, memo, 'memo.export-refused', options.format);
    throw new AppError('invalid', describeRefusal(unsound));
  }
  if (broken.length > 0) throw new AppError('invalid', broken.join(' '));
  const bytes = await render(printed, options);
  await change(async (tx) => {
    await keepRevision(tx, actor, {
      ...memo,
      label: `As exported to ${options.format.toUpperCase()}`,
    });
    await record(tx, exportRecord(actor, memo, 'memo.exported', options.format));
  });
  const mediaType = mediaTypes[options.format];
  return { bytes, mediaType, name: `${fileName(memo.title)}.${options.format}` };
}

const mediaTypes = {
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Why an export is refused, quote by quote. */
export function describeRefusal(unsound: QuoteFinding[]): string {
  const count = unsound.length === 1 ? 'One quote does' : `${unsound.length} quotes do`;
  return `${count} not stand, so nothing was exported. ${unsound.map((each) => each.message).join(' ')}`;
}

/** The set memo as the bytes of a document. Refused where the typeface lacks a letter of it. */
export async function render(
  printed: Printed,
  options: { format: 'pdf' | 'md' | 'docx'; paper: 'us-letter' | 'a4'; createdAt?: Date },
): Promise<Uint8Array> {
  if (options.format === 'md') return new TextEncoder().encode(markdown(printed));
  const createdAt = options.createdAt ?? new Date();
  if (options.format === 'docx') return exportDocx(printed, { createdAt, paper: options.paper });
  const { pdf, changed } = await exportPdf(printed, { createdAt, paper: options.paper });
  const lost = changed.filter((sentence) => sentence.includes('[?]'));
  // A quote with a letter missing is an altered quote: better no document than that one.
  if (lost.length > 0)
    throw new AppError(
      'invalid',
      `The PDF can’t show all of this text, so nothing was exported. ${lost.join(' ')} Take it out, or export to Markdown.`,
    );
  return pdf;
}

function exportRecord(
  actor: Actor,
  memo: MemoView,
  event: 'memo.exported' | 'memo.export-refused',
  format: string,
) {
  const detail = { format, version: memo.version };
  return { actorId: actor.id, event, subjectType: 'memo', subjectId: memo.id, detail } as const;
}

async function recordExport(
  actor: Actor,
  memo: MemoView,
  event: 'memo.export-refused',
  format: string,
) {
  await record(db(), exportRecord(actor, memo, event, format));
}

/** A title as a file's name: letters, digits and hyphens, at most 80 of them. */
function fileName(title: string): string {
  const words = title.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-');
  return (
    words
      .replace(/^-+|-+$/g, '')
      .slice(0, 80)
      .toLowerCase() || 'memo'
  );
}
