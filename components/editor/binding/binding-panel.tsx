import type { EditorView } from 'prosemirror-view';
import { useLayoutEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { describeCoverage } from '@/domain/coverage';
import { type PlacedSentence, sentencesIn, tallyOf } from '@/domain/document/sentences';
import { BindingForm } from './binding-form';
import { goToUnbound, inWords, wantBindings } from './plugin';

/** What the text says of its sentences while the panel is open. */
export type Chosen = { chosen: PlacedSentence[]; isLabelled: boolean };

type Props = Chosen & { view: EditorView; isSuggesting: boolean; onClose: () => void };

/** What the sentence at the caret is and on what it rests, to be seen and changed. */
export function BindingPanel({ view, chosen, isLabelled, isSuggesting, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  const isFresh = useRef(true);
  // Before the next key: a letter that follows the panel's own key at once is meant for it.
  useLayoutEffect(() => {
    view.dispatch(wantBindings(view.state, { isOpen: true }));
    return () => {
      if (!view.isDestroyed) view.dispatch(wantBindings(view.state, { isOpen: false }));
    };
  }, [view]);
  const isEmpty = chosen.length === 0;
  useLayoutEffect(() => {
    // Only where it was just opened: later the writer may be in the text again.
    if (!isFresh.current) return;
    const find = (what: string) => panel.current?.querySelector<HTMLElement>(what);
    (find('input[type=radio]:checked') ?? find('input'))?.focus();
    isFresh.current = isEmpty;
  }, [isEmpty]);
  const known = chosen.map(({ text, binding }) => `${text} ${JSON.stringify(binding)}`).join('\n');
  return (
    <section ref={panel} aria-label="Sentence binding" className="editor-panel binding-panel">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-quiet text-sm">{tallyInWords(view)}</p>
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <label className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              checked={isLabelled}
              className="size-4 accent-(--color-accent)"
              onChange={(event) =>
                view.dispatch(wantBindings(view.state, { isLabelled: event.target.checked }))
              }
            />
            Show in the text
          </label>
          <Button
            look="quiet"
            className="min-h-8 py-1"
            onClick={() => {
              const transaction = goToUnbound(view.state);
              if (transaction) view.dispatch(transaction);
            }}
          >
            Next unbound
          </Button>
        </div>
      </div>
      {isEmpty ? (
        <p className="py-2">
          Put the caret in a sentence: titles, fields and headings have no binding.
        </p>
      ) : (
        <>
          <p className="mt-1 line-clamp-2 font-serif">{wordsOf(chosen)}</p>
          <p className="text-quiet text-sm">{nowInWords(view, chosen)}</p>
          {isSuggesting ? (
            <p role="status" className="py-2 font-semibold">
              A binding can’t be suggested. Stop suggesting (Ctrl-Shift-S) to change it.
            </p>
          ) : (
            <BindingForm key={known} view={view} chosen={chosen} onClose={onClose} />
          )}
        </>
      )}
    </section>
  );
}

function wordsOf(chosen: PlacedSentence[]): string {
  return chosen.length === 1 ? (chosen[0]?.text ?? '') : `${chosen.length} sentences`;
}

function nowInWords({ state }: EditorView, chosen: PlacedSentence[]): string {
  const all = [...new Set(chosen.map((each) => inWords(state, each)))];
  return `${all.slice(0, 3).join(' · ')}${all.length > 3 ? ` · and ${all.length - 3} more` : ''}`;
}

function tallyInWords({ state }: EditorView): string {
  return describeCoverage(tallyOf(sentencesIn(state.doc)));
}
