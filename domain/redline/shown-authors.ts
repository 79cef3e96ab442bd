// A signed redline as lines of text, for tests: as `shown.ts` has them, with whose each change is.
import type { By, Redlined } from './redlined';

const signs: Record<string, string> = { inserted: '+', deleted: '-', formatted: '~' };

/** The paragraphs of a redline, a line to each: [Ada+what came+], [Ben-what went-], [Cem~a look~]. */
export function sign({ sections }: Redlined): string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'paragraph') return [];
      const words = block.runs.map((run) =>
        bracket(run.change, 'text' in run ? run.text : '', run.by),
      );
      return [words.join('') + bracket(block.end, block.end === 'kept' ? '' : '¶', block.endBy)];
    }),
  );
}

function bracket(change: string, text: string, by: By | undefined): string {
  const mark = signs[change];
  return mark ? `[${by?.by}${mark}${text}${mark}]` : text;
}
