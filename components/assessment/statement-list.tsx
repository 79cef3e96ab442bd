import type { Article } from '@/domain/article';
import { type Assessment, paragraphsOf } from '@/domain/assessment';
import { dateInWords } from '@/domain/date';
import type { Issue } from '@/domain/issue';
import { shownWords } from '@/domain/span';
import { Empty } from '../ui/message';
import { IssueChips } from './issue-chips';
import { directnessLabels, kindLabels } from './labels';

type Props = {
  articles: Article[];
  assessments: Assessment[];
  issues: Issue[];
  /** The memos that rest on each statement. */
  uses: Record<string, { id: string; title: string }[]>;
  /** Whether to name who says each; on an expert's own page it goes without saying. */
  named: boolean;
};

/** Statements, article by article: the words, how they are given, on what, and where they are used. */
export function StatementList({ articles, assessments, issues, uses, named }: Props) {
  if (assessments.length === 0)
    return <Empty title="No statement is kept yet">They are kept as articles are checked.</Empty>;
  return (
    <ol className="grid gap-6">
      {articles.map((article) => (
        <li key={article.id}>
          <h3 className="mb-2 font-semibold">
            <a href={`/articles/${article.slug}`} className="text-ink no-underline hover:underline">
              {article.title}
            </a>
            <span className="block text-sm font-normal text-quiet">
              {article.outlet} · {dateInWords(article.publishedOn)}
            </span>
          </h3>
          <ol className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
            {assessments
              .filter((assessment) => assessment.articleId === article.id)
              .map((assessment) => (
                <li key={assessment.id} className="px-4 py-3 text-sm">
                  <Statement
                    assessment={assessment}
                    article={article}
                    issues={issues}
                    uses={uses[assessment.id] ?? []}
                    named={named}
                  />
                </li>
              ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

type OneProps = {
  assessment: Assessment;
  article: Article;
  issues: Issue[];
  uses: { id: string; title: string }[];
  named: boolean;
};

function Statement({ assessment, article, issues, uses, named }: OneProps) {
  const numbers = paragraphsOf(assessment, article).flatMap(({ number }) => number ?? []);
  const how = [
    kindLabels[assessment.kind],
    assessment.viewOf ? `the view of ${assessment.viewOf}` : '',
    assessment.viewOf || assessment.directness === 'first_hand'
      ? ''
      : directnessLabels[assessment.directness],
  ];
  return (
    <article>
      {named ? (
        <h4 className="font-semibold">
          {assessment.holders.map((holder) => holder.name).join(' and ')}
        </h4>
      ) : null}
      <p className="font-serif text-base leading-snug">
        {shownWords(assessment.spans)}{' '}
        {numbers.map((number) => (
          <a
            key={number}
            href={`/articles/${article.slug}#p${number}`}
            aria-label={`Paragraph ${number}`}
            className="mr-1 whitespace-nowrap font-sans text-sm"
          >
            ¶ {number}
          </a>
        ))}
      </p>
      <p className="mt-1 text-quiet">{how.filter(Boolean).join(', ')}</p>
      <IssueChips tags={assessment.issues} issues={issues} />
      {uses.length > 0 ? (
        <p className="mt-1.5">
          Used in{' '}
          {uses.map((memo, index) => (
            <span key={memo.id}>
              {index > 0 ? ', ' : ''}
              <a href={`/memos/${memo.id}`}>{memo.title}</a>
            </span>
          ))}
        </p>
      ) : null}
    </article>
  );
}
