import Link from 'next/link';
import type { Expert } from '@/domain/expert';
import { Empty } from '../ui/message';

type Line = Expert & { statements: number; articles: number };

/** Everyone whom statements are kept of, with their latest role. */
export function ExpertList({ experts }: { experts: Line[] }) {
  if (experts.length === 0)
    return <Empty title="No experts yet">Whoever is quoted is kept as articles are checked.</Empty>;
  return (
    <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
      {experts.map((expert) => {
        const held = expert.affiliations.at(-1);
        const role = [held?.role, held?.organisation].filter(Boolean).join(', ');
        return (
          <li key={expert.id}>
            <Link
              href={`/experts/${expert.id}`}
              prefetch={false}
              className="flex flex-wrap items-baseline justify-between gap-x-6 px-4 py-3 no-underline hover:bg-wash"
            >
              <span>
                <span className="font-serif text-lg font-semibold text-ink">{expert.name}</span>
                <span className="block text-sm text-quiet">
                  {expert.kind === 'person' ? role : `a ${expert.kind}`}
                </span>
              </span>
              <span className="text-sm text-quiet">
                {count(expert.statements, 'statement')} in {count(expert.articles, 'article')}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
