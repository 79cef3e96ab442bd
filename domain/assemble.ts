import type { Article } from './article';
import { matrixTable } from './assemble/matrix';
import { node, paragraph, placeToWrite, sentence, text } from './assemble/nodes';
import { bottomLine, expertSections, whatHappened } from './assemble/sections';
import { type Assessment, type Evidence, isOnTheRecord } from './assessment';
import { businessDaysAfter, dateInWords } from './date';
import { type DocumentJson, readDocument } from './document/document';
import { documentVersion } from './document/schema';
import { AppError } from './errors';
import type { Issue } from './issue';
import type { Template, TemplateSection } from './template';

/** What a memo is assembled from. `date` is `YYYY-MM-DD`; `issues` are in the order they appear. */
export type AssemblyInput = {
  template: Template;
  evidence: Evidence;
  issues: Issue[];
  title: string;
  to: string;
  from: string;
  date: string;
  /** Whether the positions matrix stands before what the experts say. */
  matrix?: boolean;
};

/**
 * Template, articles, chosen issues and assessments in; the memo's document out. The same input
 * gives the same document. Every sentence in it is copied from a paragraph, bound to assessments,
 * or a marked place to write; nothing is made up. Refused where there is nothing to assemble.
 */
export function assemble(input: AssemblyInput): DocumentJson {
  if (input.evidence.articles.length === 0)
    throw new AppError('invalid', 'Choose at least one article to assemble the memo from.');
  if (input.issues.length === 0)
    throw new AppError('invalid', 'Choose at least one issue for the memo to cover.');
  if (input.title.trim() === '') throw new AppError('invalid', 'Give the memo a title.');
  const usable = input.evidence.assessments.filter(isOnTheRecord);
  const chosen = { ...input, evidence: { ...input.evidence, assessments: usable } };
  const { numbered, endnotes } = input.template;
  const document = node('doc', { version: documentVersion, numbered, endnotes }, [
    header(input),
    ...input.template.sections.map((section) => assembleSection(section, chosen)),
  ]);
  readDocument(document);
  return document;
}

function header(input: AssemblyInput): DocumentJson {
  const values = {
    to: input.to,
    from: input.from,
    date: dateInWords(input.date, input.template.dates),
    subject: input.title,
    decision: decisionDate(input),
    empty: '',
  };
  const fields = input.template.fields.map(({ name, label, fill, words }) =>
    node('field', { name, label }, text(fill === 'given' ? words : values[fill])),
  );
  return node('header', {}, [node('title', {}, text(input.title)), ...fields]);
}

/** The first day on which the template lets a decision be due, in words. */
function decisionDate({ template, date }: AssemblyInput): string {
  const due = businessDaysAfter(date, template.decisionDays ?? 0);
  return dateInWords(due, template.dates);
}

function assembleSection(section: TemplateSection, input: AssemblyInput): DocumentJson {
  const places = section.prompts.map((prompt, index) =>
    placeToWrite(`${section.name}.place-${index + 1}`, prompt),
  );
  const lines = section.lines.map((line, index) => {
    const words = line.replaceAll('{decision}', decisionDate(input));
    return paragraph(`${section.name}.line-${index + 1}`, sentence('boilerplate', [], text(words)));
  });
  const blocks = [...fillSection(section, input), ...places, ...lines];
  return node('section', { id: section.name, name: section.name }, [
    node('heading', {}, text(section.heading)),
    ...(blocks.length > 0
      ? blocks
      : [
          placeToWrite(
            `${section.name}.place`,
            'nothing in the chosen evidence fills this section',
          ),
        ]),
  ]);
}

function fillSection(section: TemplateSection, input: AssemblyInput): DocumentJson[] {
  const { articles, assessments } = input.evidence;
  switch (section.fill) {
    case 'bottom-line':
      return bottomLine(section.name, input.issues, assessments);
    case 'what-happened':
      return articles.flatMap((article) => whatHappened(section.name, article, assessments));
    case 'experts':
      return [
        ...(input.matrix
          ? matrixTable(`${section.name}.matrix`, input.issues, input.evidence)
          : []),
        ...expertSections(section, input.issues, input.evidence),
      ];
    case 'source-summary':
      return [node('source_summary', { id: `${section.name}.facts` })];
    case 'endnotes':
      return [node('endnotes', { id: `${section.name}.notes` })];
    case 'place':
      return [];
  }
}

/** The assessments of these articles that speak to any of these issues, or come from a document. */
export function chooseAssessments(
  assessments: Assessment[],
  articles: Article[],
  issues: Issue[],
): Assessment[] {
  const articleIds = new Set(articles.map((article) => article.id));
  const issueIds = new Set(issues.map((issue) => issue.id));
  return assessments.filter(
    (assessment) =>
      articleIds.has(assessment.articleId) &&
      assessment.issues.some((tag) => issueIds.has(tag.issueId)),
  );
}
