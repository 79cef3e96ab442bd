import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { goTo, moveHeading, outlineOf } from './outline';

/** The memo's headings: to go to each, and to move a subheading with what stands under it. */
export function OutlinePanel({ view, onClose }: { view: EditorView; onClose: () => void }) {
  const [, redraw] = useState(0);
  const headings = outlineOf(view.state.doc);
  const go = (at: number) => {
    const heading = headings[at];
    if (!heading) return;
    view.dispatch(goTo(view.state, heading));
    onClose();
    view.focus();
  };
  const move = (at: number, by: -1 | 1) => {
    const transaction = moveHeading(view.state, at, by);
    if (!transaction) return;
    view.dispatch(transaction);
    redraw((n) => n + 1);
  };
  const keys = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    move(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <nav aria-label="Outline" className="border-rule border-t pt-2">
      <ul className="grid">
        {headings.map((heading, at) => (
          <li
            key={`${heading.level} ${heading.position}`}
            className={`flex items-center ${heading.level === 3 ? 'ps-6' : ''}`}
          >
            <button
              type="button"
              className="min-h-10 flex-1 cursor-pointer rounded px-2 text-start hover:bg-wash"
              onClick={() => go(at)}
              onKeyDown={(event) => keys(event, at)}
            >
              {heading.text || 'Without a heading'}
            </button>
            {heading.level === 3 ? (
              <>
                <Button
                  look="quiet"
                  aria-label={`Move “${heading.text}” up`}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </Button>
                <Button
                  look="quiet"
                  aria-label={`Move “${heading.text}” down`}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </Button>
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
