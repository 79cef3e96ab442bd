import type { Evidence } from '../assessment';
import type { DocumentJson } from '../document/document';
import { affiliationAsOf, type Expert } from '../expert';
import type { Issue } from '../issue';
import { type Cell, describeCell, type Entry, type Matrix, positionsMatrix } from '../matrix';
import { citation, node, paragraph, quote, sentence, text } from './nodes';

/**
 * The positions matrix as a table of the memo: issues down, experts across. Each cell says where the
 * expert stands and cites what says so; relayed views and what is said of several are marked as
 * such. Its quotes are bound like any other. Nothing where nobody speaks to the issues.
 */
export function matrixTable(id: string, issues: Issue[], evidence: Evidence): DocumentJson[] {
  const matrix = positionsMatrix(issues, evidence);
  return matrix.experts.length === 0 ? [] : [tableOf(id, matrix, evidence)];
}

/** A matrix as a table node, under this block id. */
export function tableOf(id: string, matrix: Matrix, evidence: Evidence): DocumentJson {
  const date = evidence.articles.at(-1)?.publishedOn ?? '';
  const head = node('table_row', {}, [
    header([strong(`${id}.head`, 'Issue')]),
    ...matrix.experts.map((expert) => header(who(`${id}.${expert.id}`, expert, date))),
  ]);
  const rows = matrix.rows.map(({ issue, cells }) =>
    node('table_row', {}, [
      header([
        strong(`${id}.${issue.id}`, capital(issue.name)),
        plain(`${id}.${issue.id}.proposition`, `that ${issue.proposition}`),
      ]),
      ...cells.map((cell, index) =>
        node('table_cell', {}, setCell(`${id}.${issue.id}.${index}`, cell)),
      ),
    ]),
  );
  return node('table', { id }, [head, ...rows]);
}

function header(content: DocumentJson[]): DocumentJson {
  return node('table_header', {}, content);
}

function plain(id: string, words: string): DocumentJson {
  return paragraph(id, sentence('boilerplate', [], text(words)));
}

function strong(id: string, words: string): DocumentJson {
  return paragraph(id, embolden(sentence('boilerplate', [], text(words))));
}

function embolden(content: DocumentJson[]): DocumentJson[] {
  return content.map((each) => ({ ...each, marks: [...(each.marks as []), { type: 'strong' }] }));
}

function who(id: string, expert: Expert, date: string): DocumentJson[] {
  const held = affiliationAsOf(expert, date);
  const role = [held?.role, held?.organisation].filter(Boolean).join(', ');
  return [strong(id, expert.name), ...(role ? [plain(`${id}.role`, role)] : [])];
}

/** How many statements of a kind are printed in a cell; the rest stand in the text below. */
const most = 2;

function setCell(id: string, cell: Cell | null): DocumentJson[] {
  if (!cell) return [plain(`${id}.silent`, 'Silent')];
  const basis = cell.own.map((entry) => entry.assessmentId);
  const kind = basis.length > 0 ? 'assessment' : 'boilerplate';
  const stand = sentence(kind, basis, text(`${capital(describeCell(cell))}.`));
  return [
    paragraph(`${id}.stand`, embolden(stand)),
    ...entries(`${id}.own`, sided(cell.own)),
    ...entries(`${id}.relayed`, cell.relayed),
    ...entries(`${id}.group`, cell.group),
  ];
}

/** What takes the side comes before what only speaks to it. */
function sided(own: Entry[]): Entry[] {
  const taking = own.filter((entry) => entry.tag.stance !== 'none');
  return taking.length > 0 ? taking : own;
}

function entries(id: string, list: Entry[]): DocumentJson[] {
  return list.slice(0, most).map((entry, index) => {
    const lead = leadOf(entry);
    const words = copied(entry);
    const cited = entry.paragraph === null ? [] : [citation(entry.articleId, entry.paragraph)];
    const content = [...(lead ? text(`${lead}: `) : []), ...words, ...cited];
    return paragraph(`${id}.${index}`, sentence('assessment', [entry.assessmentId], content));
  });
}

function leadOf({ viewOf, together }: Entry): string {
  if (viewOf !== null) return `Relays the view of ${viewOf}`;
  return together.length > 0 ? `One statement, with ${together.join(' and ')}` : '';
}

/** The source's own sentence; what it prints between quotation marks is bound as a quote. */
function copied({ assessmentId, parts }: Entry): DocumentJson[] {
  return parts.flatMap((part) =>
    part.quoted ? [quote(assessmentId, part.words)] : text(part.words),
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
