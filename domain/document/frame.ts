import type { Node } from 'prosemirror-model';

/**
 * What a template gives a memo and no writer takes away: its header fields, its sections in their
 * order, and the blocks that are worked out (source summary and endnotes).
 */
function frameOf(document: Node): string {
  const parts: string[] = [];
  document.descendants((node) => {
    const { name } = node.type;
    if (name === 'field' || name === 'section') parts.push(`${name} ${node.attrs.name}`);
    else if (name === 'endnotes' || name === 'source_summary') parts.push(name);
    return name === 'header' || name === 'section';
  });
  return parts.join('\n');
}

/** Whether a change left the memo's frame as it was. Held by the editor, and by the server again. */
export function keepsFrame(before: Node, after: Node): boolean {
  return frameOf(before) === frameOf(after);
}
