import Link from 'next/link';
import { dateInWords } from '@/domain/date';
import { Empty } from '../ui/message';

type Line = {
  id: string;
  slug: string;
  title: string;
  outlet: string;
  publishedOn: string;
  paragraphs: number;
  assessments: number;
  open: number;
};

/** Stored articles with what was found in each. */
export function ArticleList({ articles, mayImport }: { articles: Line[]; mayImport: boolean }) {
  if (articles.length === 0)
    return (
      <Empty title="No articles yet">
        A store that was set up empty has none until one is brought in.{' '}
        {mayImport ? <Link href="/articles/new">Bring in an article</Link> : null}
      </Empty>
    );
  return (
    <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
      {articles.map((article) => (
        <li key={article.id}>
          <Link
            href={`/articles/${article.slug}`}
            prefetch={false}
            className="block px-4 py-3 no-underline hover:bg-wash"
          >
            <span className="block font-serif text-lg font-semibold leading-snug text-ink">
              {article.title}
            </span>
            <span className="text-sm text-quiet">
              {article.outlet} · {dateInWords(article.publishedOn)} · {article.paragraphs}{' '}
              paragraphs · {article.assessments} assessments
              {article.open > 0 ? (
                <span className="font-semibold text-accent"> · {article.open} to check</span>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
