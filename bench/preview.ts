import type { Page } from '@playwright/test';
import { migrate } from '@/cli/migrate';
import { step } from '@/cli/progress';
import { makeSecrets } from '@/cli/secrets';
import { openTemporaryPostgres } from '@/cli/temporary';
import { launchChromium } from './chromium';
import { median } from './median';
import { buildDesk, type Desk } from './page/desk';
import { buildSite, openSite, type Site } from './page/site';

const n = 30;
const warmups = 5;

/**
 * The page beside the text, of the demonstration brief: milliseconds from the last key before a pause
 * to the newly printed page on the screen (median, and the slowest), the 60 ms in them that a pause has
 * to last, and how many pages the memo has.
 */
export type Figures = { pages: number; key_to_page_ms: number; slowest_ms: number; n: number };

/** Serves the built application on a store of its own, and writes in a real browser. */
export async function bench(): Promise<Figures> {
  const secrets = makeSecrets();
  const postgres = await openTemporaryPostgres();
  try {
    await migrate(postgres.url);
    const desk = await buildDesk(postgres.url, secrets);
    await buildSite(postgres.url, secrets);
    const site = await openSite(postgres.url, secrets);
    try {
      return await step('Writing beside the page', () => write(site, desk));
    } finally {
      await site.stop();
    }
  } finally {
    await postgres.stop();
  }
}

async function write(site: Site, desk: Desk): Promise<Figures> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ ...desk.cookie, url: site.origin, httpOnly: true }]);
    const page = await context.newPage();
    await page.goto(`${site.origin}/memos/${desk.memo}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Memo text' }).waitFor();
    await page.getByRole('button', { name: 'As printed' }).click();
    const sheet = page.getByRole('img', { name: /^Printed page/ });
    await sheet.locator('canvas').waitFor();
    // A place to write: a click on a quote would open its article instead.
    await page.locator('.ProseMirror p[data-empty]').first().click();
    const times: number[] = [];
    for (let round = -warmups; round < n; round += 1) {
      const taken = await key(page);
      if (round >= 0) times.push(taken);
    }
    const label = (await sheet.getAttribute('aria-label')) ?? '';
    return {
      pages: Number(label.split(' ').at(-1)),
      key_to_page_ms: median(times, 1),
      slowest_ms: Number(Math.max(...times).toFixed(1)),
      n,
    };
  } finally {
    await browser.close();
  }
}

/** Types a letter and waits, frame by frame, for the page that has it, and a moment more. */
async function key(page: Page): Promise<number> {
  const before = await page.locator('[aria-label^="Printed page"] canvas').elementHandle();
  const start = performance.now();
  await page.keyboard.press('x');
  await page.waitForFunction(
    (old) => document.querySelector('[aria-label^="Printed page"] canvas') !== old,
    before,
    { polling: 'raf', timeout: 5000 },
  );
  const taken = performance.now() - start;
  await page.waitForTimeout(150);
  return taken;
}
