import { dateInWords } from '@/domain/date';
import type { Affiliation } from '@/domain/expert';

/** What somebody was, and where, as of each date that an article says so; the latest first. */
export function Affiliations({ affiliations }: { affiliations: Affiliation[] }) {
  if (affiliations.length === 0)
    return <p className="text-quiet">No article has said what they are.</p>;
  return (
    <ol className="border-l-2 border-rule pl-4">
      {[...affiliations].reverse().map((held) => (
        <li key={`${held.asOf} ${held.organisation} ${held.role}`} className="mb-3">
          <span className="block font-semibold">{held.role || 'Role not stated'}</span>
          {held.organisation ? <span className="block">{held.organisation}</span> : null}
          <span className="block text-sm text-quiet">as of {dateInWords(held.asOf)}</span>
        </li>
      ))}
    </ol>
  );
}
