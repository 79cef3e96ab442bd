import { Stream } from '../live/stream';

const name = 'scenesetter:bell';
/** Without a way for tabs to agree, each asks for itself so often, in ms. */
const askEvery = 30_000;

/**
 * Tells how many things are unread whenever that changes, until it is stopped. A browser has six lines to
 * a server and a memo needs one: so one tab listens and tells the others, and when it goes the next one
 * does. Where a browser lets tabs not agree (no locks over plain http), each asks now and then.
 */
export function listenForUnread(tell: (unread: number) => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') return askAgain(tell);
  const others = new BroadcastChannel(name);
  others.onmessage = ({ data }) => tell(data as number);
  const lead = () =>
    new Promise<void>((resolve) => {
      const stream = new Stream<{ unread: number }>({
        ask: (address, init) => fetch(address, init),
        address: () => '/api/notifications/live',
        onLive: () => undefined,
        onEvent: ({ unread }) => {
          tell(unread);
          others.postMessage(unread);
        },
      });
      stream.open();
      signal.addEventListener('abort', () => {
        stream.close();
        resolve();
      });
    });
  navigator.locks.request(name, { signal }, lead).catch(() => undefined);
  return () => {
    ended.abort();
    others.close();
  };
}

function askAgain(tell: (unread: number) => void): () => void {
  const timer = setInterval(async () => {
    if (document.visibilityState === 'hidden') return;
    const answer = await fetch('/api/notifications').catch(() => null);
    if (answer?.ok) tell(((await answer.json()) as { unread: number }).unread);
  }, askEvery);
  return () => clearInterval(timer);
}
