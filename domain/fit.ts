import type { Block, Printed, Run, Section } from './document/print';
import { runText } from './document/text';
import type { Template, TemplateSection } from './template';

/** How a memo stands to one limit of its template: where it holds, and how much of what there is. */
export type Fit = {
  where: string;
  unit: 'page' | 'word' | 'point' | 'line';
  is: number;
  most: number;
  /** Where the whole has too many pages: the section that has most of them, to shorten first. */
  longest?: { where: string; pages: number };
};

/**
 * The length of a section as it was set: its lines, its pages (a share of one, not rounded), and
 * the lines of each of its points, in their order.
 */
export type SectionMeasure = { lines: number; pages: number; points: number[] };

/** The length of a memo without its sources, as it was set; its sections in their order. */
export type Measure = { pages: number; sections: SectionMeasure[] };

type Limits = Pick<Template, 'pages' | 'sections'>;

/** Whether a template has a limit that only a memo that is set can be held to. */
export function needsMeasure({ pages, sections }: Limits): boolean {
  const isSet = (section: TemplateSection) =>
    section.mostLines !== null || section.mostPages !== null || section.mostLinesEach !== null;
  return pages !== null || sections.some(isSet);
}

/**
 * How a memo as it is set stands to its template's limits. `measure` is of the text without its
 * sources, as it was really set; null where it could not be.
 */
export function fitOf(template: Template, printed: Printed, measure: Measure | null): Fit[] {
  const body = withoutSources(printed);
  const whole: Fit[] = [];
  if (template.pages !== null && measure)
    whole.push(fitOfPages({ most: template.pages, body, measure }));
  if (template.words !== null)
    whole.push({ where: 'The memo', unit: 'word', is: countWords(body), most: template.words });
  const parts = template.sections.flatMap((limits): Fit[] => {
    const index = body.sections.findIndex((each) => each.name === limits.name);
    const section = body.sections[index];
    if (!section) return [];
    const length = measure?.sections[index];
    const where = section.heading;
    const points: Fit[] =
      limits.points === null
        ? []
        : [{ where, unit: 'point', is: countPoints(section), most: limits.points }];
    return length ? [...points, ...fitOfSection(limits, where, length)] : points;
  });
  return [...whole, ...parts];
}

function fitOfPages(of: { most: number; body: Printed; measure: Measure }): Fit {
  const { most, body, measure } = of;
  const fit: Fit = { where: 'The memo', unit: 'page', is: measure.pages, most };
  if (fit.is <= most) return fit;
  const [longest] = body.sections
    .map(({ heading }, index) => ({
      where: heading,
      pages: toTenth(measure.sections[index]?.pages ?? 0),
    }))
    .sort((a, b) => b.pages - a.pages);
  return longest && longest.pages > 0 ? { ...fit, longest } : fit;
}

function fitOfSection(limits: TemplateSection, where: string, length: SectionMeasure): Fit[] {
  const fits: Fit[] = [];
  const { mostLines, mostPages, mostLinesEach } = limits;
  if (mostPages !== null)
    fits.push({ where, unit: 'page', is: toTenth(length.pages), most: mostPages });
  if (mostLines !== null) fits.push({ where, unit: 'line', is: length.lines, most: mostLines });
  if (mostLinesEach !== null) {
    const is = Math.max(0, ...length.points);
    const name =
      is > mostLinesEach ? `point ${length.points.indexOf(is) + 1}, its longest` : 'longest point';
    fits.push({ where: `${where}: ${name}`, unit: 'line', is, most: mostLinesEach });
  }
  return fits;
}

function toTenth(pages: number): number {
  return Math.round(pages * 10) / 10;
}

/** "2 of 6 points", or, where it is too much, "3 of 2 pages, 1 too many". */
export function describeFit({ unit, is, most }: Fit): string {
  const amount = (count: number) => count.toLocaleString('en', { maximumFractionDigits: 1 });
  const words = `${amount(is)} of ${amount(most)} ${unit}${most === 1 ? '' : 's'}`;
  return is > most ? `${words}, ${amount(is - most)} too many` : words;
}

/** "Longest section: Background, 1.4 pages", where a memo has too many pages; else null. */
export function describeLongest({ longest }: Fit): string | null {
  if (!longest) return null;
  const pages = longest.pages.toLocaleString('en', { maximumFractionDigits: 1 });
  const name = longest.where.trim() === '' ? 'one without a heading' : longest.where;
  return `Longest section: ${name}, ${pages} page${longest.pages === 1 ? '' : 's'}`;
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
