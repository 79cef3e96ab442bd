import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useWatched } from '../watched';
import { goTo, moveHeading, outlineOf } from './outline';

/**
 * The memo's headings: to go to each, and to move a subheading with what stands under it. The focus
 * comes to the heading that the caret stands under, and goes along with one that is moved.
 */
export function OutlinePanel({ view, onClose }: { view: EditorView; onClose: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  const headings = outlineOf(useWatched(view, ({ doc }) => doc));
  useEffect(() => {
    const { doc, selection } = view.state;
    const at = outlineOf(doc).findLastIndex(({ position }) => position < selection.head);
    focusIn(list.current, Math.max(at, 0));
  }, [view]);
  const go = (at: number) => {
    const heading = headings[at];
    if (!heading) return;
    onClose();
    view.focus();
    view.dispatch(goTo(view.state, heading));
  };
  const move = (at: number, by: -1 | 1) => {
    const transaction = moveHeading(view.state, at, by);
    if (!transaction) return;
    const part = [...(list.current?.children[at]?.children ?? [])].findIndex((each) =>
      each.matches(':focus'),
    );
    view.dispatch(transaction);
    // By then the lines are drawn anew.
    requestAnimationFrame(() => focusIn(list.current, at + by, Math.max(part, 0)));
  };
  const keys = (event: KeyboardEvent, at: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (by === undefined) return;
    event.preventDefault();
    if (event.altKey) move(at, by);
    else focusIn(list.current, at + by);
  };
  return (
    <nav aria-label="Outline" className="editor-panel">
      <ul ref={list}>
        {headings.map((heading, at) => (
          // A heading's place is what its line stands for, and the focus is moved by it.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          <li key={at} className={`outline-line level-${heading.level}`}>
            <button type="button" onClick={() => go(at)} onKeyDown={(event) => keys(event, at)}>
              {heading.text || 'Without a heading'}
            </button>
            {heading.level === 3 ? (
              <>
                <Mover name={`Move “${heading.text}” up`} sign="↑" onPress={() => move(at, -1)} />
                <Mover name={`Move “${heading.text}” down`} sign="↓" onPress={() => move(at, 1)} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="text-quiet text-sm">
        The template sets the sections and their order. Subheadings move with what stands under
        them, by their arrows or by Alt and an arrow key.
      </p>
    </nav>
  );
}

/** Gives the focus to a line of the list: to its heading, or to another part of it. */
function focusIn(list: HTMLElement | null, line: number, part = 0): void {
  const found = list?.children[line]?.children[part];
  if (found instanceof HTMLElement) found.focus();
}

type MoverProps = { name: string; sign: string; onPress: () => void };

function Mover({ name, sign, onPress }: MoverProps) {
  return (
    <button type="button" className="mover" aria-label={name} title={name} onClick={onPress}>
      {sign}
    </button>
  );
}
