import { v7 } from 'uuid';
import type { Article } from '@/domain/article';
import type { AssessmentKind, IssueTag } from '@/domain/assessment';
import type { AssessmentInput } from '@/domain/assessment-input';
import type { Stance } from '@/domain/issue';
import type { Proposed } from '@/domain/proposal';
import { type Chosen, quotedParts, type Span, spansAt } from '@/domain/span';
import { strengthOf } from '@/domain/strength';
import type { Item } from '@/domain/workbench';

/** A proposal as the form begins with it; `identify` says which expert a name means. */
export function inputFrom(
  statement: Proposed,
  identify: (name: string) => string,
  issues: IssueTag[],
): AssessmentInput {
  const { kind, viewOf, directness, speakers, role, organisation, spans } = statement;
  const named = speakers.map((speaker) => ({
    id: identify(speaker.name),
    ...speaker,
    // Role and affiliation are one person's; of several it is not said whose.
    role: speakers.length === 1 ? (role ?? '') : '',
    organisation: speakers.length === 1 ? (organisation ?? '') : '',
  }));
  const nobody = { id: v7(), name: '', kind: 'person' as const, role: '', organisation: '' };
  return {
    kind,
    viewOf,
    directness,
    groundRule: 'on_the_record',
    note: '',
    issues,
    holders: named.length > 0 ? named : [nobody],
    spans: spans.map(({ paragraphId, start, end }) => ({ paragraphId, start, end })),
  };
}

/** A new statement of these words, which nobody has been said to say yet. */
export function blankInput(article: Article, chosen: Chosen[]): AssessmentInput {
  const spans = resolve(article, chosen);
  return {
    kind: kindOfSpans(spans, 1),
    viewOf: null,
    directness: 'first_hand',
    groundRule: 'on_the_record',
    note: '',
    issues: [],
    holders: [{ id: v7(), name: '', kind: 'person', role: '', organisation: '' }],
    spans: spans.map(({ paragraphId, start, end }) => ({ paragraphId, start, end })),
  };
}

/** What kind of statement words make: by the marks around or in them, and how many hold it. */
export function kindOfSpans(
  spans: Pick<Span, 'text' | 'quoted'>[],
  holders: number,
): AssessmentKind {
  if (spans.length > 0 && spans.every((span) => span.quoted)) return 'direct_quote';
  if (spans.some((span) => quotedParts(span).length > 0)) return 'partial_quote';
  return holders > 1 ? 'group_paraphrase' : 'paraphrase';
}

const rounds: (Stance | null)[] = [null, 'agrees', 'disagrees', 'mixed', 'none'];

/** The tags with the next side on this issue: agrees, disagrees, both ways, no side, and off again. */
export function nextStance(tags: IssueTag[], issueId: string, words: string): IssueTag[] {
  const tag = tags.find((each) => each.issueId === issueId);
  const stance = rounds[(rounds.indexOf(tag?.stance ?? null) + 1) % rounds.length];
  if (!stance) return tags.filter((each) => each.issueId !== issueId);
  if (!tag) return [...tags, { issueId, stance, strength: strengthOf(words), grounds: '' }];
  return tags.map((each) => (each.issueId === issueId ? { ...each, stance } : each));
}

/** Words that stand between quotation marks make another kind than those that don't. */
export function withKind(article: Article, before: AssessmentInput, after: AssessmentInput) {
  const kindBefore = kindOfSpans(resolve(article, before.spans), before.holders.length);
  if (after.kind !== before.kind || before.kind !== kindBefore) return after;
  return { ...after, kind: kindOfSpans(resolve(article, after.spans), after.holders.length) };
}

function resolve(article: Article, chosen: Chosen[]) {
  return chosen.flatMap(({ paragraphId, start, end }) => {
    const paragraph = article.paragraphs.find((each) => each.id === paragraphId);
    return paragraph ? spansAt(paragraph, start, end) : [];
  });
}

/** Without a selection the new statement begins as the paragraph that one is at. */
export function firstParagraph(article: Article, current: Item | null): Chosen[] {
  const body = article.paragraphs.filter((each) => each.number !== null);
  const at = body.find((each) => each.id === current?.spans[0]?.paragraphId) ?? body[0];
  return at ? [{ paragraphId: at.id, start: 0, end: at.text.length }] : [];
}
