import { useEffect, useState } from 'react';
import type { Sources } from '@/domain/evidence-list';

/** Statements of the team's other articles; `closed` to whoever is of another team. */
export type Others = {
  state: 'idle' | 'searching' | 'found' | 'failed' | 'closed';
  sources: Sources;
};

/** How long the search waits for the next letter, in ms. */
const pause = 200;
const nothing: Sources = { evidence: { articles: [], assessments: [] }, issues: [] };

/** Statements of other articles that have the words of the query, looked for as one types. */
export function useOthers(memo: string, query: string): Others {
  const [others, setOthers] = useState<Others>({ state: 'idle', sources: nothing });
  const q = query.trim();
  useEffect(() => {
    if (q.length < 2) return setOthers({ state: 'idle', sources: nothing });
    const ended = new AbortController();
    setOthers((now) => ({ ...now, state: 'searching' }));
    const timer = setTimeout(() => {
      find(memo, q, ended.signal)
        .then((sources) =>
          setOthers(sources ? { state: 'found', sources } : { state: 'closed', sources: nothing }),
        )
        .catch(() => ended.signal.aborted || setOthers({ state: 'failed', sources: nothing }));
    }, pause);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [memo, q]);
  return others;
}

/** What was found; null where the other articles are not open to one. */
async function find(memo: string, q: string, signal: AbortSignal): Promise<Sources | null> {
  const query = new URLSearchParams({ q });
  const answer = await fetch(`/api/memos/${memo}/statements?${query}`, { signal });
  if (answer.status === 403) return null;
  if (!answer.ok) throw new Error('The search was refused.');
  return (await answer.json()) as Sources;
}
