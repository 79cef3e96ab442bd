import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Refusal, root } from './place';
import { step } from './progress';
import { nextProgram } from './web';

const sources = [
  'app components domain server public prisma/schema.prisma proxy.ts instrumentation.ts',
  'next.config.js next.config.ts postcss.config.js postcss.config.mjs tsconfig.json package-lock.json',
].flatMap((line) => line.split(' '));

const mark = path.join(root, '.next', 'source.sha256');

/** Builds the application when its sources are not those of the last build. */
export async function build(env: NodeJS.ProcessEnv, stopping: AbortSignal): Promise<void> {
  const hash = await hashSources();
  const built = await readFile(mark, 'utf8').catch(() => '');
  if (built === hash) return;
  await rm(mark, { force: true });
  await step('Building the application', () => runBuild(env, stopping));
  await mkdir(path.dirname(mark), { recursive: true });
  await writeFile(mark, hash);
}

/** The SHA-256 of everything a build is made of: the same text, the same hash, on any machine. */
export async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await listFiles(source)) {
      hash.update(`${file}\0`);
      hash.update(await readFile(path.join(root, file)));
    }
  }
  return hash.digest('hex');
}

async function listFiles(source: string): Promise<string[]> {
  try {
    const entries = await readdir(path.join(root, source), {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [source];
    if (code === 'ENOENT') return [];
    throw error;
  }
}

async function runBuild(env: NodeJS.ProcessEnv, stopping: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [nextProgram, 'build'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production' },
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const end = () => {
    try {
      // The whole group: a build has workers.
      if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  };
  stopping.addEventListener('abort', end);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  stopping.removeEventListener('abort', end);
  stopping.throwIfAborted();
  if (code !== 0) throw new Refusal(`${output}\nThe build failed (${code}).`);
}
