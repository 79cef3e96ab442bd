'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { Alarm } from '../ui/message';

/**
 * Words kept for their writer. `lost` and `kept` met with another's deletion (`by` whom); `refused`
 * ones the server did not take, and `by` says why.
 */
export type Aside = { id: string; kind: 'lost' | 'kept' | 'refused'; text: string; by: string };

const keyOf = (memo: string, account: string) => `scenesetter:aside:${memo}:${account}`;

/**
 * What is kept aside of a memo for this account, with ways to add to it and to let it go: what the
 * server keeps (`stored`), and what only this browser has.
 */
export function useAside(memo: string, account: string, stored: Aside[]) {
  const [local, setLocal] = useState<Aside[]>([]);
  const [told, setTold] = useState<Aside[]>([]);
  const [seen, setSeen] = useState<string[]>([]);
  useEffect(() => {
    setLocal(JSON.parse(localStorage.getItem(keyOf(memo, account)) ?? '[]') as Aside[]);
  }, [memo, account]);
  const add = useCallback(
    (item: Omit<Aside, 'id'>, isStored: boolean) => {
      const aside = { ...item, id: crypto.randomUUID() };
      if (isStored) setTold((all) => [...all, aside]);
      else
        setLocal((all) => {
          const after = [...all, aside];
          localStorage.setItem(keyOf(memo, account), JSON.stringify(after));
          return after;
        });
    },
    [memo, account],
  );
  const clear = useCallback(async () => {
    if (stored.length + told.length > 0)
      await fetch(`/api/memos/${memo}/recovered`, { method: 'DELETE' }).catch(() => null);
    localStorage.removeItem(keyOf(memo, account));
    setSeen(stored.map((item) => item.id));
    setTold([]);
    setLocal([]);
  }, [memo, account, stored, told]);
  const kept = stored.filter((item) => !seen.includes(item.id));
  // The server may have had the beginning of what this browser has whole.
  const known = [...kept, ...told];
  const isPart = (item: Aside, of: Aside) => of.kind === item.kind && of.text.includes(item.text);
  const more = known.filter(
    (item, index) =>
      !local.some((each) => isPart(item, each)) &&
      !known.slice(0, index).some((each) => isPart(item, each)),
  );
  return { items: [...more, ...local], add, clear };
}

const reasons: Record<Aside['kind'], (by: string) => string> = {
  lost: (by) =>
    `Your words have no place in the memo any more: ${by} took out what they stood in. Copy them from here.`,
  kept: (by) => `${by} wrote in what you took out; their words were kept.`,
  refused: (by) => `The memo did not take these words of yours. ${by} Copy them from here.`,
};

/** Shows what was kept aside, for its writer to copy. */
export function KeptAside({ items, onClear }: { items: Aside[]; onClear: () => void }) {
  if (items.length === 0) return null;
  return (
    <div className="off-paper mb-6">
      <Alarm>
        <ul className="grid gap-3">
          {items.map((item) => (
            <li key={item.id}>
              <p className="font-semibold">{reasons[item.kind](item.by)}</p>
              <p className="mt-1 select-all whitespace-pre-wrap rounded bg-sheet px-2 py-1 text-ink">
                {item.text}
              </p>
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
