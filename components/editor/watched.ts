import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useCallback, useSyncExternalStore } from 'react';

type Watchers = Set<() => void>;

const key = new PluginKey<Watchers>('watched');

/** Lets parts of the page around the text follow its state, by `useWatched`. */
export function watched(): Plugin<Watchers> {
  return new Plugin<Watchers>({
    key,
    state: { init: () => new Set(), apply: (_transaction, watchers) => watchers },
    view: () => ({
      update(view, before) {
        if (view.state === before) return;
        for (const tell of key.getState(view.state) ?? []) tell();
      },
    }),
  });
}

/**
 * What `read` finds in the editor's state, drawn anew whenever that is another thing. `read` gives
 * the same thing for the same state: a part of it, and nothing made for the occasion.
 */
export function useWatched<T>(view: EditorView, read: (state: EditorState) => T): T {
  const subscribe = useCallback(
    (tell: () => void) => {
      const watchers = key.getState(view.state);
      watchers?.add(tell);
      return () => void watchers?.delete(tell);
    },
    [view],
  );
  return useSyncExternalStore(subscribe, () => read(view.state));
}
