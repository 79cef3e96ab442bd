import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const usual: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

/** A Chromium on this machine: CHROMIUM_PATH, a system's own, or Playwright's; null without one. */
export async function findChromium(): Promise<string | null> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const { chromium } = await import('@playwright/test');
  const places = [...(usual[process.platform] ?? []), chromium.executablePath()];
  return places.find((place) => existsSync(place)) ?? null;
}

/**
 * As `findChromium`, but installs one where there is none: Playwright's, or Debian's where its
 * download is refused and we may. Throws with a sentence when neither can be had.
 */
export async function ensureChromium(): Promise<string> {
  const there = await findChromium();
  if (there) return there;
  const resolve = createRequire(import.meta.url).resolve;
  const playwright = path.join(path.dirname(resolve('@playwright/test/package.json')), 'cli.js');
  const run = (program: string, args: string[]) =>
    spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 });
  run(process.execPath, [playwright, 'install', 'chromium']);
  if (!(await findChromium()) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  }
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error('No Chromium could be installed. Install one and set CHROMIUM_PATH to it.');
}
