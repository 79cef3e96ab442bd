import { withClearance } from '@/domain/clearance/sheet';
import { setMemo } from '@/domain/document/set';
import { AppError } from '@/domain/errors';
import { exportMemoFile } from '@/domain/memo-file';
import { proveQuotes } from '@/domain/prove';
import { attachedName } from '@/domain/prove/attached';
import { withPacket } from '@/domain/prove/packet';
import type { Redlined } from '@/domain/redline/redlined';
import { plainSheet } from '@/domain/sheet';
import type { ExportOptions, Finished } from '../exports';
import { type Attachment, exportPdf, exportRedlinePdf } from './typst/pdf';

/**
 * A memo as a PDF that carries its own memo file, so that its quotes can be checked where no store
 * is at hand. Refused where the typeface lacks a letter of it.
 */
export async function renderPdf(memo: Finished, options: ExportOptions): Promise<Uint8Array> {
  const { createdAt = new Date(), proof, ...sheet } = { ...plainSheet, ...options };
  const file = exportMemoFile(memo, memo.version);
  const { document, evidence, form, clearance = null } = memo;
  const set = withClearance(setMemo(document, evidence, { form }), clearance);
  const printed = proof ? withPacket(set, proveQuotes(file)) : set;
  const attachments = [attachmentOf(file)];
  const { pdf, changed } = await exportPdf(printed, { ...sheet, createdAt, attachments });
  refuseLost(changed, 'Markdown');
  return pdf;
}

/** The redline of two versions as a PDF. Refused where the typeface lacks a letter of it. */
export async function renderRedlinePdf(
  redlined: Redlined,
  options: Parameters<typeof exportRedlinePdf>[1],
): Promise<Uint8Array> {
  const { pdf, changed } = await exportRedlinePdf(redlined, options);
  refuseLost(changed, 'Word');
  return pdf;
}

/** A quote with a letter missing is an altered quote: better no document than that one. */
function refuseLost(changed: string[], otherwise: string): void {
  const lost = changed.filter((sentence) => sentence.includes('[?]'));
  if (lost.length > 0)
    throw new AppError(
      'invalid',
      `The PDF can’t show all of this text, so nothing was exported. ${lost.join(' ')} Take it out, or export to ${otherwise}.`,
    );
}

/** A memo file as a PDF carries it. */
export function attachmentOf(file: string): Attachment {
  return {
    name: attachedName,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(file),
    description: 'This memo with the paragraphs that it quotes, each with its SHA-256',
  };
}
