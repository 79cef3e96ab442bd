import type { Block, Printed, Run } from '@/domain/document/print';
import type { Redlined } from '@/domain/redline/redlined';
import { type Coverage, cleanText, type Note } from './characters';

/** Lists and quotations nested deeper than this are set at this depth. */
const deepest = 6;

/**
 * A copy of the memo that any PDF standard can carry in the typeface, and what had to be changed
 * for it, as sentences. A character without a glyph becomes `[?]`; nothing else changes its look.
 */
export function cleanMemo(
  printed: Printed,
  isCovered: Coverage,
): { printed: Printed; changed: string[] } {
  const { note, changed } = counting();
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
  return { printed: cleaned, changed: changed() };
}

/** Notes sentences, and says each once with how often it was noted. */
function counting(): { note: Note; changed: () => string[] } {
  const counts = new Map<string, number>();
  return {
    note: (sentence) => counts.set(sentence, (counts.get(sentence) ?? 0) + 1),
    changed: () =>
      [...counts].map(([sentence, n]) => (n > 1 ? `${sentence} (${n} times)` : sentence)),
  };
}

/** What of a redline is set: all that stands under these names, and is no id. */
const setNames = new Set(['text', 'label', 'opening', 'section', 'form', 'marking', 'by']);

/** The same for a redline; `text` does it to what is set beside it, `changed` counts that too. */
export function cleanRedline(redlined: Redlined, isCovered: Coverage) {
  const { note, changed } = counting();
  const text = (value: string) => cleanText(value, isCovered, note);
  const clean = <T>(part: T): T => {
    if (Array.isArray(part)) return part.map(clean) as T;
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).map(([name, value]) => [
      name,
      typeof value === 'string' && setNames.has(name) ? text(value) : clean(value),
    ]);
    return Object.fromEntries(entries) as T;
  };
  return { redlined: clean(redlined), text, changed };
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
    case 'table': {
      const rows = block.rows.map((row) =>
        row.map((cell) => ({ ...cell, blocks: inner(cell.blocks) })),
      );
      return [{ ...block, rows }];
    }
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
  return 'text' in run ? { ...run, text: text(run.text) } : run;
}
