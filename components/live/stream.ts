import { createParser } from 'eventsource-parser';
import type { LiveEvent } from '@/domain/batch';

/** Asks the application's server; the browser's own `fetch`, or one that adds who is asking. */
export type Ask = (address: string, init?: RequestInit) => Promise<Response>;

type Options<Event> = {
  ask: Ask;
  /** Where to listen from now on, by which line; it names the version that one has. */
  address: (line: number) => string;
  onEvent: (event: Event) => void;
  /** Whether what others write arrives at the moment. */
  onLive: (live: boolean) => void;
};

const shortestWait = 250;
const longestWait = 5000;
/** The server says something every ten seconds; a line that is silent for longer is dead. */
const longestSilence = 25_000;

/**
 * Listens to a memo's changes (or to what else an address tells) until it is closed: a line that breaks, falls silent or is refused
 * is opened again from the version one has. `fetch` and not EventSource, because that hides why
 * it was refused and can't be told to start again.
 */
export class Stream<Event = LiveEvent> {
  private ended: AbortController | null = null;
  private wait = shortestWait;
  /** How many lines there have been: what was said over one that has ended does not count. */
  line = 0;

  constructor(private readonly options: Options<Event>) {}

  open(): void {
    if (this.ended) return;
    this.ended = new AbortController();
    void this.run(this.ended.signal);
  }

  close(): void {
    this.ended?.abort();
    this.ended = null;
    this.options.onLive(false);
  }

  private async run(ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      await this.listen(ended).catch(() => undefined);
      if (ended.aborted) return;
      this.options.onLive(false);
      await pause(this.wait * (0.5 + Math.random()), ended);
      this.wait = Math.min(longestWait, this.wait * 2);
    }
  }

  private async listen(ended: AbortSignal): Promise<void> {
    const silence = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), longestSilence);
    };
    heard();
    this.line += 1;
    try {
      const answer = await this.options.ask(this.options.address(this.line), {
        headers: { Accept: 'text/event-stream' },
        cache: 'no-store',
        signal: AbortSignal.any([ended, silence.signal]),
      });
      if (!answer.ok || !answer.body) throw new Error(`refused: ${answer.status}`);
      await this.read(answer.body, ended, heard);
    } finally {
      clearTimeout(timer);
    }
  }

  private async read(
    body: ReadableStream<Uint8Array>,
    ended: AbortSignal,
    heard: () => void,
  ): Promise<void> {
    const parser = createParser({
      onEvent: ({ data }) => {
        if (!ended.aborted) this.options.onEvent(JSON.parse(data) as Event);
      },
    });
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      heard();
      if (this.wait > shortestWait) this.wait = shortestWait;
      this.options.onLive(true);
      parser.feed(decoder.decode(value, { stream: true }));
    }
  }
}

function pause(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      ended.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    ended.addEventListener('abort', done);
  });
}
