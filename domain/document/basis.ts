import type { Node } from 'prosemirror-model';
import { type Evidence, paragraphsOf } from '../assessment';
import { fold } from '../evidence-list';
import { shortName } from '../expert';
import { joinNames } from '../positions';
import { shownWords } from '../span';
import type { SentenceKind } from './sentence-mark';
import type { Binding } from './sentences';
import { basesIn, citedIn } from './walk';

/** What a sentence is called, in the words of the trade. */
export const kindNames: Record<SentenceKind, string> = {
  reported: 'Reported',
  assessment: 'Their assessment',
  judgment: 'Our judgment',
  recommendation: 'Recommendation',
  boilerplate: 'Boilerplate',
};

/** Something that a sentence may rest on: a statement with its speaker, or a paragraph without one. */
export type BasisChoice = {
  id: string;
  speaker: string | null;
  /** “¶ 3”, with the article's title where the memo rests on several. */
  place: string;
  words: string;
};

/**
 * What a sentence of this kind may rest on: reported words on paragraphs, an assessment on
 * statements, a judgment or recommendation on both, boilerplate on nothing. What the paragraph
 * around it rests on already comes first.
 */
export function basisChoices(
  kind: SentenceKind,
  evidence: Evidence,
  around: readonly Node[],
): BasisChoice[] {
  if (kind === 'boilerplate') return [];
  const isFit = ({ speaker }: BasisChoice) =>
    kind === 'reported' ? speaker === null : kind !== 'assessment' || speaker !== null;
  const fit = choicesIn(evidence).filter(isFit);
  const near = new Set(around.flatMap((each) => [...nearIn(each, evidence)]));
  return [...fit.filter(({ id }) => near.has(id)), ...fit.filter(({ id }) => !near.has(id))];
}

/** The choices that have every word of the query, without regard to case and accents. */
export function searchChoices(choices: BasisChoice[], query: string): BasisChoice[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  return choices.filter(({ speaker, place, words }) => {
    const text = fold(`${speaker ?? ''} ${place.replace('¶ ', '¶')} ${place} ${words}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** A binding in words: “Their assessment: Joshi, ¶ 12”; “No binding” where there is none. */
export function describeBinding(binding: Binding | null, evidence: Evidence): string {
  if (!binding) return 'No binding';
  const name = kindNames[binding.kind];
  if (binding.basis.length === 0) return name;
  const parts = binding.basis.map((id) => {
    const found = choicesIn(evidence).find((each) => each.id === id);
    if (!found) return 'a source that is not in this memo';
    return found.speaker ? `${found.speaker}, ${found.place}` : found.place;
  });
  const more = parts.length > 2 ? ` and ${parts.length - 2} more` : '';
  return `${name}: ${parts.slice(0, 2).join('; ')}${more}`;
}

/** The evidence is large and stays as it is for long: its list is made once. */
const listed = new WeakMap<Evidence, BasisChoice[]>();

function choicesIn(evidence: Evidence): BasisChoice[] {
  const known = listed.get(evidence) ?? [...statementsIn(evidence), ...paragraphsIn(evidence)];
  listed.set(evidence, known);
  return known;
}

function statementsIn(evidence: Evidence): BasisChoice[] {
  return evidence.assessments.flatMap((assessment) => {
    const article = evidence.articles.find(({ id }) => id === assessment.articleId);
    if (!article) return [];
    const numbers = paragraphsOf(assessment, article).flatMap(({ number }) => number ?? []);
    const speaker = joinNames(assessment.holders.map(shortName), 'and') || 'No speaker';
    const place = `¶ ${numbers.join(', ')}${ofArticle(article.title, evidence)}`;
    return [{ id: assessment.id, speaker, place, words: shownWords(assessment.spans) }];
  });
}

function paragraphsIn(evidence: Evidence): BasisChoice[] {
  return evidence.articles.flatMap(({ title, paragraphs }) =>
    paragraphs.flatMap(({ id, number, text }) => {
      const place = `¶ ${number}${ofArticle(title, evidence)}`;
      return number === null ? [] : [{ id, speaker: null, place, words: text }];
    }),
  );
}

function ofArticle(title: string, { articles }: Evidence): string {
  return articles.length > 1 ? ` of “${title}”` : '';
}

/** What is quoted, cited or bound there, and what of the evidence stands in the same paragraphs. */
function nearIn(part: Node, { articles, assessments }: Evidence): Set<string> {
  const near = basesIn(part);
  const cited = new Set(citedIn(part));
  for (const { id, paragraphs } of articles)
    for (const paragraph of paragraphs)
      if (cited.has(`${id} ${paragraph.number}`)) near.add(paragraph.id);
  for (const assessment of assessments) {
    const article = articles.find(({ id }) => id === assessment.articleId);
    const paragraphs = article ? paragraphsOf(assessment, article) : [];
    if (near.has(assessment.id)) for (const { id } of paragraphs) near.add(id);
    else if (paragraphs.some(({ id }) => near.has(id))) near.add(assessment.id);
  }
  return near;
}
