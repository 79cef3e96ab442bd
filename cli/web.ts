import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Refusal, root } from './place';
import { isFree, nextFreePort } from './ports';

/** Next's own command, to be run with this Node: a wrapper would leave a child behind. */
export const nextProgram = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');

/**
 * Megabytes for what was just made. Each request makes some that is gone with it; with Node's own
 * 16 MB it was collected three times a second, while others wrote, for 20 to 50 ms each.
 */
const roomForTheNew = '--max-semi-space-size=64';

/** A running web server. */
export interface Web {
  /** Its exit, whenever it comes: a code, or the signal that ended it. */
  exited: Promise<number | string>;
  /** Ends it within five seconds, and all it started. */
  stop(): Promise<void>;
  /** Ends it as a crash does: at once, and nothing is put in order. */
  crash(): Promise<void>;
}

/** The port to serve at: PORT, or else the first free one from 3000. Refused when PORT is taken. */
export async function choosePort(): Promise<number> {
  const named = process.env.PORT;
  if (!named) return nextFreePort(3000);
  const port = Number(named);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Refusal(`PORT is "${named}", which is no port number.`);
  }
  if (await isFree(port)) return port;
  throw new Refusal(`Port ${port} is taken. End what uses it, or set PORT to another.`);
}

/** Serves at 127.0.0.1, from the build or (`dev`) from the sources, until it is stopped. */
export function serve(mode: 'start' | 'dev', port: number, env: NodeJS.ProcessEnv): Web {
  const tether = pathToFileURL(path.join(root, 'cli', 'tether.mjs')).href;
  const program = [roomForTheNew, '--import', tether, nextProgram];
  const args = [...program, mode, '-H', '127.0.0.1', '-p', String(port)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    // In a group of its own: Ctrl-C reaches this process, which then stops things in order.
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk: Buffer) => {
    // Next's banner names an address of its own; what the application prints is passed on.
    if (mode === 'dev' || !/^\s*(▲|- |✓|$)/u.test(chunk.toString())) process.stdout.write(chunk);
  });
  const exited = new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1));
  });
  const crash = async () => {
    if (child.pid) endGroup(child.pid);
    await exited;
  };
  return { exited, stop: () => stop(child, exited), crash };
}

/** Waits until the server at a port says it is well; false when it ended or two minutes passed. */
export async function whenHealthy(port: number, web: Web): Promise<boolean> {
  const until = Date.now() + 120_000;
  let ended = false;
  web.exited.then(() => {
    ended = true;
  });
  while (!ended && Date.now() < until) {
    try {
      const signal = AbortSignal.timeout(20_000);
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal });
      if (answer.ok) return true;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  return false;
}

async function stop(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  if (!child.pid) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  } else {
    if (isRunning()) child.kill('SIGTERM');
    await Promise.race([exited, sleep(4000, undefined, { ref: false })]);
    endGroup(child.pid);
  }
  await exited;
}

/** What a group's leader left behind; it is ours, for we made the group. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left.
  }
}
