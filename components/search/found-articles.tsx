import Link from 'next/link';
import { dateInWords } from '@/domain/date';
import type { Part } from '@/domain/search/parts';
import { Marked } from './marked';

type FoundArticle = {
  id: string;
  slug: string;
  title: Part[];
  outlet: string;
  publishedOn: string;
  passages: { number: number; parts: Part[] }[];
};

/** Articles that were found; each passage leads to its paragraph. */
export function FoundArticles({ articles }: { articles: FoundArticle[] }) {
  return articles.map((article) => (
    <li key={article.id} className="px-4 py-3">
      <h3 className="font-serif text-lg font-semibold leading-snug">
        <Link
          href={`/articles/${article.slug}`}
          prefetch={false}
          className="text-ink no-underline hover:text-accent hover:underline"
        >
          <Marked parts={article.title} />
        </Link>
      </h3>
      <p className="text-sm text-quiet">
        {article.outlet} · {dateInWords(article.publishedOn)}
      </p>
      {article.passages.length > 0 ? (
        <ul className="mt-1.5 grid">
          {article.passages.map(({ number, parts }) => (
            <li key={number}>
              <Link
                href={`/articles/${article.slug}#p${number}`}
                prefetch={false}
                aria-label={`Paragraph ${number}: ${parts.map((part) => part.text).join('')}`}
                className="-mx-2 grid grid-cols-[2.2rem_minmax(0,1fr)] rounded-md px-2 py-1.5 text-ink no-underline hover:bg-wash"
              >
                <span aria-hidden className="pt-0.5 text-sm text-quiet tabular-nums">
                  {number}
                </span>
                <span className="font-serif leading-relaxed wrap-anywhere">
                  <Marked parts={parts} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  ));
}
