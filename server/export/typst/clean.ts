import type { Block, Printed, Run } from '@/domain/document/print';

/** Lists and quotations nested deeper than this are set at this depth. */
const deepest = 6;

/** Told of a change to the text: the sentence to show, counted when it recurs. */
type Note = (sentence: string) => void;

/** Whether the typeface has a glyph for a code point. */
export type Coverage = (point: number) => boolean;

/**
 * A copy of the memo that any PDF standard can carry in the typeface, and what had to be changed
 * for it, as sentences. A character without a glyph becomes □; nothing else is replaced visibly.
 */
export function cleanMemo(
  printed: Printed,
  isCovered: Coverage,
): { printed: Printed; changed: string[] } {
  const counts = new Map<string, number>();
  const note: Note = (sentence) => counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  const text = (value: string) => cleanText(value, isCovered, note);
  const blocks = (list: Block[]) => cleanBlocks(list, text, note, 1);
  const cleaned: Printed = {
    language: printed.language,
    title: text(printed.title),
    form: text(printed.form),
    fields: printed.fields.map(({ name, label, value }) => ({
      name,
      label: text(label),
      value: text(value),
    })),
    sections: printed.sections.map((section) => ({
      ...section,
      heading: text(section.heading),
      blocks: blocks(section.blocks),
    })),
    marking: printed.marking === null ? null : text(printed.marking),
  };
  const changed = [...counts].map(([sentence, n]) =>
    n > 1 ? `${sentence} (${n} times)` : sentence,
  );
  return { printed: cleaned, changed };
}

/** Line ends and tabs that a string may carry; on the page they are spaces, as in HTML. */
const spaces = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Hints to a line breaker or a shaper that the engine understands and never draws. */
const hints = /[\u00ad\u200b-\u200d\u2060]/u;

/** A string as the typeface can show it. Line ends become spaces without being noted. */
export function cleanText(value: string, isCovered: Coverage, note: Note): string {
  let clean = '';
  for (const character of value.replace(spaces, ' ')) {
    const point = character.codePointAt(0) ?? 0;
    const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    if (hints.test(character)) clean += character;
    else if (!character.isWellFormed()) {
      note(`Half of a surrogate pair (${name}) was printed as □.`);
      clean += '□';
    } else if (
      /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u.test(character)
    ) {
      note(`The invisible character ${name} was left out.`);
    } else if (isCovered(point)) clean += character;
    else {
      note(`The typeface has no sign for ${shape(character)}${name}; □ is printed in its place.`);
      clean += '□';
    }
  }
  return clean;
}

/** The character itself where it has a shape anyone could recognise, and then a space. */
function shape(character: string): string {
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(character) ? `“${character}” ` : '';
}

function cleanBlocks(
  list: Block[],
  text: (value: string) => string,
  note: Note,
  depth: number,
): Block[] {
  return list.flatMap((block) => cleanBlock(block, text, note, depth));
}

function cleanBlock(
  block: Block,
  text: (value: string) => string,
  note: Note,
  depth: number,
): Block[] {
  const inner = (list: Block[]) => cleanBlocks(list, text, note, depth + 1);
  switch (block.kind) {
    case 'heading':
      return [{ ...block, text: text(block.text) }];
    case 'paragraph':
      return [{ ...block, runs: block.runs.map((run) => cleanRun(run, text)) }];
    case 'place':
      return [{ ...block, prompt: text(block.prompt) }];
    case 'facts':
      return [
        {
          ...block,
          rows: block.rows.map((row) => ({ label: text(row.label), text: text(row.text) })),
        },
      ];
    case 'endnotes':
      return [{ ...block, notes: block.notes.map((one) => ({ ...one, text: text(one.text) })) }];
    default:
      return depth <= deepest ? [nest(block, inner)] : lift(block, inner, note);
  }
}

type Container = Extract<Block, { kind: 'list' | 'quotation' }>;

function nest(block: Container, inner: (list: Block[]) => Block[]): Block {
  return block.kind === 'list'
    ? { ...block, items: block.items.map(inner) }
    : { ...block, blocks: inner(block.blocks) };
}

function lift(block: Container, inner: (list: Block[]) => Block[], note: Note): Block[] {
  note(
    `What is nested more than ${deepest} levels deep is indented as if it were ${deepest} deep.`,
  );
  return inner(block.kind === 'list' ? block.items.flat() : block.blocks);
}

function cleanRun(run: Run, text: (value: string) => string): Run {
  return run.kind === 'text' || run.kind === 'quote' ? { ...run, text: text(run.text) } : run;
}
