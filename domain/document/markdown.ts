import { type Footnote, footnotesOf } from './footnotes';
import type { Block, Cell, Endnote, Printed, Run } from './print';
import { numeralOf, runText, shownTitle, toLine } from './text';

/**
 * The memo as CommonMark: title and headings of levels 1 to 3, lists, block quotations, and
 * endnotes as a numbered list; footnotes as GitHub has them, at their section's end. Everything written by people stays literal, whatever it looks like.
 */
export function markdown(printed: Printed): string {
  const fields = printed.fields.map(({ label, value }) => labelled(label, value));
  const marking = escapeLine(printed.marking ?? '');
  const form = escapeLine(printed.form);
  const parts = [
    marking && `**${marking}**`,
    form && `*${form}*`,
    `# ${escapeLine(shownTitle(printed))}`,
    fields.join('\\\n'),
    ...printed.sections.flatMap(({ heading, blocks }) => {
      const words = escapeLine(heading);
      const notes = footnotesOf(blocks).map(setFootnote).join('\n');
      return [words && `## ${words}`, setBlocks(blocks, words === '' ? 2 : 3), notes];
    }),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Text that Markdown (and GitHub's dialect of it) shows as it is, anywhere within a line. */
export function escapeInline(text: string): string {
  return toLine(text)
    .replaceAll('\0', '')
    .toWellFormed()
    .replace(/[\\`*_{}[\]<>&!#|~$]/g, '\\$&');
}

/** Text that stays literal as a line of its own, where `-`, `+`, `=`, `:` and `1.` mean something. */
function escapeLine(text: string): string {
  return guardStart(escapeInline(text).trim());
}

function guardStart(line: string): string {
  return line.replace(/^[-+=:]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

function labelled(label: string, text: string): string {
  const name = escapeLine(label);
  return `${name && `**${name}:** `}${name ? escapeInline(text).trim() : escapeLine(text)}`;
}

function setBlocks(blocks: Block[], level: number): string {
  const parts: string[] = [];
  let last: Block['kind'] | undefined;
  let other = false;
  for (const block of blocks) {
    // Two lists in a row would be read as one, were their marks the same.
    other = block.kind === 'list' && last === 'list' && !other;
    const part = setBlock(block, level, other);
    if (part === '') continue;
    parts.push(part);
    last = block.kind;
  }
  return parts.join('\n\n');
}

function setBlock(block: Block, level: number, other: boolean): string {
  switch (block.kind) {
    case 'heading': {
      const words = escapeLine(block.text);
      return words && `${'#'.repeat(level)} ${words}`;
    }
    case 'paragraph':
      return escapeNumeral(numeralOf(block)) + setRuns(block.runs);
    case 'place':
      return `*\\[To write: ${escapeInline(block.prompt).trim()}\\]*`;
    case 'list':
      return setList(block.items, level, block.ordered ? (other ? ')' : '.') : other ? '*' : '-');
    case 'quotation':
      return setBlocks(block.blocks, level)
        .replace(/^(?=.)/gm, '> ')
        .replace(/^$/gm, '>');
    case 'facts':
      return block.rows.map((row) => `- ${labelled(row.label, row.text)}`).join('\n');
    case 'table':
      return setTable(block.rows);
    case 'endnotes':
      return setNotes(block.notes);
  }
}

/** A table of GitHub's dialect: the first row is its head, and a cell is one line. */
function setTable(rows: Cell[][]): string {
  const lines = rows.map((row) => `| ${row.map(setCell).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(rows[0]?.length ?? 1)}`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function setCell({ blocks }: Cell): string {
  const lines = blocks.flatMap((block) => setBlock(block, 3, false).split(/\\?\n+/));
  return lines.filter((line) => line !== '').join('<br>');
}

function setList(items: Block[][], level: number, sign: string): string {
  const set = items.map((item) => setBlocks(item, level)).filter((item) => item !== '');
  const gap = set.some((item) => item.includes('\n\n')) ? '\n\n' : '\n';
  return set
    .map((item, index) => {
      const mark = sign === '-' || sign === '*' ? `${sign} ` : `${index + 1}${sign} `;
      return mark + item.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
    })
    .join(gap);
}

/** A list counts on from its first number by itself; any other numbers are written out. */
function setNotes(notes: Endnote[]): string {
  const first = notes[0]?.number ?? 1;
  const counted = notes.every(({ number }, index) => number === first + index);
  const [end, gap] = counted ? ['.', '\n'] : ['\\.', '\n\n'];
  return notes.map(({ number, text }) => `${number}${end} ${escapeLine(text)}`).join(gap);
}

/** A number is a word of the memo: as a list's, a reader would count anew in each section. */
function escapeNumeral(numeral: string): string {
  return numeral.replace('.', '\\.');
}

function setFootnote({ letter, text }: Footnote): string {
  return `[^${letter}]: ${escapeLine(text)}`;
}

function setRuns(runs: Run[]): string {
  let line = '';
  for (const run of runs) {
    if (run.kind === 'break') line += '\n';
    else if (run.kind === 'footnote') line += `[^${run.letter}]`;
    else if (run.kind === 'text' && (run.strong || run.emphasis)) line += setEmphasis(run, line);
    else line += escapeInline(runText(run));
  }
  const lines = line.split('\n').map((part) => guardStart(part.trim()));
  return lines.join('\n').trim().replaceAll(/\n+/g, '\\\n');
}

/**
 * Asterisks mark emphasis only beside a letter and away from other asterisks. Elsewhere the
 * elements of HTML, which CommonMark passes on, leave no doubt.
 */
function setEmphasis(run: Extract<Run, { kind: 'text' }>, before: string): string {
  const [, start = '', text = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(toLine(run.text)) ?? [];
  if (text === '') return start + end;
  const stars = '*'.repeat((run.strong ? 2 : 0) + (run.emphasis ? 1 : 0));
  const plain = /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/su.test(text) && !/[*>]$/.test(before + start);
  if (plain) return start + stars + escapeInline(text) + stars + end;
  const open = (run.strong ? '<strong>' : '') + (run.emphasis ? '<em>' : '');
  const close = (run.emphasis ? '</em>' : '') + (run.strong ? '</strong>' : '');
  return start + open + escapeInline(text) + close + end;
}
