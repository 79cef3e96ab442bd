import type { Actor } from '@/domain/user';
import { listen } from '../live/rooms';
import { actorOfSession } from '../sessions';
import { countUnread } from './list';
import { bells } from './ring';

type Watcher = Actor & { sessionId: string };

/** How often a stream says that it lives, and asks whether the session still does, in ms. */
const beatEvery = 10_000;

/**
 * How many things somebody has not read, as server-sent events `{unread}`: now and whenever it
 * changes, at any instance. It ends with the session.
 */
export async function openBell(actor: Watcher): Promise<ReadableStream<Uint8Array>> {
  await listen();
  let close: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      const write = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          close();
        }
      };
      const tell = () =>
        void countUnread(actor)
          .then((unread) => write(`data: ${JSON.stringify({ unread })}\n\n`))
          // The store may be away for a moment; the next beat tells it.
          .catch(() => undefined);
      const beat = setInterval(() => {
        write(': still here\n\n');
        void actorOfSession(actor.sessionId).then((now) => now ?? close());
      }, beatEvery);
      beat.unref();
      const ended = () => close();
      close = () => {
        clearInterval(beat);
        bells().get(actor.id)?.delete(tell);
        process.off('SIGTERM', ended);
        try {
          controller.close();
        } catch {
          // The browser went first.
        }
      };
      // An open stream would keep the server from ending.
      process.once('SIGTERM', ended);
      const known = bells().get(actor.id) ?? new Set();
      bells().set(actor.id, known.add(tell));
      tell();
    },
    cancel: () => close(),
  });
}
