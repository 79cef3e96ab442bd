import type { EditorView } from 'prosemirror-view';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { portionOf, portionsAt } from '@/domain/document/portion';
import {
  isPortionMark,
  type MarkingChoice,
  markingSchemes,
  type PortionMark,
  schemesOf,
} from '@/domain/marking';
import { useWatched } from '../watched';
import { markChosen } from './commands';

type Props = {
  view: EditorView;
  /** What the memo’s template lets it be marked by. */
  marking: MarkingChoice;
  onClose: () => void;
};

/** The mark of the portion at the caret, or of each in the selection, by arrows and Enter. */
export function PortionPanel({ view, marking, onClose }: Props) {
  const { doc, selection } = useWatched(view, (state) => state);
  const portions = portionsAt(doc, selection.from, selection.to);
  const marks = new Set(portions.map(({ block }) => portionOf(block)));
  const [wanted, setWanted] = useState<PortionMark | null>(marks.size === 1 ? first(marks) : null);
  const form = useRef<HTMLFormElement>(null);
  const name = useId();
  // Before the next key, which is meant for it.
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, []);
  // What stands there already can be seen and taken away, whatever the template lets one choose.
  const schemes = markingSchemes.filter(
    (scheme) => schemesOf(marking).includes(scheme) || scheme.marks.some((mark) => marks.has(mark)),
  );
  if (schemes.length === 0)
    return <p className="editor-panel">The template of this memo has no portion marks.</p>;
  if (portions.length === 0)
    return (
      <p className="editor-panel">
        Put the caret in a paragraph, subheading, quotation or table: what else there is has no
        portion mark.
      </p>
    );
  const radio = (mark: PortionMark | null, words: string) => (
    <label key={words} className="flex min-h-9 items-center gap-1.5">
      <input
        type="radio"
        name={name}
        value={mark ?? ''}
        checked={wanted === mark}
        className="size-4 accent-(--color-accent)"
        onChange={({ target }) => setWanted(isPortionMark(target.value) ? target.value : null)}
      />
      {words}
    </label>
  );
  return (
    <form
      ref={form}
      aria-label="Portion mark"
      className="editor-panel"
      onSubmit={(event) => {
        event.preventDefault();
        markChosen(wanted)(view.state, view.dispatch.bind(view));
        onClose();
      }}
    >
      <p className="text-quiet text-sm">{sayMarks(portions.length, marks)}</p>
      <div className="flex flex-wrap gap-x-8">
        <fieldset>
          <legend className="font-semibold text-sm">None</legend>
          {radio(null, 'No mark')}
        </fieldset>
        {schemes.map((scheme) => (
          <fieldset key={scheme.name}>
            <legend className="font-semibold text-sm">{scheme.name}</legend>
            <div className="flex flex-wrap gap-x-4">
              {scheme.marks.map((mark) => radio(mark, `(${mark})`))}
            </div>
          </fieldset>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2 py-2">
        <Button type="submit" look="primary" className="min-h-9 py-1">
          Mark
        </Button>
        <Button look="quiet" className="min-h-9 py-1" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function first(marks: ReadonlySet<PortionMark | null>): PortionMark | null {
  return [...marks][0] ?? null;
}

function sayMarks(count: number, marks: ReadonlySet<PortionMark | null>): string {
  const each = [...marks].map((mark) => (mark === null ? 'no mark' : `(${mark})`));
  return `${count === 1 ? 'This portion has' : `${count} portions have`} ${each.join(', ')} now.`;
}
