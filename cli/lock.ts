import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './pid';
import { Refusal } from './place';

/** What the process that holds a data folder says of itself to one that asks. */
export interface Status {
  pid: number;
  doing: 'starting' | 'running' | 'command';
  /** Where it serves, once it does. */
  address: string | null;
  /** The database it has open, once it has. */
  databaseUrl: string | null;
}

/** A data folder held by this process: `status` is what others are told, and may be changed. */
export interface Held {
  status: Status;
  release(): Promise<void>;
}

interface Holder {
  pid: number;
  port: number;
  token: string;
}

/**
 * Takes a data folder for this process, or tells who has it. The holder answers on a loopback
 * port that ends with it: a number of a process can be another's tomorrow, an answer can't.
 */
export async function claim(folder: string, doing: Status['doing']): Promise<Held | Status> {
  const status: Status = { pid: process.pid, doing, address: null, databaseUrl: null };
  const file = path.join(folder, 'lock.json');
  const token = randomBytes(16).toString('hex');
  const { server, port } = await listen(token, status);
  const text = JSON.stringify({ pid: process.pid, port, token } satisfies Holder);
  for (let tries = 0; tries < 20; tries += 1) {
    if (await place(file, text)) {
      const release = async () => {
        server.close();
        if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file);
      };
      return { status, release };
    }
    const found = await readFile(file, 'utf8').catch(() => '');
    const answer = await ask(found);
    if (answer) {
      server.close();
      return answer;
    }
    await removeStale(file, found);
  }
  server.close();
  throw new Refusal(`The folder ${folder} is taken and given back again and again. Try later.`);
}

/** Whether `claim` got the folder. */
export function isHeld(outcome: Held | Status): outcome is Held {
  return 'release' in outcome;
}

// A link appears whole or not at all; a file that is being written could be read half.
async function place(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function removeStale(file: string, found: string): Promise<void> {
  const aside = `${file}.${process.pid}.stale`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  // Another start may have put its own there since: that one is given back.
  if ((await readFile(aside, 'utf8')) !== found) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function listen(token: string, status: Status) {
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (asked) => {
      if (asked.toString() === token) socket.end(JSON.stringify({ token, ...status }));
      else socket.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  return { server, port: (server.address() as net.AddressInfo).port };
}

/** The holder's status; null where it is gone. */
async function ask(found: string): Promise<Status | null> {
  let holder: Holder;
  try {
    holder = JSON.parse(found) as Holder;
  } catch {
    return null;
  }
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await askOnce(holder);
    if (answer !== 'silent') return answer;
    if (!isAlive(holder.pid)) return null;
    await sleep(500);
  }
  throw new Refusal(
    `Process ${holder.pid} seems to use this folder and does not answer. End it and start again.`,
  );
}

function askOnce({ port, token }: Holder): Promise<Status | null | 'silent'> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port, timeout: 3000 }, () =>
      socket.write(token),
    );
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.once('timeout', () => {
      socket.destroy();
      resolve('silent');
    });
    socket.once('error', () => resolve(null));
    socket.once('close', () => {
      try {
        const { token: echoed, ...status } = JSON.parse(text) as Status & { token: string };
        resolve(echoed === token ? status : null);
      } catch {
        resolve(null);
      }
    });
  });
}
