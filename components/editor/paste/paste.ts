import { Slice } from 'prosemirror-model';
import { type EditorState, Plugin } from 'prosemirror-state';
import { schema } from '@/domain/document/schema';
import { cleanPasted } from '@/domain/paste/clean';
import { classifiedMarking, describeStop } from '@/domain/paste/markings';
import { readPasted, writePasted } from '@/domain/paste/structure';

/**
 * What is pasted or dropped from elsewhere: its structure is kept and its looks are dropped; a
 * text that is marked as classified is not taken in at all, and `onStop` is told why.
 */
export function pasting(onStop: (sentence: string) => void): Plugin {
  const stops = (text: string) => {
    const marking = classifiedMarking(text);
    if (marking !== null) onStop(describeStop(marking));
    return marking !== null;
  };
  return new Plugin({
    props: {
      transformPastedHTML: cleanHtml,
      transformPasted: (slice, view) => apart(slice, view.state),
      handlePaste: (_view, event, slice) =>
        stops(`${event.clipboardData?.getData('text/plain') ?? ''}\n${linesOf(slice.content)}`),
      handleDrop: (_view, event, slice, isMoved) =>
        !isMoved &&
        stops(`${event.dataTransfer?.getData('text/plain') ?? ''}\n${linesOf(slice.content)}`),
    },
  });
}

/** Several blocks that begin with a heading or a list do not run on in the paragraph they come to. */
function apart(slice: Slice, { selection }: EditorState): Slice {
  const { parent } = selection.$from;
  const first = slice.content.firstChild?.type;
  const runsOn = parent.type !== schema.nodes.paragraph || parent.content.size === 0;
  if (runsOn || slice.content.childCount < 2 || !first?.isBlock) return slice;
  return first === schema.nodes.paragraph ? slice : new Slice(slice.content, 0, slice.openEnd);
}

/** What the editor copied itself is whole as it is. */
function cleanHtml(html: string): string {
  if (html.includes('data-pm-slice')) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return writePasted(cleanPasted(readPasted(body)));
}

function linesOf(content: {
  size: number;
  textBetween(from: number, to: number, gap: string): string;
}) {
  return content.textBetween(0, content.size, '\n');
}
