import type { Metadata } from 'next';
import Link from 'next/link';
import { FoundArticles } from '@/components/search/found-articles';
import { FoundExperts, LikeNames } from '@/components/search/found-experts';
import { FoundMemos } from '@/components/search/found-memos';
import { FoundStatements } from '@/components/search/found-statements';
import { KindLinks } from '@/components/search/kind-links';
import { ResultGroup } from '@/components/search/result-group';
import { SearchForm } from '@/components/search/search-form';
import { Alarm, Empty, Notice } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import {
  describeCut,
  isAsked,
  isFiltered,
  type Kind,
  kinds,
  type Search,
  searchAddress,
  searchSchema,
} from '@/domain/search';
import { requireActor } from '@/server/page';
import { type Finds, search } from '@/server/search';
import { filterChoices } from '@/server/search/choices';

type Props = PageProps<'/search'>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchSchema.parse(await searchParams);
  return { title: q ? `Search: ${q.slice(0, 80)}` : 'Search' };
}

export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireActor();
  const asked = searchSchema.parse(await searchParams);
  const [finds, choices] = await Promise.all([search(actor, asked), filterChoices(actor, asked)]);
  return (
    <>
      <PageHead title="Search" lead="Articles and what was said in them, experts and memos." />
      <SearchForm search={asked} {...choices} />
      <div className="mt-6">
        {isAsked(asked) ? <Results asked={asked} finds={finds} /> : <HowTo />}
      </div>
    </>
  );
}

function Results({ asked, finds }: { asked: Search; finds: Finds }) {
  if (finds.fault) return <Alarm>{finds.fault}</Alarm>;
  const totals = Object.fromEntries(kinds.map((kind) => [kind, finds[kind].total])) as Record<
    Kind,
    number
  >;
  const cut = describeCut(asked);
  const shown = asked.kind === null ? kinds : [asked.kind];
  const none = shown.every((kind) => totals[kind] === 0);
  const group = (kind: Kind) => ({
    kind,
    search: asked,
    shown: finds[kind].items.length,
    total: shown.includes(kind) ? totals[kind] : 0,
  });
  return (
    <>
      {cut ? (
        <div className="mb-4">
          <Notice>{cut}</Notice>
        </div>
      ) : null}
      <LikeNames experts={finds.likeNames} />
      <KindLinks search={asked} totals={totals} />
      {finds.begun && !none ? (
        <p className="mb-4 text-quiet">
          Nothing has the whole word “{finds.begun}”: these have words that begin with it.
        </p>
      ) : null}
      <ResultGroup {...group('experts')}>
        <FoundExperts experts={finds.experts.items} />
      </ResultGroup>
      <ResultGroup {...group('statements')}>
        <FoundStatements statements={finds.statements.items} />
      </ResultGroup>
      <ResultGroup {...group('articles')}>
        <FoundArticles articles={finds.articles.items} />
      </ResultGroup>
      <ResultGroup {...group('memos')}>
        <FoundMemos memos={finds.memos.items} />
      </ResultGroup>
      {none ? <Nothing asked={asked} /> : null}
    </>
  );
}

/** What to do when nothing was found: fewer words, fewer filters, other kinds. */
function Nothing({ asked }: { asked: Search }) {
  const words = asked.q.length > 80 ? `${asked.q.slice(0, 80)} …` : asked.q;
  const title = words ? `Nothing has “${words}”` : 'Nothing is within these filters';
  const free = { from: '', to: '', outlet: '', expert: '', issue: '' };
  return (
    <Empty title={asked.kind ? `${title} among the ${asked.kind}` : title}>
      {isFiltered(asked) ? (
        <>
          <Link href={searchAddress(asked, free)}>Search without the filters</Link>, or with fewer
          words.
        </>
      ) : asked.kind ? (
        <Link href={searchAddress(asked, { kind: null })}>Look among all kinds</Link>
      ) : (
        'Try fewer words, or a word’s beginning with a star: “proliferat*”.'
      )}
    </Empty>
  );
}

function HowTo() {
  const ways = [
    ['civil nuclear', 'both words, anywhere in an article'],
    ['"civil nuclear"', 'the phrase as it stands'],
    ['talks -arms', 'one word, and not the other'],
    ['talks OR dialogue', 'either word'],
    ['proliferat*', 'words that begin so'],
    ['Dalton', 'whoever is called so, and what they said'],
  ];
  return (
    <dl className="grid max-w-2xl grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
      {ways.map(([words = '', meaning]) => (
        <div key={words} className="col-span-2 grid grid-cols-subgrid">
          <dt>
            <Link
              href={searchAddress(searchSchema.parse({ q: words }))}
              prefetch={false}
              className="font-serif"
            >
              {words}
            </Link>
          </dt>
          <dd className="text-quiet">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
