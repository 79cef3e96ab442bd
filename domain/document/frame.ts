import type { Node } from 'prosemirror-model';

/**
 * What a template gives a memo and no writer takes away: its header fields, its sections in their
 * order, the blocks that are worked out (source summary and endnotes), and what the document says of itself:
 * its version and its style.
 */
function frameOf(document: Node): string[] {
  const parts = [`style ${JSON.stringify(document.attrs)}`];
  document.descendants((node) => {
    const { name } = node.type;
    if (name === 'field' || name === 'section') parts.push(`${name} ${node.attrs.name}`);
    else if (name === 'endnotes' || name === 'source_summary') parts.push(name);
    return name === 'header' || name === 'section';
  });
  return parts;
}

/** Whether a change left the memo's frame as it was. Held by the editor, and by the server again. */
export function keepsFrame(before: Node, after: Node): boolean {
  return frameFault(before, after) === null;
}

/**
 * Why a change can't be made, as a sentence that says what to do instead: it would take something
 * of the memo's frame away, or add to it. Null where it leaves the frame as it was.
 */
export function frameFault(before: Node, after: Node): string | null {
  const [was, is] = [frameOf(before), frameOf(after)];
  if (was.join('\n') === is.join('\n')) return null;
  const lost = was.filter((part) => !is.includes(part));
  const loses = (kind: string) => lost.some((part) => part.startsWith(kind));
  if (loses('section'))
    return 'The sections belong to the template and stay. Select words within one of them.';
  if (loses('field'))
    return 'The lines of the head belong to the template and stay. Select the words in one of them.';
  if (loses('endnotes'))
    return 'The endnotes follow from the citations. Change those, and they change with them.';
  if (loses('source_summary'))
    return 'The source summary follows from what is quoted and can’t be written in.';
  if (loses('style')) return 'How the memo is numbered and cites follows from its template.';
  return 'The template sets the sections and their order. Nothing can be added to them.';
}
