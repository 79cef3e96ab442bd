import type { Actor } from '@/domain/user';
import { listen } from '../live/rooms';
import { actorOfSession } from '../sessions';
import { countUnread } from './list';
import { hang } from './ring';

type Watcher = Actor & { sessionId: string };

/** How often a stream says that it lives, and asks whether the session still does, in ms. */
const beatEvery = 10_000;

/**
 * How many things somebody has not read, as server-sent events `{unread}`: now and whenever it
 * changes, at any instance. It ends with the session.
 */
export async function openBell(actor: Watcher): Promise<ReadableStream<Uint8Array>> {
  await listen();
  let bell: Bell | null = null;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      bell = new Bell(actor, controller);
    },
    cancel: () => bell?.close(),
  });
}

class Bell {
  private readonly encoder = new TextEncoder();
  private readonly beat: NodeJS.Timeout;
  private readonly takeDown: () => void;
  private closed = false;

  constructor(
    private actor: Watcher,
    private readonly controller: ReadableStreamDefaultController<Uint8Array>,
  ) {
    this.beat = setInterval(() => void this.pulse(), beatEvery);
    this.beat.unref();
    const tell = () => void this.tell();
    this.takeDown = hang(actor.id, { tell, close: () => this.close() });
    tell();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.beat);
    this.takeDown();
    try {
      this.controller.close();
    } catch {
      // The browser went first.
    }
  }

  private async tell(): Promise<void> {
    // The store may be away for a moment; what changes next tells it anew.
    const unread = await countUnread(this.actor).catch(() => null);
    if (unread !== null) this.write(`data: ${JSON.stringify({ unread })}\n\n`);
  }

  private write(text: string): void {
    if (this.closed) return;
    try {
      this.controller.enqueue(this.encoder.encode(text));
    } catch {
      this.close();
    }
  }

  /** Who the session is of may see other memos by now; who has none any more hears nothing. */
  private async pulse(): Promise<void> {
    this.write(': still here\n\n');
    const now = await actorOfSession(this.actor.sessionId).catch(() => this.actor);
    if (now) this.actor = now;
    else this.close();
  }
}
