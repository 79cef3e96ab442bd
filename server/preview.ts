import { readDocument } from '@/domain/document/document';
import { setMemo } from '@/domain/document/set';
import { withoutSuggestions } from '@/domain/document/settle';
import type { Actor } from '@/domain/user';
import { authorize } from './authorize';
import { exportPdf } from './export/typst/pdf';
import { getMemo } from './memos';

/**
 * A text of a memo that is still being written, as the pages that it would be printed on: a PDF
 * without attachment, for the eye alone. Nothing is kept, and no quote is checked: a download does.
 */
export async function previewMemo(
  actor: Actor,
  memoId: string,
  json: unknown,
): Promise<Uint8Array> {
  const memo = await getMemo(actor, memoId);
  authorize(actor, 'memo.edit', memo);
  const document = withoutSuggestions(readDocument(json));
  const printed = setMemo(document, memo.evidence, { form: memo.form });
  const { paper, type } = memo.template;
  const { pdf } = await exportPdf(printed, {
    createdAt: new Date(0),
    paper,
    type,
    standard: '1.7',
  });
  return pdf;
}
