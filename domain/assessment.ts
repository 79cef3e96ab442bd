import type { Article, Paragraph } from './article';
import type { Expert } from './expert';
import type { Stance } from './issue';
import type { Span } from './span';

/** How the source gives a statement. */
export type AssessmentKind = 'direct_quote' | 'partial_quote' | 'paraphrase' | 'group_paraphrase';

/** How the holder knows it. */
export type Directness = 'first_hand' | 'reported' | 'speculative';

/** What may be printed of whoever said it. */
export type GroundRule = 'on_the_record' | 'background' | 'chatham_house' | 'not_for_use';

/** One statement by its holders, anchored to spans of one article's paragraphs. */
export type Assessment = {
  id: string;
  /** The article version that carries it. */
  articleId: string;
  kind: AssessmentKind;
  holders: Expert[];
  /** Null where the view is the holders' own; otherwise whose view they report. */
  viewOf: string | null;
  directness: Directness;
  groundRule: GroundRule;
  issues: { issueId: string; stance: Stance; grounds: string }[];
  spans: Span[];
};

/** The words the source prints between quotation marks, in order: what can be quoted verbatim. */
export function quotedStrings(assessment: Assessment): string[] {
  return assessment.spans.flatMap((span) =>
    span.quoted
      ? [span.text]
      : [...span.text.matchAll(/“([^”]+)”/g)].map((match) => match[1] as string),
  );
}

/** The paragraphs that carry the assessment, each once, in the order of its spans. */
export function paragraphsOf(assessment: Assessment, article: Article): Paragraph[] {
  const ids = new Set(assessment.spans.map((span) => span.paragraphId));
  return article.paragraphs.filter((paragraph) => ids.has(paragraph.id));
}

/** Whether the stance may be counted as this expert's own: one holder, speaking for himself. */
export function isOwnView(assessment: Assessment): boolean {
  return (
    assessment.viewOf === null &&
    assessment.kind !== 'group_paraphrase' &&
    assessment.holders.length === 1
  );
}

/** What a memo rests on: the articles, and the assessments and experts found in them. */
export type Evidence = { articles: Article[]; assessments: Assessment[] };
