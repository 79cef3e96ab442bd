import type { Article } from '@/domain/article';
import { affiliationAsOf } from '@/domain/expert';
import type { Stance } from '@/domain/issue';
import { type Cell, describeCell, type Entry, type Matrix } from '@/domain/matrix';
import { stanceLabels } from '../assessment/labels';

type Props = { matrix: Matrix; articles: Article[]; caption: string };

/** Issues down, experts across; silence, relayed views and group paraphrases are told apart. */
export function PositionsMatrix({ matrix, articles, caption }: Props) {
  const date = articles.reduce((latest, each) => maximum(latest, each.publishedOn), '');
  return (
    <figure className="matrix">
      <section
        aria-label={caption}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
        className="overflow-x-auto rounded-lg border border-rule bg-sheet print:overflow-visible print:border-0"
      >
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b-2 border-rule align-bottom">
              <th scope="col" className="sticky left-0 w-56 min-w-40 bg-sheet px-4 py-3 text-left">
                Issue
              </th>
              {matrix.experts.map((expert) => {
                const held = affiliationAsOf(expert, date) ?? expert.affiliations.at(-1);
                return (
                  <th key={expert.id} scope="col" className="min-w-52 px-3 py-3 text-left">
                    <a
                      href={`/experts/${expert.id}`}
                      className="text-ink no-underline hover:underline"
                    >
                      {expert.name}
                    </a>
                    <span className="block font-normal text-quiet">
                      {held ? [held.role, held.organisation].filter(Boolean).join(', ') : ''}
                    </span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ issue, cells }) => (
              <tr key={issue.id} className="break-inside-avoid border-t border-rule align-top">
                <th scope="row" className="sticky left-0 bg-sheet px-4 py-3 text-left">
                  <a href={`/issues/${issue.id}`} className="text-ink no-underline hover:underline">
                    <span className="block first-letter:uppercase">{issue.name}</span>
                  </a>
                  <span className="block font-normal text-quiet">that {issue.proposition}</span>
                </th>
                {cells.map((cell, index) => (
                  <td key={matrix.experts[index]?.id} className="px-3 py-3">
                    <Standing cell={cell} articles={articles} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <figcaption className="mt-2 text-sm text-quiet">
        + agrees · − disagrees · ± both ways · ○ takes no side. What is set in italics is another’s
        view or one statement of several, and counts for nobody. Silence is not agreement.
      </figcaption>
    </figure>
  );
}

const maximum = (one: string, other: string) => (one > other ? one : other);

const looks: Record<Stance, string> = {
  agrees: 'text-good',
  disagrees: 'text-alarm',
  mixed: 'text-accent',
  none: 'text-quiet',
};

function Standing({ cell, articles }: { cell: Cell | null; articles: Article[] }) {
  if (!cell)
    return (
      <span className="text-quiet">
        <span aria-hidden="true">—</span> silent
      </span>
    );
  const stance = cell.position?.stance ?? 'none';
  const sign = cell.position ? stanceLabels[stance].sign : '○';
  return (
    <div className="grid gap-2">
      <p className={`font-semibold ${looks[stance]}`}>
        <span aria-hidden="true">{sign} </span>
        {describeCell(cell)}
      </p>
      {cell.own.map((entry) => (
        <Statement key={entry.assessmentId} entry={entry} articles={articles} />
      ))}
      {[...cell.relayed, ...cell.group].map((entry) => (
        <Statement key={entry.assessmentId} entry={entry} articles={articles} aside />
      ))}
    </div>
  );
}

/** One statement with the paragraph it stands in, which a click opens. */
function Statement({
  entry,
  articles,
  aside = false,
}: {
  entry: Entry;
  articles: Article[];
  aside?: boolean;
}) {
  const article = articles.find((each) => each.id === entry.articleId);
  const lead = entry.viewOf
    ? `Relays the view of ${entry.viewOf}: `
    : entry.together.length > 0
      ? `One statement, with ${entry.together.join(' and ')}: `
      : '';
  return (
    <p className={`font-serif leading-snug ${aside ? 'italic text-quiet' : ''}`}>
      {lead}
      {entry.words}{' '}
      {article && entry.paragraph !== null ? (
        <a
          href={`/articles/${article.slug}#p${entry.paragraph}`}
          aria-label={`Paragraph ${entry.paragraph} of ${article.title}`}
          className="whitespace-nowrap font-sans text-xs not-italic"
        >
          ¶ {entry.paragraph}
        </a>
      ) : null}
    </p>
  );
}
