import type { Chosen } from '@/domain/span';

/** How a place in the page is asked for by its coordinates, in the browsers that have either way. */
type Pointed = Document & {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

/** The offset in the paragraph's text that lies under a point of the screen; null elsewhere. */
export function offsetAt(x: number, y: number, paragraphId: string): number | null {
  const page = document as Pointed;
  const position = page.caretPositionFromPoint?.(x, y);
  const range = position ? null : page.caretRangeFromPoint?.(x, y);
  const node = position?.offsetNode ?? range?.startContainer;
  const offset = position?.offset ?? range?.startOffset ?? 0;
  const paragraph = node && paragraphOf(node);
  if (!paragraph || paragraph.dataset.paragraph !== paragraphId) return null;
  return textOffset(paragraph, node, offset);
}

/** The words that are selected on the page, as choices in the paragraphs they stand in. */
export function selectedWords(): Chosen[] {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const paragraphs = document.querySelectorAll<HTMLElement>('[data-paragraph]');
  return [...paragraphs].flatMap((paragraph) => {
    if (!range.intersectsNode(paragraph)) return [];
    const length = paragraph.textContent?.length ?? 0;
    const start = paragraph.contains(range.startContainer)
      ? textOffset(paragraph, range.startContainer, range.startOffset)
      : 0;
    const end = paragraph.contains(range.endContainer)
      ? textOffset(paragraph, range.endContainer, range.endOffset)
      : length;
    return end > start ? [{ paragraphId: paragraph.dataset.paragraph ?? '', start, end }] : [];
  });
}

function paragraphOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-paragraph]') ?? null;
}

/** How much of the paragraph's text stands before a place in it. */
function textOffset(paragraph: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
