import { afterAll, describe, expect, it } from 'vitest';
import type { Block, Printed } from '@/domain/document/print';
import { sampleMemo } from '@/domain/document/sample';
import { closePress, exportPdf, measureMemo } from './pdf';
import { reopen } from './reopen';

afterAll(closePress);

const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  id: 'p',
  runs: [{ kind: 'text', text, strong: false, emphasis: false }],
});
const words = (count: number) => Array.from({ length: count }, () => 'minister').join(' ');

function memoOf(...sections: Block[][]): Printed {
  return {
    ...sampleMemo(1, 1),
    sections: sections.map((blocks, index) => ({
      id: `s${index}`,
      name: `s${index}`,
      heading: `Heading ${index}`,
      blocks,
    })),
  };
}

const lengthOf = async (...blocks: Block[]) =>
  (await measureMemo(memoOf(blocks), 'us-letter')).sections[0];

/** The lines of a memo's one section in its PDF: what stands below the section's heading. */
async function linesInPdf(...blocks: Block[]): Promise<number> {
  const { pdf } = await exportPdf(memoOf(blocks), { createdAt: new Date(0) });
  const lines = (await reopen(pdf)).pages.flatMap((page) => page.lines);
  const from = lines.findIndex((line) => line.replaceAll('\u00a0', ' ') === 'Heading 0');
  expect(from).toBeGreaterThan(0);
  return lines.length - from - 1;
}

describe('the length of a section', () => {
  it('is a line more where a word more takes one', async () => {
    const counts: (number | undefined)[] = [];
    for (let count = 1; count <= 36; count++) {
      const block = paragraph(words(count));
      const length = await lengthOf(block);
      expect(length?.lines).toBe(await linesInPdf(block));
      expect(length?.points).toEqual([length?.lines]);
      counts.push(length?.lines);
    }
    expect(new Set(counts)).toEqual(new Set([1, 2, 3, 4]));
    expect(counts).toEqual([...counts].sort());
  });

  it('counts on over the end of a page, each section for itself', async () => {
    const long = paragraph(words(700));
    const short = paragraph('One line.');
    const { pages, sections } = await measureMemo(memoOf([short], [long], [short]), 'us-letter');
    expect(pages).toBeGreaterThan(1);
    expect(sections.map(({ lines }) => lines)).toEqual([1, await linesInPdf(long), 1]);
    expect(sections[1]?.pages).toBeGreaterThan(1);
    expect(sections[1]?.pages).toBeLessThan(pages);
  });

  it('is each point’s own lines, with the paragraphs beside lists', async () => {
    const items = [[paragraph('One.')], [paragraph(words(15))], [paragraph('Two.')]];
    const list: Block = { kind: 'list', id: 'l', ordered: false, items };
    const length = await lengthOf(list, paragraph('Beside.'));
    expect(length?.lines).toBe(await linesInPdf(list, paragraph('Beside.')));
    expect(length?.points).toEqual([1, 2, 1, 1]);
  });

  it('has neither what is still to be written, nor headings, nor notes', async () => {
    const place: Block = { kind: 'place', id: 'w', prompt: words(30) };
    const heading: Block = { kind: 'heading', id: 'h', text: 'A heading of its own' };
    const noted: Block = {
      kind: 'paragraph',
      id: 'n',
      runs: [
        { kind: 'text', text: 'Said.', strong: false, emphasis: false },
        { kind: 'footnote', letter: 'a', text: words(40) },
      ],
    };
    const item: Block = { kind: 'list', id: 'l', ordered: true, items: [[place]] };
    const outer: Block = { ...item, ordered: false, items: [[item]] };
    expect((await lengthOf(place, heading, noted, item, outer))?.lines).toBe(1);
    expect(await lengthOf(place)).toEqual({ lines: 0, pages: 0, points: [] });
  });

  it('counts the cells of a row, that stand side by side, once', async () => {
    const row = [paragraph('a'), paragraph(words(12)), paragraph('b')];
    const table: Block = {
      kind: 'table',
      id: 't',
      rows: [row, row].map((cells, at) =>
        cells.map((cell) => ({ header: at === 0, blocks: [cell] })),
      ),
    };
    const alone: Block = { ...table, rows: table.rows.map((cells) => cells.slice(0, 2)) };
    const [wide, narrow] = [await lengthOf(table), await lengthOf(alone)];
    expect(wide?.points).toEqual([]);
    expect(wide?.lines).toBeGreaterThan(4);
    expect(narrow?.lines).toBeLessThan(wide?.lines ?? 0);
  });

  it('is that on the paper that is asked for', async () => {
    const memo = memoOf([paragraph(words(400))]);
    const letter = (await measureMemo(memo, 'us-letter')).sections[0];
    const a4 = (await measureMemo(memo, 'a4')).sections[0];
    // A4 is narrower.
    expect(a4?.lines).toBeGreaterThan(letter?.lines ?? 0);
  });

  it('is the same for the same memo, and has the pages of its print', async () => {
    for (const seed of [1, 2, 3]) {
      const memo = sampleMemo(seed, 8);
      const length = await measureMemo(memo, 'us-letter');
      expect(await measureMemo(memo, 'us-letter')).toEqual(length);
      expect(length.pages).toBe((await exportPdf(memo, { createdAt: new Date(0) })).pages);
    }
  });
});
