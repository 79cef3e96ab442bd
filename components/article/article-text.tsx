import type { Article, Paragraph } from '@/domain/article';
import type { Assessment } from '@/domain/assessment';
import type { Issue } from '@/domain/issue';
import { AssessmentCard } from './assessment-card';

type Props = { article: Article; assessments: Assessment[]; issues: Issue[] };

/** The article, paragraph by numbered paragraph, each with the assessments it carries beside it. */
export function ArticleText({ article, assessments, issues }: Props) {
  const body = article.paragraphs.filter((paragraph) => paragraph.number !== null);
  const leftOut = article.paragraphs.filter((paragraph) => paragraph.leftOut !== null);
  return (
    <>
      <ol className="grid gap-1">
        {body.map((paragraph) => (
          <ParagraphRow
            key={paragraph.id}
            paragraph={paragraph}
            article={article}
            issues={issues}
            assessments={assessments.filter((each) =>
              each.spans.some((s) => s.paragraphId === paragraph.id),
            )}
          />
        ))}
      </ol>
      <details className="mt-8 rounded-lg border border-rule bg-sheet px-4 py-3">
        <summary className="cursor-pointer font-semibold">
          As received: {leftOut.length} stretches left out of the numbering
        </summary>
        <ul className="mt-3 grid gap-3 text-sm">
          {leftOut.map((paragraph) => (
            <li key={paragraph.id}>
              <span className="font-semibold text-quiet">{paragraph.leftOut}: </span>
              {paragraph.text}
            </li>
          ))}
        </ul>
        <p className="mt-3 break-all text-sm text-quiet">SHA-256 of the bytes: {article.sha256}</p>
      </details>
    </>
  );
}

function ParagraphRow({
  paragraph,
  article,
  assessments,
  issues,
}: Props & { paragraph: Paragraph }) {
  return (
    <li
      id={`p${paragraph.number}`}
      className="grid scroll-mt-6 gap-x-8 gap-y-3 rounded-lg px-2 py-3 target:bg-lit lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <div className="grid grid-cols-[2.2rem_minmax(0,1fr)]">
        <a
          href={`#p${paragraph.number}`}
          aria-label={`Paragraph ${paragraph.number}`}
          className="pt-0.5 text-sm text-quiet no-underline hover:text-accent"
        >
          {paragraph.number}
        </a>
        <p className="font-serif text-[1.09rem] leading-relaxed">
          <Highlighted paragraph={paragraph} assessments={assessments} />
        </p>
      </div>
      <ul className="grid content-start gap-2 pl-9 lg:pl-0">
        {assessments.map((assessment) => (
          <li key={assessment.id}>
            <AssessmentCard assessment={assessment} article={article} issues={issues} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The paragraph's words, with each span that carries an assessment underlined. */
function Highlighted({
  paragraph,
  assessments,
}: {
  paragraph: Paragraph;
  assessments: Assessment[];
}) {
  const spans = assessments
    .flatMap((assessment) => assessment.spans)
    .filter((span) => span.paragraphId === paragraph.id)
    .sort((a, b) => a.start - b.start);
  const pieces = [];
  let from = 0;
  for (const span of spans) {
    if (span.start < from) continue;
    pieces.push(paragraph.text.slice(from, span.start));
    pieces.push(
      <mark
        key={span.id}
        className="bg-transparent text-ink underline decoration-accent decoration-1 underline-offset-4"
      >
        {span.text}
      </mark>,
    );
    from = span.end;
  }
  return [...pieces, paragraph.text.slice(from)];
}
