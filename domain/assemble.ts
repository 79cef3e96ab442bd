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
import type { Template, TemplateField, TemplateSection } from './template';

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
  return assembleAnew(input);
}

/**
 * The same for a memo that stands already: its evidence may have gone since, and then its sections
 * have places to write alone.
 */
export function assembleAnew(input: AssemblyInput): DocumentJson {
  const usable = input.evidence.assessments.filter(isOnTheRecord);
  const chosen = { ...input, evidence: { ...input.evidence, assessments: usable } };
  const { numbered, endnotes } = input.template;
  const document = node('doc', { version: documentVersion, numbered, endnotes }, [
    headerOf(input),
    ...input.template.sections.map((section) =>
      sectionFrame(section, fillSection(section, chosen), input),
    ),
  ]);
  readDocument(document);
  return document;
}

/** A template on a day: what decision dates follow from. */
type Dated = Pick<AssemblyInput, 'template' | 'date'>;

/** What the head of a memo is filled from, and the day that a decision is counted from. */
export type Head = Dated & Pick<AssemblyInput, 'title' | 'to' | 'from'>;

/** The head of a memo, as its template has it. */
export function headerOf(input: Head): DocumentJson {
  const fields = input.template.fields.map((field) => fieldOf(field, input));
  return node('header', {}, [node('title', {}, text(input.title)), ...fields]);
}

function fieldOf({ name, label, fill, words }: TemplateField, head: Head): DocumentJson {
  const values = {
    to: head.to,
    from: head.from,
    date: dateInWords(head.date, head.template.dates),
    subject: head.title,
    decision: decisionDate(head),
    given: words,
    empty: '',
  };
  return node('field', { name, label }, text(values[fill]));
}

/** The first day on which the template lets a decision be due, in words. */
function decisionDate({ template, date }: Dated): string {
  const due = businessDaysAfter(date, template.decisionDays ?? 0);
  return dateInWords(due, template.dates);
}

/** A section around what fills it: its heading, the places to write, and the form's own words. */
export function sectionFrame(
  section: TemplateSection,
  filled: DocumentJson[],
  dated: Dated,
): DocumentJson {
  const blocks = [...filled, ...ownBlocks(section, dated)];
  return sectionOf(section, blocks, 'nothing in the chosen evidence fills this section');
}

/** What the form itself has in a section: its places to write, and its words at the end. */
function ownBlocks(section: TemplateSection, dated: Dated): DocumentJson[] {
  const places = section.prompts.map((prompt, index) =>
    placeToWrite(`${section.name}.place-${index + 1}`, prompt),
  );
  const lines = section.lines.map((line, index) => {
    const words = line.replaceAll('{decision}', decisionDate(dated));
    return paragraph(`${section.name}.line-${index + 1}`, sentence('boilerplate', [], text(words)));
  });
  return [...places, ...lines];
}

/** A section that has a block at least: a place to write, where it would have none. */
function sectionOf({ name, heading }: TemplateSection, blocks: DocumentJson[], prompt: string) {
  const content = blocks.length > 0 ? blocks : [placeToWrite(`${name}.place`, prompt)];
  return node('section', { id: name, name }, [node('heading', {}, text(heading)), ...content]);
}

/** A section as it is before anything is known: what is worked out, and the form's own. */
export function emptySection(section: TemplateSection, dated: Dated): DocumentJson {
  const blocks = [...workedOut(section), ...ownBlocks(section, dated)];
  return sectionOf(section, blocks, 'what this section is to say');
}

/** What stands in a line of the head where nothing but the template, title and date is known. */
export function emptyField(field: TemplateField, dated: Dated & { title: string }): DocumentJson {
  return fieldOf(field, { ...dated, to: '', from: '' });
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
    default:
      return workedOut(section);
  }
}

/** What nobody writes in a section: its endnotes or source summary, where it is for one of them. */
function workedOut({ name, fill }: TemplateSection): DocumentJson[] {
  if (fill === 'source-summary') return [node('source_summary', { id: `${name}.facts` })];
  return fill === 'endnotes' ? [node('endnotes', { id: `${name}.notes` })] : [];
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
