import type { FormAction } from '@/domain/errors';
import type { HistoryVersion } from '@/domain/history';
import { Button } from '../ui/button';

import { VersionRow } from './version-row';

type Props = {
  memo: { id: string; version: number };
  versions: HistoryVersion[];
  chosen: { from: number; to: number } | null;
  mayEdit: boolean;
  actions: { name: FormAction; restore: FormAction };
};

/**
 * A memo's versions, the latest first, by days: who wrote, which are named, and any two to choose
 * for a comparison. It works without JavaScript.
 */
export function Timeline({ memo, versions, chosen, mayEdit, actions }: Props) {
  return (
    <>
      {chosen ? <CompareForm memo={memo.id} /> : null}
      {groupByDay(versions).map(({ day, versions: ofDay }) => (
        <section key={day} aria-label={day} className="mb-8">
          <h2 className="mb-2 border-b border-rule pb-1 font-semibold text-quiet text-sm">{day}</h2>
          <ol className="ml-1.5 border-rule border-l-2">
            {ofDay.map((version) => (
              <VersionRow
                key={version.version}
                memo={memo}
                version={version}
                chosen={chosen}
                mayEdit={mayEdit}
                actions={actions}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** The radio buttons stand in the rows, and belong to this form by its id. */
function CompareForm({ memo }: { memo: string }) {
  return (
    <form
      id="compare"
      action={`/memos/${memo}/history/compare`}
      className="sticky top-0 z-5 mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg border border-rule bg-sheet px-4 py-3 shadow-sm"
    >
      <p className="text-sm text-quiet">Choose a version to compare from, and one to compare to.</p>
      <Button type="submit" look="primary">
        Compare
      </Button>
    </form>
  );
}

function groupByDay(versions: HistoryVersion[]) {
  const days: { day: string; versions: HistoryVersion[] }[] = [];
  for (const version of versions) {
    const day = new Date(version.at).toLocaleDateString('en-GB', { dateStyle: 'full' });
    const last = days.at(-1);
    if (last?.day === day) last.versions.push(version);
    else days.push({ day, versions: [version] });
  }
  return days;
}
