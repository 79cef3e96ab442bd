'use client';

import { useEffect, useState } from 'react';
import { wordsOfSteps } from '@/domain/document/stretches';
import { forgetUnsent, type Unsent } from '../live/outbox';
import { Button } from '../ui/button';
import { Alarm } from '../ui/message';

/** Later than any version: only whether it may be read is asked. */
const latest = 2_147_483_647;

type Kept = { memo: string; words: string[]; since: number; forget: () => void };

/**
 * What this browser keeps of the account's words for memos that it may not read any more: they
 * can't be opened, and so can't show it themselves.
 */
export function KeptHere({ account }: { account: string }) {
  const [kept, setKept] = useState<Kept[]>([]);
  useEffect(() => {
    const found = [...unsentOf(account), ...asideOf(account)];
    void Promise.all(found.map(async (each) => ((await isClosed(each.memo)) ? [each] : []))).then(
      (closed) => setKept(closed.flat().filter(({ words }) => words.length > 0)),
    );
  }, [account]);
  if (kept.length === 0) return null;
  const clear = () => {
    for (const { forget } of kept) forget();
    setKept([]);
  };
  return (
    <Alarm>
      <p className="font-semibold">
        This browser keeps words of yours for a memo that you can’t open any more. Copy them from
        here.
      </p>
      {kept.map(({ memo, words, since }) => (
        <div key={memo} className="mt-2">
          {since > 0 ? <p className="text-sm">Written {new Date(since).toLocaleString()}</p> : null}
          {words.map((text) => (
            <p
              key={text}
              className="mt-1 select-all whitespace-pre-wrap rounded bg-sheet px-2 py-1"
            >
              {text}
            </p>
          ))}
        </div>
      ))}
      <div className="mt-3">
        <Button onClick={clear}>I have copied them</Button>
      </div>
    </Alarm>
  );
}

async function isClosed(memo: string): Promise<boolean> {
  const answer = await fetch(`/api/memos/${memo}/live?from=${latest}`, { method: 'HEAD' }).catch(
    () => null,
  );
  return answer?.status === 404;
}

function unsentOf(account: string): Kept[] {
  return entries('scenesetter:unsent:').flatMap(([, text]) => {
    const unsent = JSON.parse(text) as Unsent;
    if (unsent.account !== account) return [];
    const { memo, since } = unsent;
    const forget = () => forgetUnsent(unsent);
    return [{ memo, since, words: wordsOfSteps(unsent.steps), forget }];
  });
}

function asideOf(account: string): Kept[] {
  return entries('scenesetter:aside:').flatMap(([key, text]) => {
    const [, , memo = '', owner] = key.split(':');
    if (owner !== account) return [];
    const words = (JSON.parse(text) as { text: string }[]).map((item) => item.text);
    return [{ memo, since: 0, words, forget: () => localStorage.removeItem(key) }];
  });
}

function entries(prefix: string): [string, string][] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => [key, localStorage.getItem(key) ?? 'null']);
}
