import type { SectionMeasure } from '@/domain/fit';

/** One line that was set: of which section, kind of block and point it is, and where (in points). */
type LineMark = { section: number; kind: string; point: string; page: number; y: number };

/** What the press says of a memo that is measured; `height` is that of a page's text, in points. */
export type Marks = { height: number; lines: LineMark[] };

/** Cells of a row stand side by side: what is less than this apart is one line. Lines are 10 and more. */
const beside = 3;

/**
 * The length of each of a memo's sections, in their order. Its headings are no lines of a section,
 * and are part of its pages: those go from the first line of its heading to the last of its text.
 */
export function measureLines({ height, lines }: Marks, sections: number): SectionMeasure[] {
  const sorted = [...lines].sort((a, b) => a.page - b.page || a.y - b.y);
  return Array.from({ length: sections }, (_, index) =>
    measureSection(
      sorted.filter(({ section }) => section === index),
      height,
    ),
  );
}

function measureSection(all: LineMark[], height: number): SectionMeasure {
  const text = all.filter(({ kind }) => kind !== 'heading');
  const [first] = all;
  const last = text.at(-1);
  if (!first || !last) return { lines: 0, pages: 0, points: [] };
  const points = new Map<string, LineMark[]>();
  for (const line of text) {
    if (line.kind !== 'paragraph' && line.kind !== 'list') continue;
    points.set(line.point, [...(points.get(line.point) ?? []), line]);
  }
  return {
    lines: countRows(text),
    pages: last.page - first.page + (last.y - first.y) / height,
    points: [...points.values()].map(countRows),
  };
}

function countRows(sorted: LineMark[]): number {
  let before: LineMark | undefined;
  return sorted.filter((line) => {
    const isNew = before?.page !== line.page || line.y - before.y >= beside;
    if (isNew) before = line;
    return isNew;
  }).length;
}
