import process from 'node:process';

/**
 * Runs one step of a longer command. A step of over a second shows itself on standard error:
 * one line that counts the seconds on a terminal, two plain lines elsewhere.
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const screen = process.stderr.isTTY;
  const began = Date.now();
  let shown = false;
  const show = () => {
    if (screen) process.stderr.write(`\r\x1b[K${title} … ${elapsed(began)}`);
    else if (!shown) process.stderr.write(`${title} …\n`);
    shown = true;
  };
  const timer = setInterval(show, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (shown) process.stderr.write(`${screen ? '\r\x1b[K' : ''}${title}: ${elapsed(began)}\n`);
  }
}

/** The time since `began` (milliseconds since the epoch) in whole seconds: "12 s". */
export function elapsed(began: number): string {
  return `${Math.round((Date.now() - began) / 1000)} s`;
}

/** How far a work of `total` things is, on a terminal's standard error; nothing elsewhere. */
export class Bar {
  #done = 0;
  readonly #began = Date.now();

  constructor(readonly total: number) {}

  /** Draws the bar, with what is being worked on. */
  show(name: string): void {
    if (!process.stderr.isTTY) return;
    const width = 24;
    const filled = Math.round((this.#done / Math.max(1, this.total)) * width);
    const drawn = '█'.repeat(filled) + '░'.repeat(width - filled);
    process.stderr.write(
      `\r\x1b[K${drawn} ${this.#done}/${this.total} ${elapsed(this.#began)} ${name}`,
    );
  }

  /** One thing more is done. */
  advance(): void {
    this.#done += 1;
  }

  /** Takes the bar away, so that a line can be written. */
  clear(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}
