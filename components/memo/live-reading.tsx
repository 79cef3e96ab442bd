'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Presence } from '@/domain/batch';
import { Stream } from '../live/stream';
import { Present } from './present';

/** How long after a change the page is set anew, in ms: others write many letters in a second. */
const pause = 400;
const announceEvery = 10_000;

/**
 * Keeps a memo that is read up to date with those who write and comment it, and says who they are. The page is
 * set anew by the server: a reader's browser loads no editor.
 */
export function LiveReading({ memo, version }: { memo: string; version: number }) {
  const router = useRouter();
  const [present, setPresent] = useState<Presence[]>([]);
  const at = useRef(version);
  useEffect(() => {
    at.current = version;
  }, [version]);
  useEffect(() => {
    const clientId = crypto.randomUUID();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      router.refresh();
    };
    const stream = new Stream({
      ask: (address, init) => fetch(address, init),
      address: (line) =>
        `/api/memos/${memo}/live?from=${at.current}&clientId=${clientId}&line=${line}`,
      onLive: () => undefined,
      onEvent: (event) => {
        if ('batches' in event || 'commented' in event || 'ended' in event)
          timer ??= setTimeout(refresh, pause);
        else if ('present' in event) setPresent(without(event.present, clientId));
        else if ('presence' in event && event.presence.clientId !== clientId)
          setPresent((all) => [...without(all, event.presence.clientId), event.presence]);
        else if ('gone' in event) setPresent((all) => without(all, event.gone));
      },
    });
    const announce = () =>
      void fetch(`/api/memos/${memo}/presence`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          clientId,
          line: stream.line,
          version: at.current,
          anchor: null,
          head: null,
        }),
      }).catch(() => null);
    const look = () => {
      if (document.visibilityState === 'hidden') return stream.close();
      stream.open();
    };
    look();
    const beat = setInterval(
      () => document.visibilityState === 'visible' && announce(),
      announceEvery,
    );
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      clearInterval(beat);
      document.removeEventListener('visibilitychange', look);
      stream.close();
    };
  }, [memo, router]);
  return <Present present={present} />;
}

function without(all: Presence[], clientId: string): Presence[] {
  return all.filter((each) => each.clientId !== clientId);
}
