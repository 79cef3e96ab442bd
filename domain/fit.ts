import type { Block, Printed, Run, Section } from './document/print';
import { runText } from './document/text';
import type { Template } from './template';

/** How a memo stands to one limit of its template: where it holds, and how much of what there is. */
export type Fit = { where: string; unit: 'page' | 'word' | 'point'; is: number; most: number };

/**
 * How a memo as it is set stands to its template's limits. `pages` are those of the text without
 * its sources, as they were really printed; null where they could not be.
 */
export function fitOf(template: Template, printed: Printed, pages: number | null): Fit[] {
  const body = withoutSources(printed);
  const whole: Fit[] = [];
  if (template.pages !== null && pages !== null)
    whole.push({ where: 'The memo', unit: 'page', is: pages, most: template.pages });
  if (template.words !== null)
    whole.push({ where: 'The memo', unit: 'word', is: countWords(body), most: template.words });
  const parts = template.sections.flatMap(({ name, points: most }): Fit[] => {
    const section = body.sections.find((each) => each.name === name);
    if (most === null || !section) return [];
    return [{ where: section.heading, unit: 'point', is: countPoints(section), most }];
  });
  return [...whole, ...parts];
}

/** "2 of 6 points", or, where it is too much, "3 of 2 pages, 1 too many". */
export function describeFit({ unit, is, most }: Fit): string {
  const amount = (count: number) => count.toLocaleString('en');
  const words = `${amount(is)} of ${amount(most)} ${unit}${most === 1 ? '' : 's'}`;
  return is > most ? `${words}, ${amount(is - most)} too many` : words;
}

/** A memo as it is set, without the sections of its endnotes: sources are no part of its length. */
export function withoutSources(printed: Printed): Printed {
  const isSources = ({ blocks }: Section) => blocks.some((block) => block.kind === 'endnotes');
  return { ...printed, sections: printed.sections.filter((section) => !isSources(section)) };
}

function countWords({ title, sections }: Printed): number {
  const texts = [
    title,
    ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(linesOf)]),
  ];
  return texts.flatMap((text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)))
    .length;
}

/** What a block says; what is still to be written says nothing. */
function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [wordsOf(block)];
    case 'list':
      return block.items.flat().flatMap(linesOf);
    case 'quotation':
      return block.blocks.flatMap(linesOf);
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(linesOf));
    case 'facts':
      return block.rows.flatMap((row) => [row.label, row.text]);
    case 'place':
    case 'endnotes':
      return [];
  }
}

/** What a line says without the marks of its notes. */
function wordsOf({ runs }: { runs: Run[] }): string {
  const isNote = ({ kind }: Run) => kind === 'citation' || kind === 'footnote';
  return runs.map((run) => (isNote(run) ? ' ' : runText(run))).join('');
}

/** Items of lists, not of lists within them, and the paragraphs beside lists. */
function countPoints({ blocks }: Section): number {
  return blocks.reduce((count, block) => {
    if (block.kind === 'list') return count + block.items.length;
    return count + (block.kind === 'paragraph' && wordsOf(block).trim() !== '' ? 1 : 0);
  }, 0);
}
