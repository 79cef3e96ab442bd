import Link from 'next/link';
import { countInWords, type Kind, kinds, type Search, searchAddress } from '@/domain/search';

/** What the kinds are called above their results. */
export const kindNames: Record<Kind, string> = {
  articles: 'Articles',
  statements: 'Statements',
  experts: 'Experts',
  memos: 'Memos',
};

/** All kinds, or one: how many there are of each. */
export function KindLinks({ search, totals }: { search: Search; totals: Record<Kind, number> }) {
  return (
    <nav
      aria-label="Kinds of results"
      className="off-paper mb-6 flex flex-wrap border-b border-rule"
    >
      <KindLink search={search} kind={null} label="All" />
      {kinds.map((kind) => (
        <KindLink
          key={kind}
          search={search}
          kind={kind}
          label={kindNames[kind]}
          count={totals[kind]}
        />
      ))}
    </nav>
  );
}

function KindLink(props: { search: Search; kind: Kind | null; label: string; count?: number }) {
  const { search, kind, label, count } = props;
  return (
    <Link
      href={searchAddress(search, { kind })}
      prefetch={false}
      aria-current={search.kind === kind ? 'page' : undefined}
      className="-mb-px border-b-2 border-transparent px-3 py-2.5 text-ink no-underline hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold"
    >
      {label}
      {count === undefined ? null : (
        <span className="ml-1.5 text-sm font-normal text-quiet tabular-nums">
          {countInWords(count)}
        </span>
      )}
    </Link>
  );
}
