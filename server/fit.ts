import type { Printed } from '@/domain/document/print';
import { type Fit, fitOf, type Measure, needsMeasure, withoutSources } from '@/domain/fit';
import { measureMemo } from './export/typst/pdf';
import type { MemoView } from './memos';

/** How many memos' lengths are remembered; a page that is read again is not set again. */
const rememberedMost = 200;
const measured = new Map<string, Promise<Measure | null>>();

/**
 * How a memo, that its reader was given and that is set as `printed`, stands to its template's
 * limits. It is set to be measured, on the paper of its template, once for each version.
 */
export async function fitOfMemo(memo: MemoView, printed: Printed): Promise<Fit[]> {
  const measure = needsMeasure(memo.template) ? await measureOf(memo, printed) : null;
  return fitOf(memo.template, printed, measure);
}

function measureOf(memo: MemoView, printed: Printed): Promise<Measure | null> {
  const key = `${memo.id} ${memo.version}`;
  const known = measured.get(key);
  if (known) return known;
  // A press that failed says nothing of the memo; the next reader asks again.
  const asked = measureMemo(withoutSources(printed), memo.template.paper, memo.template.type).catch(
    () => {
      measured.delete(key);
      return null;
    },
  );
  measured.set(key, asked);
  const [oldest] = measured.keys();
  if (measured.size > rememberedMost && oldest) measured.delete(oldest);
  return asked;
}
