import { When } from '../ui/sheet';
import { countMemos } from './template-list';

type Version = {
  version: number;
  at: Date | null;
  by: string | null;
  changes: string[];
  memos: number;
};

/** A template's versions, the latest first: who made each when, what it changed, and how many memos rest on it. */
export function VersionList({ versions }: { versions: Version[] }) {
  return (
    <ol className="ml-1.5 border-rule border-l-2">
      {versions.map((each) => (
        <li key={each.version} className="relative pb-6 pl-6 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-accent bg-sheet"
          />
          <h3 className="font-semibold">
            Version {each.version}{' '}
            <span className="font-normal text-quiet text-sm">· {countMemos(each.memos)}</span>
          </h3>
          <p className="text-quiet text-sm">
            {each.by ?? 'Came with the house'}
            {each.at ? (
              <>
                {' · '}
                <When at={each.at} />
              </>
            ) : null}
          </p>
          {each.changes.length > 0 ? (
            <ul className="mt-1.5 list-disc pl-5 text-sm">
              {each.changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
