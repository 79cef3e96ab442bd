import type { Node } from 'prosemirror-model';
import type { Evidence } from './assessment';
import { paragraphsOf } from './assessment';
import type { SentenceKind } from './document/sentence-mark';
import { type PlacedSentence, sentencesOf, type Tally, tallyOf } from './document/sentences';
import { checkEstimates, type EstimativeWarning, type ScaleId } from './estimative';
import { shortName } from './expert';
import { joinNames } from './positions';

/** A paragraph that a sentence leads back to: of which article version, and who speaks there. */
export type Lead = { article: string; paragraph: number; speaker: string | null };

/** A sentence of a memo, the block it stands in, what it is, and where it leads. */
export type TracedSentence = {
  block: string;
  text: string;
  kind: SentenceKind | null;
  /** False where other words of it are bound otherwise or not at all. */
  isWhole: boolean;
  leads: Lead[];
  /** How many of the things it rests on are not in the memo's evidence any more. */
  missing: number;
  warnings: EstimativeWarning[];
};

/** A memo sentence by sentence, section by section, and how many there are of each kind. */
export type Trace = {
  tally: Tally;
  sections: { id: string; heading: string; sentences: TracedSentence[] }[];
};

/** Leads every sentence of a settled memo (without suggestions) back to what it rests on. */
export function traceOf(document: Node, evidence: Evidence, scale: ScaleId): Trace {
  const warnings = checkEstimates(document, scale);
  const all: PlacedSentence[] = [];
  const sections: Trace['sections'] = [];
  document.forEach((section, offset) => {
    if (section.type.name !== 'section') return;
    const sentences: TracedSentence[] = [];
    section.descendants((node, position) => {
      if (node.type.name !== 'paragraph') return !node.inlineContent;
      const found = sentencesOf(node, offset + 1 + position);
      all.push(...found);
      for (const each of found)
        sentences.push({
          ...trace(each, evidence),
          block: node.attrs.id as string,
          warnings: warnings.filter(({ from }) => from === each.from),
        });
      return false;
    });
    const heading = section.firstChild?.textContent ?? '';
    if (sentences.length > 0) sections.push({ id: section.attrs.id as string, heading, sentences });
  });
  return { tally: tallyOf(all), sections };
}

function trace({ text, binding, isWhole }: PlacedSentence, evidence: Evidence) {
  const found = (binding?.basis ?? []).map((id) => leadsTo(id, evidence));
  return {
    text,
    kind: binding?.kind ?? null,
    isWhole,
    leads: found.flat().filter(isFirst),
    missing: found.filter((leads) => leads.length === 0).length,
  };
}

function isFirst(lead: Lead, at: number, all: Lead[]): boolean {
  const key = JSON.stringify(lead);
  return all.findIndex((each) => JSON.stringify(each) === key) === at;
}

function leadsTo(id: string, { articles, assessments }: Evidence): Lead[] {
  const assessment = assessments.find((each) => each.id === id);
  if (assessment) {
    const article = articles.find((each) => each.id === assessment.articleId);
    const speaker = joinNames(assessment.holders.map(shortName), 'and') || null;
    return (article ? paragraphsOf(assessment, article) : []).flatMap(({ number }) =>
      number === null || !article ? [] : [{ article: article.id, paragraph: number, speaker }],
    );
  }
  return articles.flatMap(({ id: article, paragraphs }) =>
    paragraphs.flatMap((each) =>
      each.id === id && each.number !== null
        ? [{ article, paragraph: each.number, speaker: null }]
        : [],
    ),
  );
}
