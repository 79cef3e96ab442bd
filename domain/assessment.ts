import type { Article, Paragraph } from './article';
import type { Expert } from './expert';
import type { Stance, Strength } from './issue';
import { quotedParts, type Span } from './span';

/** How the source gives a statement. */
export type AssessmentKind = 'direct_quote' | 'partial_quote' | 'paraphrase' | 'group_paraphrase';

/** How the holder knows it. */
export type Directness = 'first_hand' | 'reported' | 'speculative';

/** What may be printed of whoever said it. */
export type GroundRule = 'on_the_record' | 'background' | 'chatham_house' | 'not_for_use';

/** Where a statement stands on one issue: which side, how firmly, and on what grounds. */
export type IssueTag = { issueId: string; stance: Stance; strength: Strength; grounds: string };

/** One statement by its holders, anchored to spans of one article's paragraphs. */
export type Assessment = {
  id: string;
  /** The article version that carries it. */
  articleId: string;
  /** Counts the changes made to it; a change names the one it was made on. */
  revision: number;
  kind: AssessmentKind;
  holders: Expert[];
  /** Null where the view is the holders' own; otherwise whose view they report. */
  viewOf: string | null;
  directness: Directness;
  groundRule: GroundRule;
  issues: IssueTag[];
  spans: Span[];
};

/** The words the source prints between quotation marks, in order: what can be quoted verbatim. */
export function quotedStrings(assessment: Assessment): string[] {
  return assessment.spans.flatMap((span) => quotedParts(span).map(({ words }) => words));
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

/**
 * Whether its holder may be named. What was said on background, under the Chatham House rule or not
 * for use is shown nowhere but to those who check the article, until a memo can print it unnamed.
 */
export function isOnTheRecord(assessment: Pick<Assessment, 'groundRule'>): boolean {
  return assessment.groundRule === 'on_the_record';
}

/** What a memo rests on: the articles, and the assessments and experts found in them. */
export type Evidence = { articles: Article[]; assessments: Assessment[] };

/** Assessments in the order of their articles' text, by where each first stands in it. */
export function inTextOrder<T extends Pick<Assessment, 'articleId' | 'spans'>>(
  assessments: T[],
  articles: Article[],
): T[] {
  const places = new Map<string, number>();
  for (const [rank, article] of articles.entries())
    for (const { id, start } of article.paragraphs) places.set(id, rank * 1e9 + start);
  const first = (each: T) =>
    Math.min(...each.spans.map((span) => (places.get(span.paragraphId) ?? 0) + span.start));
  return assessments
    .map((each) => ({ each, at: first(each) }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
