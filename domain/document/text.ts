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
  const fields = printed.fields.map(({ label, value }) => `${toLine(label)}: ${toLine(value)}`);
  const sections = printed.sections.flatMap(({ heading, blocks }) => [
    toLine(heading),
    ...blocks.map(blockText),
    footnotesOf(blocks)
      .map(({ letter, text }) => `${letter}. ${toLine(text)}`)
      .join('\n'),
  ]);
  const top = [toLine(printed.marking ?? ''), toLine(printed.form), toLine(shownTitle(printed))];
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

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return toLine(block.text);
    case 'paragraph':
      return block.runs.map(runText).join('');
    case 'place':
      return `[To write: ${toLine(block.prompt)}]`;
    case 'list':
      return listText(block.items, block.ordered);
    case 'quotation':
      return block.blocks.map(blockText).filter(isSeen).join('\n\n');
    case 'facts':
      return block.rows.map((row) => `${toLine(row.label)}: ${toLine(row.text)}`).join('\n');
    case 'table':
      return block.rows
        .flatMap((row) => row.map((cell) => cell.blocks.map(blockText).filter(isSeen).join('\n')))
        .filter(isSeen)
        .join('\n');
    case 'endnotes':
      return block.notes.map((note) => `${note.number}. ${toLine(note.text)}`).join('\n');
  }
}

function listText(items: Block[][], ordered: boolean): string {
  return items
    .map((item) => item.map(blockText).filter(isSeen).join('\n'))
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
