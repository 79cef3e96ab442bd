import type { Block, Printed, Run } from '../document/print';
import { numeralOf, shortTitle, shownTitle } from '../document/text';
import type { ShownPage } from './pages';

/** What a memo shows on paper, wherever its lines break: its text, its footnotes, its margins. */
type Expected = { body: string; notes: string; heads: string[] };

/** Nothing, or a sentence on the first place where the pages show something else than the memo. */
export function differenceIn(pages: ShownPage[], printed: Printed): string | null {
  const expected = expectedOf(printed);
  return (
    unlike(pages, 'body', expected.body) ??
    unlike(pages, 'notes', expected.notes) ??
    strayMargin(pages, printed, expected.heads) ??
    strayObject(pages)
  );
}

function expectedOf(printed: Printed): Expected {
  const expected: Expected = { body: '', notes: '', heads: [] };
  const lines = [printed.form, shownTitle(printed)];
  for (const { label, value } of printed.fields) lines.push(`${label} ${value}`);
  for (const { heading, blocks } of printed.sections) lines.push(heading, textOf(blocks, expected));
  return { ...expected, body: lines.join('\n') };
}

/** What blocks show, a line to each; their footnotes and heads of tables go into `expected`. */
function textOf(blocks: Block[], expected: Expected): string {
  return blocks.map((block) => blockText(block, expected)).join('\n');
}

function blockText(block: Block, expected: Expected): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return numeralOf(block) + lineOf(block.runs, expected);
    case 'place':
      return `[To write: ${block.prompt}]`;
    case 'quotation':
      return textOf(block.blocks, expected);
    case 'facts':
      return block.rows.map(({ label, text }) => `${label} ${text}`).join('\n');
    case 'endnotes':
      return block.notes.map(({ number, text }) => `${number}. ${text}`).join('\n');
    case 'list': {
      const items = block.items.map((item) => textOf(item, expected)).filter((text) => text.trim());
      return items.map((text, at) => (block.ordered ? `${at + 1}. ${text}` : text)).join('\n');
    }
    case 'table': {
      const rows = block.rows.map((row) =>
        row.map((cell) => textOf(cell.blocks, expected)).join('\n'),
      );
      // The head of a table comes again on each page that it goes on to.
      expected.heads.push(rows[0] ?? '');
      return rows.join('\n');
    }
  }
}

/** Marks of notes that meet have a comma between them; the notes themselves stand elsewhere. */
function lineOf(all: Run[], expected: Expected): string {
  const runs = all.filter((run) => run.kind !== 'text' || run.text !== '');
  return runs
    .map((run, index) => {
      if (run.kind === 'text') return run.text;
      if (run.kind === 'quote') return `“${run.text}”`;
      if (run.kind === 'break') return '\n';
      const before = runs[index - 1]?.kind;
      const comma = before === 'citation' || before === 'footnote' ? ',' : '';
      if (run.kind === 'citation') return `${comma}${run.note}`;
      expected.notes += `${run.letter} ${run.text}\n`;
      return `${comma}${run.letter}`;
    })
    .join('');
}

/** Where lines and words break, and the signs before the items of a list, are the paper's. */
const ofPaper = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}•–\u2010\u2011-]/u;

/** The signs that count, each with its place in the text. */
function squash(text: string): { signs: string[]; at: number[] } {
  const signs: string[] = [];
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    if (!ofPaper.test(character))
      for (const sign of character.normalize('NFKC')) {
        if (ofPaper.test(sign)) continue;
        signs.push(sign);
        at.push(place);
      }
    place += character.length;
  }
  return { signs, at };
}

const lettersOf = (text: string) => squash(text).signs.join('');

function unlike(pages: ShownPage[], part: 'body' | 'notes', text: string): string | null {
  const shown = pages.map((page) => page[part]);
  const whole = shown.join('\n');
  const [on, of] = [squash(whole), squash(text)];
  const length = Math.max(on.signs.length, of.signs.length);
  let index = 0;
  while (index < length && on.signs[index] === of.signs[index]) index += 1;
  if (index === length) return null;
  let page = 1;
  let end = shown[0]?.length ?? 0;
  const place = on.at[index] ?? whole.length;
  while (place > end && page < pages.length) end += 1 + (shown[page++]?.length ?? 0);
  const has = excerpt(text, of.at[index]);
  const shows = excerpt(whole, on.at[index]);
  return `Page ${page} shows ${shows}, where the attached memo has ${has}.`;
}

/** A few words from the place on, the word that it is in whole. */
function excerpt(text: string, place: number | undefined): string {
  if (place === undefined) return 'nothing more';
  const before = text.slice(0, place);
  const start = before.length - (/[^\s]*$/.exec(before)?.[0].length ?? 0);
  const words = text.slice(start).replace(/\s+/g, ' ').trim();
  return `“${words.length > 60 ? `${words.slice(0, 60).replace(/\s\S*$/, '')} …` : words}”`;
}

/** Margins hold the marking, the title, the page's number, and perhaps DRAFT and numbers of lines. */
function strayMargin(pages: ShownPage[], printed: Printed, heads: string[]): string | null {
  for (const [index, { margins }] of pages.entries()) {
    let rest = lettersOf(margins);
    const marking = printed.marking ?? '';
    const own = [
      `${shortTitle(shownTitle(printed))} Page ${index + 1} of ${pages.length}`,
      marking,
      marking,
    ];
    for (const text of own.map(lettersOf)) {
      if (!rest.includes(text))
        return `The margin of page ${index + 1} lacks the memo’s title, number or marking.`;
      rest = rest.replace(text, () => '');
    }
    for (const head of heads.map(lettersOf)) if (head !== '') rest = rest.replaceAll(head, '');
    rest = rest.replace(/^(?:DRAFT)?\d*/, '');
    if (rest !== '')
      return `The margin of page ${index + 1} shows “${rest.slice(0, 60)}”, which is not the memo’s.`;
  }
  return null;
}

function strayObject(pages: ShownPage[]): string | null {
  const over = pages.findIndex(({ overlays }) => overlays > 0);
  if (over >= 0)
    return `Something was laid over page ${over + 1}: a remark, a stamp or a field, and a memo has none.`;
  const picture = pages.findIndex(({ pictures }) => pictures > 0);
  if (picture >= 0) return `Page ${picture + 1} shows a picture, and a memo has none.`;
  return null;
}
