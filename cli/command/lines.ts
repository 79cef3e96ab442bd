import process from 'node:process';

/**
 * The lines of a stream of UTF-8, as they come, whatever their length. Only a line feed ends one:
 * Node's own reader also breaks at U+2028, which JSON may hold.
 */
export async function* linesOf(stream: NodeJS.ReadStream): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let parts: string[] = [];
  for await (const chunk of stream as AsyncIterable<string>) {
    const [first = '', ...rest] = chunk.split('\n');
    parts.push(first);
    for (const next of rest) {
      yield parts.join('');
      parts = [next];
    }
  }
  const last = parts.join('');
  if (last !== '') yield last;
}

/** Standard output in the pace of whoever reads it. `closed` once nobody does any more. */
export class Output {
  closed = false;

  constructor() {
    process.stdout.once('error', () => {
      this.closed = true;
    });
  }

  /** Writes a line; resolves when there is room for the next. */
  async write(line: string): Promise<void> {
    if (this.closed || process.stdout.write(`${line}\n`)) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        process.stdout.off('drain', done);
        process.stdout.off('error', done);
        resolve();
      };
      process.stdout.on('drain', done);
      process.stdout.on('error', done);
    });
  }
}
