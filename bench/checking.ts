import type { Page } from '@playwright/test';
import { migrate } from '@/cli/migrate';
import { step } from '@/cli/progress';
import { makeSecrets } from '@/cli/secrets';
import { openTemporaryPostgres } from '@/cli/temporary';
import { launchChromium } from './chromium';
import { buildDesk, type Desk, proposeAnew } from './page/desk';
import { buildSite, openSite, type Site } from './page/site';

/**
 * Checking the demonstration article (952 words) by keys alone, from the first statement to the
 * last: how many statements and keys it takes, the milliseconds from a key to what it shows (the
 * median and the slowest), and the seconds until the server has kept everything. A person's own
 * time to read and think comes on top.
 */
export type Figures = {
  statements: number;
  keys: number;
  key_to_screen_ms: number;
  slowest_key_ms: number;
  kept_after_s: number;
};

/** Serves the built application on a store of its own, and checks the article in a real browser. */
export async function bench(): Promise<Figures> {
  const secrets = makeSecrets();
  const postgres = await openTemporaryPostgres();
  try {
    await migrate(postgres.url);
    const desk = await buildDesk(postgres.url, secrets);
    await proposeAnew(postgres.url, desk);
    await buildSite(postgres.url, secrets);
    const site = await openSite(postgres.url, secrets);
    try {
      return await step('Checking the article', () => check(site, desk));
    } finally {
      await site.stop();
    }
  } finally {
    await postgres.stop();
  }
}

async function check(site: Site, desk: Desk): Promise<Figures> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ ...desk.cookie, url: site.origin, httpOnly: true }]);
    const page = await context.newPage();
    await page.goto(`${site.origin}${desk.workbench.path}`);
    await page.locator('article[aria-current]').waitFor();
    const statements = await page.locator('article[data-state=open]').count();
    const began = performance.now();
    const times: number[] = [];
    // A name that the store has asks who it is first; each person is asked about once.
    while ((await page.locator('article[data-state=open]').count()) > 0) {
      const asked = await page.getByRole('group', { name: /^Who is/ }).count();
      times.push(await press(page, asked > 0 ? 's' : 'a'));
    }
    await page.getByText('All kept').waitFor({ timeout: 60_000 });
    times.sort((a, b) => a - b);
    return {
      statements,
      keys: times.length,
      key_to_screen_ms: Number((times[Math.floor(times.length / 2)] ?? 0).toFixed(1)),
      slowest_key_ms: Number((times.at(-1) ?? 0).toFixed(1)),
      kept_after_s: Number(((performance.now() - began) / 1000).toFixed(1)),
    };
  } finally {
    await browser.close();
  }
}

/** Milliseconds in the page from a key to the next frame in which the statements have changed. */
function press(page: Page, key: string): Promise<number> {
  return page.evaluate(async (pressed) => {
    const list = document.querySelector('[aria-label=Statements]') as HTMLElement;
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => resolve());
      });
      observer.observe(list, { subtree: true, childList: true, attributes: true });
    });
    const start = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
    await changed;
    return performance.now() - start;
  }, key);
}
