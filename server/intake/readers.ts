import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '@/domain/errors';
import { limits, type Received } from '@/domain/intake/received';
import type { ReadingOrder } from './read';

type Answer = { id: number } & ({ received: Received } | { refused: string } | { failed: true });
type Reader = {
  child: ChildProcess;
  ready: Promise<void>;
  files: number;
  rest?: NodeJS.Timeout;
};

const most = 2;
const memory = 512;
const filesEach = 25;
const restTime = 15_000;
/** A busy machine may take its time to start a process; the file's own time begins after that. */
const startTime = 60_000;

const waiting: (() => void)[] = [];
const idle: Reader[] = [];
let busy = 0;
let count = 0;

const slow = 'This file took too long to read and was given up. Copy the article and paste it.';
const broken =
  'This file can’t be read: it is broken, or not what its name says. Copy the article and paste it.';

/**
 * Reads a file in a process of its own, two at a time. The process is ended when it takes longer
 * than `patience` (milliseconds) or more memory than it may. Refused with a sentence to act on.
 */
export async function readApart(
  order: ReadingOrder,
  patience: number = limits.milliseconds,
): Promise<Received> {
  if (order.bytes.length > limits.bytes)
    throw new AppError(
      'invalid',
      `This file is larger than ${limits.bytes / 1_000_000} MB. Bring in the part that you need.`,
    );
  if (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve));
  busy += 1;
  try {
    return await readWith(idle.pop() ?? start(), order, patience);
  } finally {
    busy -= 1;
    waiting.shift()?.();
  }
}

/** Ends the readers that rest. They also end by themselves, and with the server. */
export function closeReaders(): void {
  for (const reader of idle.splice(0)) end(reader);
}

function readWith(reader: Reader, order: ReadingOrder, patience: number): Promise<Received> {
  const { child } = reader;
  clearTimeout(reader.rest);
  child.ref();
  child.channel?.ref();
  const id = ++count;
  let settled = false;
  return new Promise((resolve, reject) => {
    const fail = (sentence: string) => {
      settle();
      child.kill('SIGKILL');
      reject(new AppError('invalid', sentence));
    };
    let timer = setTimeout(() => fail(broken), startTime);
    const lost = () => fail(broken);
    const take = (answer: Answer) => {
      if (answer.id !== id) return;
      settle();
      keep(reader);
      if ('received' in answer) resolve(answer.received);
      else reject(new AppError('invalid', 'refused' in answer ? answer.refused : broken));
    };
    const settle = () => {
      settled = true;
      clearTimeout(timer);
      child.off('message', take).off('exit', lost).off('error', lost);
    };
    child.on('message', take).once('exit', lost).once('error', lost);
    reader.ready.then(() => {
      if (settled) return;
      clearTimeout(timer);
      timer = setTimeout(() => fail(slow), patience);
      child.send({ id, order }, (error) => error && lost());
    });
  });
}

function start(): Reader {
  const root = projectRoot();
  const { NODE_ENV, PATH, SystemRoot, TEMP } = process.env;
  const script = join(/* turbopackIgnore: true */ root, own);
  const flags = [`--max-old-space-size=${memory}`, '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, '--import', 'tsx', script], {
    cwd: root,
    // Nothing of the server's environment: a reader needs no secret.
    env: { NODE_ENV, PATH, SystemRoot, TEMP, TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // Without a listener an error of a reader at rest would end the server.
  child.on('error', () => undefined);
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
  const reader: Reader = { child, ready, files: 0 };
  child.once('exit', () => forget(reader));
  return reader;
}

/** A reader is used again for some files, and then a new one takes its place. */
function keep(reader: Reader): void {
  reader.files += 1;
  if (reader.files >= filesEach || !reader.child.connected) {
    end(reader);
    return;
  }
  idle.push(reader);
  reader.child.unref();
  reader.child.channel?.unref();
  reader.rest = setTimeout(() => {
    forget(reader);
    end(reader);
  }, restTime);
  reader.rest.unref();
}

function forget(reader: Reader): void {
  const at = idle.indexOf(reader);
  if (at >= 0) idle.splice(at, 1);
}

function end({ child, rest }: Reader): void {
  clearTimeout(rest);
  if (child.connected) child.disconnect();
}

const own = join('server', 'intake', 'reader.ts');

/** The nearest folder, from the working folder upwards, that holds the reader: a bundler moves us. */
function projectRoot(): string {
  let folder = process.cwd();
  for (;;) {
    if (existsSync(/* turbopackIgnore: true */ join(folder, own))) return folder;
    const above = dirname(folder);
    if (above === folder) throw new Error('The reader was started outside the project’s folder.');
    folder = above;
  }
}
