import Link from 'next/link';
import type { ExpertKind } from '@/domain/expert';
import { searchAddress, searchSchema } from '@/domain/search';
import type { Part } from '@/domain/search/parts';
import { Marked } from './marked';

type FoundExpert = {
  id: string;
  name: Part[];
  plainName: string;
  kind: ExpertKind;
  aliases: string[];
  role: string;
  statements: number;
};

const anew = searchSchema.parse({});

/** Experts who were found by a name of theirs, with the way to what they said. */
export function FoundExperts({ experts }: { experts: FoundExpert[] }) {
  return experts.map((expert) => (
    <li
      key={expert.id}
      className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3"
    >
      <div>
        <h3 className="font-serif text-lg font-semibold">
          <Link
            href={`/experts/${expert.id}`}
            prefetch={false}
            className="text-ink no-underline hover:text-accent hover:underline"
          >
            <Marked parts={expert.name} />
          </Link>
        </h3>
        <p className="text-sm text-quiet">
          {expert.kind === 'person' ? expert.role : `a ${expert.kind}`}
          {expert.aliases.length > 0 ? ` · also ${expert.aliases.join('; ')}` : ''}
        </p>
      </div>
      {expert.statements > 0 ? (
        <Link
          href={searchAddress(anew, { expert: expert.id, kind: 'statements' })}
          prefetch={false}
          className="text-sm"
        >
          {expert.statements === 1 ? 'One statement' : `${expert.statements} statements`}
        </Link>
      ) : null}
    </li>
  ));
}

/** Who may be meant by a name that nobody bears as it was written. */
export function LikeNames({ experts }: { experts: FoundExpert[] }) {
  if (experts.length === 0) return null;
  return (
    <p className="mb-6 text-lg">
      Did you mean{' '}
      {experts.map(({ id, plainName }, index) => (
        <span key={id}>
          {index === 0 ? '' : index === experts.length - 1 ? ' or ' : ', '}
          <Link
            href={searchAddress(anew, { q: plainName })}
            prefetch={false}
            className="font-semibold"
          >
            {plainName}
          </Link>
        </span>
      ))}
      ?
    </p>
  );
}
