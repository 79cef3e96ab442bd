import Link from 'next/link';
import type { ReactNode } from 'react';
import { countInWords, type Kind, perPage, type Search, searchAddress } from '@/domain/search';
import { kindNames } from './kind-links';

/** One kind's results with their count, and the way to the others of it. */
export function ResultGroup({
  kind,
  search,
  shown,
  total,
  children,
}: {
  kind: Kind;
  search: Search;
  shown: number;
  total: number;
  children: ReactNode;
}) {
  if (total === 0) return null;
  return (
    <section aria-labelledby={kind} className="mb-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={kind} className="font-serif text-xl font-semibold">
          {kindNames[kind]}{' '}
          <span className="font-sans text-base font-normal text-quiet tabular-nums">
            {countInWords(total)}
          </span>
        </h2>
        {search.kind === null && total > shown ? (
          <Link href={searchAddress(search, { kind })} prefetch={false} className="text-sm">
            All {kindNames[kind].toLowerCase()}
          </Link>
        ) : null}
      </div>
      {shown > 0 ? (
        <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">{children}</ul>
      ) : (
        <p className="text-quiet">There is no such page of results.</p>
      )}
      {search.kind === kind ? <Pages search={search} total={total} /> : null}
    </section>
  );
}

/** The way to the pages before and after; what was not counted has no page. */
function Pages({ search, total }: { search: Search; total: number }) {
  const last = Math.min(Math.ceil(total / perPage.one), 100);
  const { page } = search;
  if (last < 2) return null;
  return (
    <nav aria-label="Pages" className="off-paper mt-4 flex items-baseline justify-between gap-4">
      {page > 1 ? (
        <Link href={searchAddress(search, { page: page - 1 })} prefetch={false} rel="prev">
          Before
        </Link>
      ) : (
        <span />
      )}
      <span className="text-sm text-quiet tabular-nums">
        Page {page} of {last}
      </span>
      {page < last ? (
        <Link href={searchAddress(search, { page: page + 1 })} prefetch={false} rel="next">
          Next
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
