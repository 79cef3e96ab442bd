import type { Article, Paragraph } from '../article';
import type { Assessment, Evidence } from '../assessment';
import type { DocumentJson } from '../document/document';
import type { Expert } from '../expert';
import type { Issue } from '../issue';
import { describePositions, positionsOn } from '../positions';
import type { TemplateSection } from '../template';
import { bullets, citation, node, paragraph, placeToWrite, sentence, text } from './nodes';
import { type Introduced, statement } from './statement';

/** How many of the reporter's own paragraphs follow the lead under "what happened". */
const narrativeParagraphs = 2;

/** The positions issue by issue, one bound sentence each; the rest is a place to write. */
export function bottomLine(
  name: string,
  issues: Issue[],
  assessments: Assessment[],
): DocumentJson[] {
  const items = issues.flatMap((issue) => {
    const positions = positionsOn(issue, assessments).map((each) => ({ ...each, grounds: [] }));
    const words = describePositions(issue, positions, []);
    const basis = positions.flatMap((position) => position.basis);
    return words
      ? [paragraph(`${name}.${issue.id}`, sentence('assessment', basis, text(words)))]
      : [];
  });
  return items.length > 0 ? [bullets(`${name}.positions`, items)] : [];
}

/**
 * The lead and the first paragraphs in the reporter's own voice, copied and cited, then what
 * documents say. Paragraphs that carry an assessment are left to the sections on the experts.
 */
export function whatHappened(
  name: string,
  article: Article,
  assessments: Assessment[],
): DocumentJson[] {
  const here = assessments.filter((assessment) => assessment.articleId === article.id);
  const carrying = new Set(here.flatMap((each) => each.spans.map((span) => span.paragraphId)));
  const body = article.paragraphs.filter((each) => each.number !== null);
  const [lead, ...rest] = body;
  const told = rest.filter((each) => !carrying.has(each.id) && !isPointer(each));
  const copied = (lead ? [lead, ...told.slice(0, narrativeParagraphs)] : []).map((each) =>
    report(name, article, each),
  );
  const introduced: Introduced = new Set();
  const documents = here
    .filter(isFromDocument)
    .map((each) => statement(`${name}.${each.id}`, each, article, introduced));
  return [
    ...copied,
    ...(documents.length > 0 ? [bullets(`${name}.${article.id}`, documents)] : []),
  ];
}

/**
 * For each issue: where they stand, then every statement on it in the order of the article, then
 * what is left to write about it.
 */
export function expertSections(
  { name, issuePrompts }: Pick<TemplateSection, 'name' | 'issuePrompts'>,
  issues: Issue[],
  evidence: Evidence,
): DocumentJson[] {
  const persons = personsIn(evidence.assessments);
  return issues.flatMap((issue) => {
    const speaking = evidence.assessments.filter(
      (assessment) =>
        assessment.issues.some((tag) => tag.issueId === issue.id) && !isFromDocument(assessment),
    );
    const positions = positionsOn(issue, speaking);
    const involved = new Set(speaking.flatMap((each) => each.holders.map((expert) => expert.id)));
    const silent = persons.filter((expert) => !involved.has(expert.id));
    const words = describePositions(issue, positions, silent);
    const basis = positions.flatMap((position) => position.basis);
    const id = `${name}.${issue.id}`;
    return [
      node('subheading', { id }, text(capitalise(issue.name))),
      ...(words ? [paragraph(`${id}.positions`, sentence('assessment', basis, text(words)))] : []),
      ...statements(id, speaking, evidence.articles),
      ...issuePrompts.map((prompt, index) => placeToWrite(`${id}.place-${index + 1}`, prompt)),
    ];
  });
}

function statements(id: string, speaking: Assessment[], articles: Article[]): DocumentJson[] {
  const introduced: Introduced = new Set();
  const items = speaking.flatMap((assessment) => {
    const article = articles.find((each) => each.id === assessment.articleId);
    return article ? [statement(`${id}.${assessment.id}`, assessment, article, introduced)] : [];
  });
  if (items.length > 0) return [bullets(`${id}.statements`, items)];
  const none = 'No statement in the chosen sources speaks to this.';
  return [paragraph(`${id}.none`, sentence('boilerplate', [], text(none)))];
}

function report(name: string, article: Article, source: Paragraph): DocumentJson {
  const number = source.number ?? 0;
  return paragraph(
    `${name}.${source.id}`,
    sentence(
      'reported',
      [source.id],
      [...text(withoutDateline(source.text)), citation(article.id, number)],
    ),
  );
}

/** "WASHINGTON – The talks" opens with a place and a dash, which is no part of the sentence. */
function withoutDateline(words: string): string {
  return words.replace(/^[A-Z][A-Z.,' ]{2,40} [–—-]+ /, '');
}

/** A paragraph that leans on one left out ("Meanwhile …", "Leaders, though …") can't open. */
function isPointer(source: Paragraph): boolean {
  return /^(Meanwhile|However|But|And|He|She|They|It|That|This|These)\b/.test(source.text);
}

function isFromDocument(assessment: Assessment): boolean {
  return assessment.holders.length > 0 && assessment.holders.every((e) => e.kind === 'document');
}

function personsIn(assessments: Assessment[]): Expert[] {
  const persons = new Map<string, Expert>();
  for (const assessment of assessments)
    for (const expert of assessment.holders)
      if (expert.kind === 'person') persons.set(expert.id, expert);
  return [...persons.values()];
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
