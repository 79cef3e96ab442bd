import { closeHistory } from 'prosemirror-history';
import { getSearchState, type SearchQuery } from 'prosemirror-search';
import type { EditorState, Transaction } from 'prosemirror-state';

/** Where the words looked for stand; `quoted` ones are a source's and are not replaced. */
export type Match = { from: number; to: number; quoted: boolean };

/** Every place of what is looked for, in reading order. */
export function matchesIn(state: EditorState): Match[] {
  const query = getSearchState(state)?.query;
  if (!query?.valid) return [];
  const matches: Match[] = [];
  for (let at = 0; ; ) {
    const found = query.findNext(state, at);
    if (!found) return matches;
    const { from, to } = found;
    matches.push({ from, to, quoted: isQuoted(state, from, to) });
    at = Math.max(to, from + 1);
  }
}

/**
 * Replaces what is looked for in all places but those in a bound quote, whose words are the
 * source's; null where there is nothing to replace. It is undone by itself.
 */
export function replaceEverywhere(state: EditorState): Transaction | null {
  const query = getSearchState(state)?.query;
  const matches = matchesIn(state).filter((match) => !match.quoted);
  if (!query || matches.length === 0) return null;
  const { tr } = state;
  for (const match of matches.toReversed()) replace(tr, state, query, match);
  return closeHistory(tr);
}

/** Replaces what is looked for where the selection is just that; null where it isn't. */
export function replaceSelected(state: EditorState): Transaction | null {
  const query = getSearchState(state)?.query;
  const { from, to } = state.selection;
  const match = matchesIn(state).find((each) => each.from === from && each.to === to);
  if (!query || !match || match.quoted) return null;
  return closeHistory(replace(state.tr, state, query, match));
}

function replace(tr: Transaction, state: EditorState, query: SearchQuery, { from, to }: Match) {
  return query.replace === ''
    ? tr.delete(from, to)
    : tr.replaceWith(from, to, state.schema.text(query.replace, state.doc.resolve(from).marks()));
}

function isQuoted(state: EditorState, from: number, to: number): boolean {
  let quoted = false;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.type.name === 'quote') quoted = true;
  });
  return quoted;
}
