import { findNext, findPrev, SearchQuery, setSearchState } from 'prosemirror-search';
import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { matchesIn, replaceEverywhere, replaceSelected } from './find';

const count = (places: number) => (places === 1 ? 'one place' : `${places} places`);

/** Finds words in the memo and replaces them; a source's words in a quote are left as they are. */
export function FindBar({ view, onClose }: { view: EditorView; onClose: () => void }) {
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
  const close = () => {
    view.dispatch(setSearchState(view.state.tr, new SearchQuery({ search: '' })));
    onClose();
    view.focus();
  };
  const go = (command: typeof findNext) => {
    command(view.state, view.dispatch.bind(view));
    const matches = matchesIn(view.state);
    const { from } = view.state.selection;
    const at = matches.findIndex((match) => match.from === from);
    if (at >= 0) setTold(`${at + 1} of ${matches.length}.`);
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
    <search aria-label="In this memo" className="grid gap-2 border-rule border-t pt-2">
      <div className="grid gap-2 sm:grid-cols-2">
        <Field
          label="Find"
          value={search}
          autoFocus
          onKeyDown={keys}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Field
          label="Replace with"
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
