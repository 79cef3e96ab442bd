import type { Article } from './article';
import { type Assessment, type Evidence, paragraphsOf } from './assessment';
import { affiliationAsOf } from './expert';
import type { Issue } from './issue';
import { joinNames } from './positions';
import { shownWords } from './span';

/** One assessment as a list shows it. `key` is its own in the list, where it may stand twice. */
export type EvidenceLine = {
  key: string;
  assessment: Assessment;
  article: Article;
  speakers: string;
  words: string;
  /** The numbers of its paragraphs, the first of its words first. */
  paragraphs: number[];
};

/** The assessments of one expert, or on one issue. `note` is the expert's role, or the proposition. */
export type EvidenceGroup = { key: string; name: string; note: string; lines: EvidenceLine[] };

/** By what evidence is put in order. */
export type GroupedBy = 'expert' | 'issue';

/** What may be placed, and the issues it speaks to. */
export type Sources = { evidence: Evidence; issues: Issue[] };

/**
 * The evidence in groups, those that hold every word of the query alone: in the statement, its
 * speaker, role, issue, article or paragraph number, without regard to case and accents. What
 * speaks to several issues stands under each; what speaks to none, under "No issue".
 */
export function groupEvidence(sources: Sources, by: GroupedBy, query = ''): EvidenceGroup[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const groups = new Map<string, EvidenceGroup>();
  for (const assessment of sources.evidence.assessments) {
    const line = lineOf(assessment, sources.evidence);
    if (!line || !holds(line, sources.issues, wanted)) continue;
    const heads = by === 'expert' ? expertHeads(line) : issueHeads(line, sources.issues);
    for (const head of heads) {
      const group = groups.get(head.key) ?? { ...head, lines: [] };
      group.lines.push({ ...line, key: `${head.key}.${assessment.id}` });
      groups.set(head.key, group);
    }
  }
  return [...groups.values()];
}

/** An assessment as a line; null where its article is not among the evidence. */
export function lineOf(assessment: Assessment, evidence: Evidence): EvidenceLine | null {
  const article = evidence.articles.find((each) => each.id === assessment.articleId);
  if (!article) return null;
  const speakers = joinNames(
    assessment.holders.map((expert) => expert.name),
    'and',
  );
  const paragraphs = paragraphsOf(assessment, article).flatMap(({ number }) => number ?? []);
  const words = shownWords(assessment.spans);
  return { key: assessment.id, assessment, article, speakers, words, paragraphs };
}

type Head = Omit<EvidenceGroup, 'lines'>;

/** A statement of several is one statement, and stands under all their names together. */
function expertHeads({ assessment, article, speakers }: EvidenceLine): Head[] {
  const key = assessment.holders.map((expert) => expert.id).join('+');
  const [only, ...others] = assessment.holders;
  const held = only && others.length === 0 && affiliationAsOf(only, article.publishedOn);
  const note = held ? [held.role, held.organisation].filter(Boolean).join(', ') : '';
  return [{ key, name: speakers || 'No speaker', note }];
}

function issueHeads({ assessment }: EvidenceLine, issues: Issue[]): Head[] {
  const spoken = issues.filter((issue) =>
    assessment.issues.some((tag) => tag.issueId === issue.id),
  );
  if (spoken.length === 0) return [{ key: 'none', name: 'No issue', note: '' }];
  return spoken.map(({ id, name, proposition }) => ({
    key: id,
    name,
    note: `that ${proposition}`,
  }));
}

function holds(line: EvidenceLine, issues: Issue[], wanted: string[]): boolean {
  if (wanted.length === 0) return true;
  const { assessment, article, speakers, words, paragraphs } = line;
  const roles = assessment.holders.map((expert) => {
    const held = affiliationAsOf(expert, article.publishedOn);
    return `${held?.role ?? ''} ${held?.organisation ?? ''}`;
  });
  const named = issueHeads(line, issues).map((head) => head.name);
  const numbers = paragraphs.map((number) => `¶${number}`);
  const all = [words, speakers, ...roles, ...named, article.title, article.outlet, ...numbers];
  const text = fold(all.join(' '));
  return wanted.every((word) => text.includes(word));
}

/** Words for comparing: no case, no accents, straight quotation marks. */
export function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .toLowerCase();
}
