import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';

/**
 * A heading of the memo: a section's (level 2), which the template sets, or a subheading (level 3),
 * which can be moved. `from` and `to` enclose it with the blocks under it, up to the next one.
 */
export type Heading = { level: 2 | 3; text: string; position: number; from: number; to: number };

/** The memo's headings in reading order. */
export function outlineOf(document: Node): Heading[] {
  const headings: Heading[] = [];
  document.forEach((section, start) => {
    if (section.type.name !== 'section') return;
    section.forEach((block, offset) => {
      const from = start + 1 + offset;
      const to = from + block.nodeSize;
      const text = block.textContent;
      const last = headings.at(-1);
      if (block.type.name === 'heading')
        headings.push({ level: 2, text, position: from, from, to });
      else if (block.type.name === 'subheading')
        headings.push({ level: 3, text, position: from, from, to });
      else if (last?.to === from && !isWorkedOut(block)) last.to = to;
    });
  });
  return headings;
}

/** Puts the caret at a heading's end and brings it into view. */
export function goTo(state: EditorState, heading: Heading): Transaction {
  const end = heading.position + (state.doc.nodeAt(heading.position)?.nodeSize ?? 2) - 1;
  return state.tr.setSelection(TextSelection.create(state.doc, end)).scrollIntoView();
}

/**
 * Moves a subheading with what stands under it before the one above or behind the one below, or
 * into the next section, behind what stands there without a subheading; null where it can go no
 * further. In the outline it is one place further up or down then.
 */
export function moveHeading(state: EditorState, at: number, by: -1 | 1): Transaction | null {
  const headings = outlineOf(state.doc);
  const [moved, other] = [headings[at], headings[at + by]];
  if (moved?.level !== 3 || !other) return null;
  const target = by === 1 ? other.to : placeBefore(headings, at);
  if (target === null) return null;
  const { tr } = state;
  const slice = state.doc.slice(moved.from, moved.to);
  tr.insert(target, slice.content);
  tr.delete(tr.mapping.map(moved.from, 1), tr.mapping.map(moved.to, -1));
  return closeHistory(tr);
}

/** Before the subheading above; above a section's heading, at the end of the section before. */
function placeBefore(headings: Heading[], at: number): number | null {
  const above = headings[at - 1];
  if (!above) return null;
  if (above.level === 3) return above.from;
  const before = headings[at - 2];
  return before ? before.to : null;
}

function isWorkedOut(block: Node): boolean {
  return block.type.name === 'endnotes' || block.type.name === 'source_summary';
}
