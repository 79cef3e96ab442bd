import type { Node } from 'prosemirror-model';
import { headerOf, sectionFrame } from './assemble';
import { bullets, node, paragraph, text } from './assemble/nodes';
import type { DocumentJson } from './document/document';
import { writeDocument } from './document/document';
import { blocksOf, childrenOf, isList, keyOf, sectionsOf } from './document/parts';
import { documentVersion } from './document/schema';
import type { SentenceKind } from './document/sentence-mark';
import { sentencesOf } from './document/sentences';
import type { LineKind, Template, TemplateSection } from './template';

/** What a memo is derived from: another one's text without suggestions, and what the head says. */
export type Derivation = {
  template: Template;
  parent: Node;
  title: string;
  to: string;
  from: string;
  date: string;
};

/** A paragraph of the parent, what its first sentence is, and the issue that it stands under. */
type Line = {
  block: Node;
  section: number;
  head: string | null;
  headKey: string;
  kind: SentenceKind | null;
  hasQuote: boolean;
};

/**
 * A memo made of another's lines: whole paragraphs with their quotes, citations and bindings, chosen
 * by what they are, as the template's sections draw them. A line keeps its name from the parent's
 * block, so that a later derivation finds it again. What nothing is drawn for is a place to write.
 */
export function derive(input: Derivation): DocumentJson {
  const lines = linesOf(input.parent);
  const sections = input.template.sections.map((section) => {
    const drawn = drawnInto(section, lines);
    // A place says what is to be written there: where the memo says it already, none is left.
    const left =
      drawn.length > 0 && section.draws.length > 0 ? { ...section, prompts: [] } : section;
    return sectionFrame(left, drawn, input);
  });
  const { numbered, endnotes } = input.template;
  const attrs = { version: documentVersion, numbered, endnotes };
  return node('doc', attrs, [headerOf(input), ...sections]);
}

function linesOf(parent: Node): Line[] {
  return sectionsOf(parent).flatMap((section, index) => {
    let [head, headKey]: [string | null, string] = [null, ''];
    return blocksOf(section).flatMap((block) => {
      if (block.type.name === 'subheading')
        [head, headKey] = [block.textContent.trim() || null, keyOf(block)];
      return paragraphsIn(block).flatMap((each): Line[] => {
        if (each.textContent.trim() === '') return [];
        const kind = sentencesOf(each, 0)[0]?.binding?.kind ?? null;
        return [{ block: each, section: index, head, headKey, kind, hasQuote: hasQuote(each) }];
      });
    });
  });
}

/** A paragraph, or those of a list; tables and quotations set apart are no lines. */
function paragraphsIn(block: Node): Node[] {
  if (block.type.name === 'paragraph') return [block];
  if (!isList(block)) return [];
  return childrenOf(block).flatMap((item) => childrenOf(item).flatMap(paragraphsIn));
}

function hasQuote(block: Node): boolean {
  return childrenOf(block).some(({ type }) => type.name === 'quote');
}

function drawnInto(section: TemplateSection, lines: Line[]): DocumentJson[] {
  const { name, fill, draws, points } = section;
  if (fill === 'endnotes') return [node('endnotes', { id: `${name}.notes` })];
  if (fill === 'source-summary') return [node('source_summary', { id: `${name}.facts` })];
  if (draws.length === 0) return [];
  const questions = draws.includes('questions') ? questionsOf(name, lines) : [];
  const drawn = draws.flatMap((kind) => linesOfKind(kind, lines));
  const kept = [...new Set(drawn)].slice(0, points ?? drawn.length);
  const items = kept.map((line) => lineAs(name, line));
  return [...(items.length > 0 ? [bullets(`${name}.drawn`, items)] : []), ...questions];
}

function linesOfKind(kind: LineKind, lines: Line[]): Line[] {
  const [opening] = lines;
  const under = lines.filter((line) => isPosition(line) && line.head !== null);
  switch (kind) {
    case 'bottom-line':
      return lines.filter((line) => line.section === opening?.section);
    case 'recommendations':
      return lines.filter((line) => line.kind === 'recommendation');
    case 'judgments':
      return lines.filter((line) => line.kind === 'judgment');
    case 'reported':
      return lines.filter((line) => line.kind === 'reported');
    case 'statements':
      return lines.filter((line) => line.kind === 'assessment' && line.hasQuote);
    case 'positions':
      return under.length > 0 ? under : lines.filter(isPosition);
    case 'questions':
      return [];
  }
}

/** Where the experts stand, in the memo's own words; a statement has theirs. */
function isPosition({ kind, hasQuote }: Line): boolean {
  return kind === 'assessment' && !hasQuote;
}

/** How many statements an answer has, after where the experts stand. */
const mostStatements = 2;

/** Each issue of the parent as what is asked about, answered by where the experts stand and what they said. */
function questionsOf(name: string, lines: Line[]): DocumentJson[] {
  const heads = new Map(lines.flatMap((line) => (line.head ? [[line.headKey, line.head]] : [])));
  return [...heads].flatMap(([key, head]) => {
    const here = lines.filter((line) => line.headKey === key && line.kind === 'assessment');
    const said = here.filter((line) => line.hasQuote).slice(0, mostStatements);
    const answer = [...here.filter(isPosition), ...said];
    if (answer.length === 0) return [];
    return [
      node('subheading', { id: `${name}.${key}` }, text(head)),
      ...answer.map((line) => lineAs(name, line)),
    ];
  });
}

function lineAs(name: string, { block }: Line): DocumentJson {
  const { content, attrs } = writeDocument(block) as {
    content?: DocumentJson[];
    attrs: Record<string, unknown>;
  };
  const line = paragraph(`${name}.${attrs.id}`, content ?? []);
  return { ...line, attrs: { ...(line.attrs as object), portion: attrs.portion ?? null } };
}
