import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ensureChromium } from './chromium';
import { root } from './place';
import { freePort } from './ports';
import { elapsed } from './progress';

// `npm test`: everything that is checked, in the order in which it fails fastest. The last line
// is the sum: "N passed, N failed".

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const results = path.join(root, 'test-results');
const modules = (...names: string[]) => path.join(root, 'node_modules', ...names);

async function run(args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CI: 'true', ...env },
  });
  const code = await new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  return code === 0;
}

const one = (passed: boolean): Count => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
});

/** A runner's own count; one that failed without a failed test has crashed, and counts as one. */
function settle(passed: boolean, count: Count): Count {
  const ran = count.passed + count.failed > 0;
  return (passed && ran) || count.failed > 0 ? count : { ...count, failed: count.failed + 1 };
}

async function checkTypes(): Promise<Count> {
  const next = modules('next', 'dist', 'bin', 'next');
  if (existsSync(path.join(root, 'app')) && !(await run([next, 'typegen']))) return one(false);
  return one(await run([modules('typescript', 'bin', 'tsc'), '--noEmit']));
}

async function checkStyle(): Promise<Count> {
  return one(await run([modules('@biomejs', 'biome', 'bin', 'biome'), 'ci', '.']));
}

async function runUnits(): Promise<Count> {
  const file = path.join(results, 'units.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const passed = await run([modules('vitest', 'vitest.mjs'), ...args]);
  const report = await readReport<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  }>(file);
  return settle(passed, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: report?.numPendingTests ?? 0,
  });
}

async function runBrowser(): Promise<Count> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'scenesetter-e2e-'));
  try {
    const passed = await run([modules('@playwright', 'test', 'cli.js'), 'test'], {
      CHROMIUM_PATH: await ensureChromium(),
      E2E_PORT: String(await freePort()),
      E2E_DATA: folder,
    });
    const report = await readReport<{
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    }>(path.join(results, 'e2e.json'));
    const stats = report?.stats;
    return settle(passed, {
      passed: stats?.expected ?? 0,
      failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
      skipped: stats?.skipped ?? 0,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

const steps: [string, () => Promise<Count>][] = [
  ['Types', checkTypes],
  ['Style and the direction of imports', checkStyle],
  ['Domain, server and command-line tests', runUnits],
  ['End to end, in Chromium', runBrowser],
];

async function main(): Promise<Count> {
  const sum: Count = { passed: 0, failed: 0, skipped: 0 };
  await rm(results, { recursive: true, force: true });
  await mkdir(results, { recursive: true });
  for (const [title, check] of steps) {
    console.log(`\n== ${title} ==`);
    const began = Date.now();
    const count = await check().catch((error: unknown) => {
      console.error(error);
      return one(false);
    });
    sum.passed += count.passed;
    sum.failed += count.failed;
    sum.skipped += count.skipped;
    console.log(`== ${title}: ${count.passed} passed, ${count.failed} failed, ${elapsed(began)}`);
  }
  return sum;
}

const { passed, failed, skipped } = await main();
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
