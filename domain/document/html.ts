import { type Footnote, footnotesOf } from './footnotes';
import { htmlStyle } from './html-style';
import type { Block, Cell, Printed, Run } from './print';
import { numeralOf, shownTitle, toLine } from './text';

/**
 * The memo as one HTML file that says what the page says, in the same order. It has its style in it,
 * asks for nothing from anywhere and forbids scripts; citations and footnotes lead to their notes.
 * Everything written by people stays literal.
 */
export function html(printed: Printed): string {
  const title = escapeHtml(shownTitle(printed));
  const marking = printed.marking?.trim()
    ? `<p class="marking">${escapeHtml(printed.marking)}</p>`
    : '';
  return `${[
    '<!doctype html>',
    `<html lang="${escapeHtml(printed.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>\n${htmlStyle}</style>`,
    '</head>',
    '<body>',
    marking,
    '<main>',
    '<header>',
    element('p class="form"', escapeHtml(printed.form)),
    `<h1>${title}</h1>`,
    setRows(
      'fields',
      printed.fields.map(({ label, value }) => ({ label, text: value })),
    ),
    '</header>',
    ...printed.sections.map(setSection),
    '</main>',
    marking,
    '</body>',
    '</html>',
  ]
    .filter((line) => line !== '')
    .join('\n')}\n`;
}

/** Text that HTML shows as it is, in an element and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return toLine(text)
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element by its tag and attributes; nothing where it would be empty. */
function element(tag: string, content: string): string {
  return content.trim() === '' ? '' : `<${tag}>${content}</${tag.split(' ')[0]}>`;
}

function setSection({ heading, blocks }: Printed['sections'][number], index: number): string {
  const id = `section-${index + 1}`;
  const words = escapeHtml(heading);
  const isNamed = words.trim() !== '';
  const parts = [
    isNamed ? `<h2 id="${id}">${words}</h2>` : '',
    setBlocks(blocks, isNamed ? 3 : 2),
    setFootnotes(footnotesOf(blocks)),
  ].filter((part) => part !== '');
  return `<section${isNamed ? ` aria-labelledby="${id}"` : ''}>\n${parts.join('\n')}\n</section>`;
}

function setBlocks(blocks: Block[], level: number): string {
  return blocks
    .map((block) => setBlock(block, level))
    .filter((part) => part !== '')
    .join('\n');
}

function setBlock(block: Block, level: number): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${level}`, escapeHtml(block.text));
    case 'paragraph':
      return element('p', setNumeral(block) + block.runs.map(setRun).join(''));
    case 'place':
      return `<p class="place">[To write: ${escapeHtml(block.prompt)}]</p>`;
    case 'quotation':
      return element('blockquote', setBlocks(block.blocks, level));
    case 'list': {
      const items = block.items.map((item) => element('li', setBlocks(item, level)));
      return element(block.ordered ? 'ol' : 'ul', items.join(''));
    }
    case 'table':
      return setTable(block.rows, level);
    case 'facts':
      return setRows('facts', block.rows);
    case 'endnotes': {
      const notes = block.notes.map(
        ({ number, text }) =>
          `<li id="note-${number}"><span>${number}.</span> <span>${escapeHtml(text)}</span></li>`,
      );
      // Their numbers are words of the memo, so that copied text keeps them.
      return element('ol class="notes" role="list"', notes.join('\n'));
    }
  }
}

function setTable(rows: Cell[][], level: number): string {
  const [head = [], ...body] = rows;
  const cell = ({ header, blocks }: Cell, scope: 'col' | 'row') => {
    const words = setBlocks(blocks, level);
    return header || scope === 'col' ? `<th scope="${scope}">${words}</th>` : `<td>${words}</td>`;
  };
  const set = (row: Cell[], scope: 'col' | 'row') =>
    `<tr>${row.map((each) => cell(each, scope)).join('')}</tr>`;
  const rest = body.map((row) => set(row, 'row')).join('\n');
  const table = `<table>\n<thead>${set(head, 'col')}</thead>\n<tbody>${rest}</tbody>\n</table>`;
  // A wide table scrolls by itself, and what scrolls has to be reached by keyboard.
  return `<div class="table" role="region" aria-label="Table" tabindex="0">\n${table}\n</div>`;
}

function setRows(name: string, rows: { label: string; text: string }[]): string {
  const set = rows.map(
    ({ label, text }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd></div>`,
  );
  return element(`dl class="${name}"`, set.join('\n'));
}

function setFootnotes(notes: Footnote[]): string {
  const set = notes.map(
    ({ letter, text }) =>
      `<li id="footnote-${letter}"><a href="#at-footnote-${letter}" aria-label="Back to footnote ${letter} in the text">${letter}.</a> <span>${escapeHtml(text)}</span></li>`,
  );
  return element('ol class="notes footnotes" role="list"', set.join('\n'));
}

function setNumeral(block: { number?: number }): string {
  const numeral = numeralOf(block).trim();
  return numeral === '' ? '' : `<span class="number">${numeral}</span> `;
}

function setRun(run: Run): string {
  switch (run.kind) {
    case 'break':
      return '<br>';
    case 'quote':
      return `<q>“${escapeHtml(run.text)}”</q>`;
    case 'citation':
      return `<sup><a href="#note-${run.note}" aria-label="Source ${run.note}">${run.note}</a></sup>`;
    case 'footnote':
      return `<sup id="at-footnote-${run.letter}"><a href="#footnote-${run.letter}" aria-label="Footnote ${run.letter}">${run.letter}</a></sup>`;
    case 'text': {
      const words = run.emphasis ? `<em>${escapeHtml(run.text)}</em>` : escapeHtml(run.text);
      return run.strong ? `<strong>${words}</strong>` : words;
    }
  }
}
