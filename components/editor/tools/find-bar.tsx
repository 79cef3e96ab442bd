import { findNext, findPrev, SearchQuery, setSearchState } from 'prosemirror-search';
import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { matchesIn, replaceEverywhere, replaceSelected } from './find';

const count = (places: number) => (places === 1 ? 'one place' : `${places} places`);

/** `asked` counts how often the writer asked for it: each time the first field takes the focus. */
type Props = { view: EditorView; asked: number; onClose: () => void };

/** Finds words in the memo and replaces them; a source's words in a quote are left as they are. */
export function FindBar({ view, asked, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [replacement, setReplacement] = useState('');
  const [told, setTold] = useState('');
  useEffect(() => {
    const query = new SearchQuery({ search, replace: replacement, literal: true });
    view.dispatch(setSearchState(view.state.tr, query));
    const places = matchesIn(view.state).length;
    if (search === '') setTold('');
    else setTold(places === 0 ? 'Not in this memo.' : `In ${count(places)}.`);
  }, [view, search, replacement]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, it is there again.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useEffect(
    () => () => {
      const nothing = new SearchQuery({ search: '' });
      if (!view.isDestroyed) view.dispatch(setSearchState(view.state.tr, nothing));
    },
    [view],
  );
  const close = () => {
    onClose();
    view.focus();
  };
  const go = (command: typeof findNext) => {
    command(view.state, view.dispatch.bind(view));
    const matches = matchesIn(view.state);
    const { from } = view.state.selection;
    const at = matches.findIndex((match) => match.from === from);
    if (at >= 0) setTold(`${at + 1} of ${matches.length}.`);
    // With the focus in a field the view does not scroll for its own selection.
    const found = view.dom.querySelector('.ProseMirror-active-search-match');
    found?.scrollIntoView({ block: 'center' });
  };
  const replaceOne = () => {
    const transaction = replaceSelected(view.state);
    if (transaction) view.dispatch(transaction);
    else if (matchesIn(view.state).some((match) => match.from === view.state.selection.from)) {
      setTold('These words are quoted, and stay as the source has them.');
      return;
    }
    go(findNext);
  };
  const replaceAll = () => {
    const quoted = matchesIn(view.state).filter((match) => match.quoted).length;
    const places = matchesIn(view.state).length - quoted;
    const transaction = replaceEverywhere(view.state);
    if (transaction) view.dispatch(transaction);
    const left = quoted > 0 ? ` Left in ${count(quoted)} where it is quoted.` : '';
    setTold(`Replaced in ${count(places)}.${left}`);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') go(event.shiftKey ? findPrev : findNext);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search aria-label="In this memo" className="editor-panel grid gap-2">
      <div className="grid gap-2 sm:grid-cols-2">
        <Field
          label="Find"
          value={search}
          ref={field}
          autoComplete="off"
          onKeyDown={keys}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Field
          label="Replace with"
          autoComplete="off"
          value={replacement}
          onKeyDown={keys}
          onChange={(event) => setReplacement(event.target.value)}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <Button onClick={() => go(findPrev)}>Previous</Button>
        <Button onClick={() => go(findNext)}>Next</Button>
        <Button onClick={replaceOne}>Replace</Button>
        <Button onClick={replaceAll}>Replace all</Button>
        <Button look="quiet" onClick={close}>
          Close
        </Button>
        <span role="status">{told}</span>
      </div>
    </search>
  );
}
