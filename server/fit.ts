import type { Printed } from '@/domain/document/print';
import { type Fit, fitOf, withoutSources } from '@/domain/fit';
import { exportPdf } from './export/typst/pdf';
import type { MemoView } from './memos';

/** How many memos' pages are remembered; a page that is read again is not printed again. */
const rememberedMost = 200;
const counted = new Map<string, Promise<number | null>>();

/**
 * How a memo, that its reader was given and that is set as `printed`, stands to its template's
 * limits. Its pages are printed to be counted, on the paper of its template, once for each version.
 */
export async function fitOfMemo(memo: MemoView, printed: Printed): Promise<Fit[]> {
  const pages = memo.template.pages === null ? null : await pagesOf(memo, printed);
  return fitOf(memo.template, printed, pages);
}

function pagesOf(memo: MemoView, printed: Printed): Promise<number | null> {
  const key = `${memo.id} ${memo.version}`;
  const known = counted.get(key);
  if (known) return known;
  const { paper } = memo.template;
  const asked = exportPdf(withoutSources(printed), { createdAt: memo.updatedAt, paper }).then(
    ({ pages }) => pages,
    // A press that failed says nothing of the memo; the next reader asks again.
    () => {
      counted.delete(key);
      return null;
    },
  );
  counted.set(key, asked);
  const [oldest] = counted.keys();
  if (counted.size > rememberedMost && oldest) counted.delete(oldest);
  return asked;
}
