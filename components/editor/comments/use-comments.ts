import { useCallback, useEffect, useState } from 'react';
import { carry } from '@/domain/comment/anchor';
import type { Thread } from '@/domain/comment/comment';
import type { Mentionable } from '@/domain/comment/mentions';
import type { Session } from '../session';
import { placeThreads } from './plugin';

/** A memo's comments as the server has them. */
export type CommentsHeld = {
  version: number;
  threads: Thread[];
  people: Mentionable[];
  mayComment: boolean;
};

/** How long it waits for the text to come to the version that the comments are placed in, in ms. */
const pause = 300;
const longest = 5000;

/** How often it was told that something was said, and whether it can be told at the moment. */
type Heard = { told: number; live: boolean };

/**
 * The memo's comments, asked for as the editor opens, whenever it is told that something was said, by
 * `refresh`, and with a new line to the server: one that was down may have missed something. Each answer
 * is put into the text on the page. Null until the first.
 */
export function useComments(memo: string, session: Session | null, { told, live }: Heard) {
  const [held, setHeld] = useState<CommentsHeld | null>(null);
  const [again, setAgain] = useState(0);
  const refresh = useCallback(() => setAgain((times) => times + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the last three only say that it is asked again.
  useEffect(() => {
    if (!session) return;
    const ended = new AbortController();
    const load = async () => {
      const { signal } = ended;
      const answer = await fetch(`/api/memos/${memo}/comments`, { signal });
      if (!answer.ok) return;
      const now = (await answer.json()) as CommentsHeld;
      await placeAll(session, now, signal);
      if (!signal.aborted) setHeld(now);
    };
    // Without an answer what is shown stays; the next line that opens asks again.
    load().catch(() => undefined);
    return () => ended.abort();
  }, [memo, session, told, live, again]);
  return { held, refresh };
}

async function placeAll(
  { sync, view }: Session,
  { version, threads }: CommentsHeld,
  signal: AbortSignal,
): Promise<void> {
  let maps = sync.mapsFrom(version);
  for (let waited = 0; !maps && waited < longest && !signal.aborted; waited += pause) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    maps = sync.mapsFrom(version);
  }
  if (!maps || signal.aborted || view.isDestroyed) return;
  const { doc } = view.state;
  const here = threads.map(({ id, grade, isResolved, anchor }) => ({
    id,
    grade,
    isResolved,
    anchor: carry(anchor, maps, doc),
  }));
  view.dispatch(placeThreads(view.state, here));
}
