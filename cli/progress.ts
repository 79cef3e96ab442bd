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
