'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { Alarm } from '../ui/message';

/** Words that met with another's deletion, kept in this browser until their writer has seen them. */
export type Aside = { id: string; kind: 'lost' | 'kept'; text: string; by: string };

const keyOf = (memo: string, account: string) => `scenesetter:aside:${memo}:${account}`;

/** What is kept aside of a memo for this account, with ways to add to it and to let it go. */
export function useAside(memo: string, account: string) {
  const [items, setItems] = useState<Aside[]>([]);
  useEffect(() => {
    setItems(JSON.parse(localStorage.getItem(keyOf(memo, account)) ?? '[]') as Aside[]);
  }, [memo, account]);
  const store = useCallback(
    (change: (items: Aside[]) => Aside[]) =>
      setItems((before) => {
        const after = change(before);
        if (after.length === 0) localStorage.removeItem(keyOf(memo, account));
        else localStorage.setItem(keyOf(memo, account), JSON.stringify(after));
        return after;
      }),
    [memo, account],
  );
  const add = useCallback(
    (item: Omit<Aside, 'id'>) => store((all) => [...all, { ...item, id: crypto.randomUUID() }]),
    [store],
  );
  const clear = useCallback(() => store(() => []), [store]);
  return { items, add, clear };
}

/** Shows what was kept aside, for its writer to copy. */
export function KeptAside({ items, onClear }: { items: Aside[]; onClear: () => void }) {
  if (items.length === 0) return null;
  return (
    <div className="off-paper mb-6">
      <Alarm>
        <ul className="grid gap-3">
          {items.map((item) => (
            <li key={item.id}>
              <p className="font-semibold">
                {item.kind === 'lost'
                  ? `Your words have no place in the memo any more: ${item.by} took out what they stood in, or turned them down. Copy them from here.`
                  : `${item.by} wrote in what you took out; their words were kept.`}
              </p>
              <p className="mt-1 select-all rounded bg-sheet px-2 py-1 text-ink">{item.text}</p>
            </li>
          ))}
        </ul>
        <div className="mt-3">
          <Button onClick={onClear}>I have seen this</Button>
        </div>
      </Alarm>
    </div>
  );
}
