import { footnotesOf } from './footnotes';
import type { Block, Printed, Run } from './print';

/** The title a memo goes by: its own, or “Untitled memo” while it has none. */
export function shownTitle(printed: Printed): string {
  return printed.title.trim() === '' ? 'Untitled memo' : printed.title;
}

/** A title for the foot of a page, where there is one line for it: 84 letters at most. */
export function shortTitle(title: string): string {
  const letters = [...title];
  return letters.length <= 84
    ? title
    : `${letters
        .slice(0, 80)
        .join('')
        .replace(/[\s\p{P}]+$/u, '')}…`;
}

/** A string without line ends and tabs: each run of them is one space, as on page and paper. */
export function toLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ');
}

/**
 * The memo as plain text, in the order of reading: a line to a paragraph, an empty line between
 * blocks, quotes between “ ”, citations as `[n]` and endnotes as `n. text`; footnotes as `[a]`, with
 * `a. text` at their section's end. What is empty on paper has no line here either.
 */
export function plainText(printed: Printed): string {
  return layText(printed, bare);
}

/** How headings and tables look in a text; `level` is 1 for the title, 2 and 3 below it. */
export type TextLook = {
  heading: (line: string, level: 1 | 2 | 3) => string;
  /** `rows` holds what each cell says, a line to a paragraph. */
  table: (rows: string[][]) => string;
};

/** The words and no more. */
const bare: TextLook = {
  heading: (line) => line,
  table: (rows) => rows.flat().filter(isSeen).join('\n'),
};

/** The memo as `plainText` has it, with headings and tables in another look. */
export function layText(printed: Printed, look: TextLook): string {
  const fields = printed.fields.map(({ label, value }) => `${toLine(label)}: ${toLine(value)}`);
  const sections = printed.sections.flatMap(({ heading, blocks }) => [
    headingText(toLine(heading), 2, look),
    ...blocks.map((block) => blockText(block, look)),
    footnotesOf(blocks)
      .map(({ letter, text }) => `${letter}. ${toLine(text)}`)
      .join('\n'),
  ]);
  const title = headingText(toLine(shownTitle(printed)), 1, look);
  const top = [toLine(printed.marking ?? ''), toLine(printed.form), title];
  return [...top, fields.join('\n'), ...sections].filter(isSeen).join('\n\n');
}

/** One line's text: quotes between “ ”, citations as `[n]`, footnotes as `[a]`, breaks as line ends. */
export function runText(run: Run): string {
  switch (run.kind) {
    case 'text':
      return toLine(run.text);
    case 'quote':
      return `“${toLine(run.text)}”`;
    case 'citation':
      return `[${run.note}]`;
    case 'footnote':
      return `[${run.letter}]`;
    case 'break':
      return '\n';
  }
}

/** What stands before a numbered paragraph: “12. ”; nothing before any other. */
export function numeralOf({ number }: { number?: number }): string {
  return number === undefined ? '' : `${number}. `;
}

function headingText(line: string, level: 1 | 2 | 3, look: TextLook): string {
  return isSeen(line) ? look.heading(line, level) : '';
}

function blockText(block: Block, look: TextLook): string {
  const all = (blocks: Block[], gap: string) =>
    blocks
      .map((each) => blockText(each, look))
      .filter(isSeen)
      .join(gap);
  switch (block.kind) {
    case 'heading':
      return headingText(toLine(block.text), 3, look);
    case 'paragraph':
      return numeralOf(block) + block.runs.map(runText).join('');
    case 'place':
      return `[To write: ${toLine(block.prompt)}]`;
    case 'list':
      return listText(
        block.items.map((item) => all(item, '\n')),
        block.ordered,
      );
    case 'quotation':
      return all(block.blocks, '\n\n');
    case 'facts':
      return block.rows.map((row) => `${toLine(row.label)}: ${toLine(row.text)}`).join('\n');
    case 'table':
      return look.table(block.rows.map((row) => row.map((cell) => all(cell.blocks, '\n'))));
    case 'endnotes':
      return block.notes.map((note) => `${note.number}. ${toLine(note.text)}`).join('\n');
  }
}

function listText(items: string[], ordered: boolean): string {
  return items
    .filter(isSeen)
    .map((text, index) => {
      const mark = ordered ? `${index + 1}. ` : '• ';
      return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function isSeen(text: string): boolean {
  return text.trim() !== '';
}
