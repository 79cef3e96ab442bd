import { useEffect, useRef } from 'react';
import type { Article, Paragraph } from '@/domain/article';
import type { Assessment } from '@/domain/assessment';
import { dateInWords } from '@/domain/date';

type Props = {
  article: Article;
  paragraph: number;
  /** Whose words are underlined; none where a citation led here. */
  assessment: Assessment | null;
  /** Whether all of it is here: of an article that the memo does not rest on only a part is. */
  isWhole: boolean;
  /** Whether the focus comes along: it stays with the text where a click there led here. */
  takesFocus: boolean;
  onBack: () => void;
};

/** The article in place: the paragraph lit and in sight, and in it the words of the statement. */
export function SourceView(props: Props) {
  const { article, paragraph, assessment, isWhole, takesFocus, onBack } = props;
  const scroller = useRef<HTMLElement>(null);
  const lit = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another paragraph is another place.
  useEffect(() => {
    const [box, line] = [scroller.current, lit.current];
    if (!box || !line) return;
    box.scrollTop += line.getBoundingClientRect().top - box.getBoundingClientRect().top - 48;
    if (takesFocus) box.focus({ preventScroll: true });
  }, [article.id, paragraph, takesFocus]);
  return (
    <>
      <div className="flex items-start justify-between gap-3 border-b border-rule px-4 pb-3">
        <div className="min-w-0">
          <h3 className="font-serif font-semibold leading-snug">{article.title}</h3>
          <p className="text-sm text-quiet">
            {article.outlet}, {dateInWords(article.publishedOn)}.{' '}
            <a href={`/articles/${article.slug}#p${paragraph}`} target="_blank" rel="noopener">
              Its own page
            </a>
          </p>
        </div>
        <button
          type="button"
          onClick={onBack}
          className="min-h-8 shrink-0 cursor-pointer rounded-md px-2 text-sm font-semibold text-accent hover:bg-wash"
        >
          All evidence
        </button>
      </div>
      <section
        ref={scroller}
        aria-label={`${article.title}, paragraph ${paragraph}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 py-2"
      >
        {isWhole ? null : (
          <p className="px-2 pb-2 text-sm text-quiet">
            Only what carries the statements that were found; the whole stands on its own page.
          </p>
        )}
        <ol>
          {article.paragraphs
            .filter((each) => each.number !== null)
            .map((each) => (
              <li
                key={each.id}
                ref={each.number === paragraph ? lit : undefined}
                aria-current={each.number === paragraph ? 'true' : undefined}
                className="grid grid-cols-[1.8rem_minmax(0,1fr)] rounded-md px-2 py-1.5 aria-[current]:bg-lit"
              >
                <span className="pt-px text-xs text-quiet">{each.number}</span>
                <p className="font-serif text-[0.95rem] leading-relaxed">
                  <Words paragraph={each} assessment={assessment} />
                </p>
              </li>
            ))}
        </ol>
      </section>
    </>
  );
}

function Words({ paragraph, assessment }: { paragraph: Paragraph; assessment: Assessment | null }) {
  const { text } = paragraph;
  const spans = (assessment?.spans ?? [])
    .filter((span) => span.paragraphId === paragraph.id)
    .toSorted((a, b) => a.start - b.start);
  let from = 0;
  const pieces = spans.flatMap((span) => {
    const before = text.slice(from, span.start);
    from = span.end;
    const style =
      'bg-transparent text-ink underline decoration-accent decoration-2 underline-offset-4';
    return [
      before,
      <mark key={span.id} className={style}>
        {text.slice(span.start, span.end)}
      </mark>,
    ];
  });
  return [...pieces, text.slice(from)];
}
