import type { Node } from 'prosemirror-model';
import type { Article } from '../article';
import type { Evidence } from '../assessment';
import { quotedStretches } from '../quote/stretches';

/**
 * A quote as it stands in a document: whose words, and where (a ProseMirror position). Words that
 * somebody typed between quotation marks are bound to no assessment.
 */
export type PlacedQuote = { assessment: string | null; text: string; position: number };

/** Every bound quote of the document, in reading order. */
export function quotesIn(document: Node): PlacedQuote[] {
  const quotes: PlacedQuote[] = [];
  document.descendants((node, position) => {
    if (node.type.name !== 'quote') return true;
    const assessment = node.attrs.assessment as string;
    quotes.push({ assessment, text: node.textContent, position });
    return false;
  });
  return quotes;
}

/** Fewer words than this between quotation marks are a term or a title, and too few to compare. */
const fewestWords = 4;

/**
 * What somebody typed or pasted as a quotation, four words or more, in reading order: between
 * quotation marks of any kind, in a block set as a quotation, or from a mark that stays open to
 * the paragraph's or footnote's end. `position` is that of the first character.
 */
export function typedQuotesIn(document: Node): PlacedQuote[] {
  const quotes: PlacedQuote[] = [];
  document.descendants((node, position, parent) => {
    if (node.type.name === 'quote') return false;
    const isLine = node.isTextblock || node.type.name === 'footnote';
    if (isLine) quotes.push(...typedQuotesOf(node, position, parent?.type.name === 'quotation'));
    // Footnotes stand in lines.
    return true;
  });
  return quotes;
}

function typedQuotesOf(block: Node, position: number, isWhole: boolean): PlacedQuote[] {
  const line = lineOf(block);
  const stretches = isWhole ? [{ from: 0, to: line.length }] : quotedStretches(line);
  return stretches.flatMap(({ from, to }) => wordsBetween(line, from, to, position + 1));
}

/** The stretch's words, parted where a bound quote or a citation stands between them. */
function wordsBetween(line: string, from: number, to: number, start: number): PlacedQuote[] {
  return [...line.slice(from, to).matchAll(/[^\uFFFC]+/g)].flatMap((match) => {
    const text = match[0].trim();
    if (text.split(/\s+/).length < fewestWords) return [];
    const lead = match[0].length - match[0].trimStart().length;
    return [{ assessment: null, text, position: start + from + match.index + lead }];
  });
}

/** The block's own text; a break is a space, and what is no text fills as many signs as positions. */
function lineOf(block: Node): string {
  let line = '';
  block.forEach((child) => {
    if (child.type.name === 'hard_break') line += ' ';
    else line += child.isText ? child.text : '\uFFFC'.repeat(child.nodeSize);
  });
  return line;
}

/**
 * Numbers the citations by first appearance; a paragraph cited again keeps its number.
 * The key is "article-version-id paragraph-number".
 */
export function numberCitations(document: Node): Map<string, number> {
  const numbers = new Map<string, number>();
  document.descendants((node) => {
    if (node.type.name !== 'citation') return;
    const key = `${node.attrs.article} ${node.attrs.paragraph}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
  });
  return numbers;
}

/** The article versions and paragraphs cited, each as "article-version-id paragraph-number". */
export function citedIn(document: Node): string[] {
  return [...numberCitations(document).keys()];
}

/**
 * The ids of all that the document quotes or rests a sentence on: assessments, and the paragraphs
 * that a sentence is bound to.
 */
export function basesIn(document: Node): Set<string> {
  const ids = new Set<string>();
  document.descendants((node) => {
    if (node.type.name === 'quote') ids.add(node.attrs.assessment as string);
    for (const mark of node.marks)
      if (mark.type.name === 'sentence') for (const id of mark.attrs.basis as string[]) ids.add(id);
  });
  return ids;
}

/** That part of the evidence which the document really cites, quotes or rests on. */
export function usedEvidence(document: Node, evidence: Evidence): Evidence {
  const ids = basesIn(document);
  const assessments = evidence.assessments.filter((assessment) => ids.has(assessment.id));
  const articles = new Set([
    ...assessments.map((assessment) => assessment.articleId),
    ...citedIn(document).map((key) => key.split(' ')[0]),
  ]);
  const isUsed = ({ id, paragraphs }: Article) =>
    articles.has(id) || paragraphs.some((paragraph) => ids.has(paragraph.id));
  return { articles: evidence.articles.filter(isUsed), assessments };
}

/** The places still to write: prompts of paragraphs that nobody has written in. */
export function placesToWrite(document: Node): { id: string; prompt: string }[] {
  const places: { id: string; prompt: string }[] = [];
  document.descendants((node) => {
    const { id, prompt } = node.attrs as { id?: string; prompt?: string | null };
    if (node.type.name === 'paragraph' && prompt && node.childCount === 0)
      places.push({ id: id ?? '', prompt });
  });
  return places;
}
