import type { Browser, Page } from '@playwright/test';
import { launchChromium } from '../chromium';
import { percentile } from './percentile';

/**
 * One more who has the memo open, in a real Chromium: notes when each key stands on the screen
 * (the next frame after the text changed). `close` compares that with when they were pressed.
 */
export function measureScreen(origin: string, memo: string, cookie: string) {
  let browser: Browser | null = null;
  let page: Page | null = null;
  return {
    async open(): Promise<void> {
      browser = await launchChromium();
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      await context.addCookies([{ name, value, url: origin, httpOnly: true }]);
      page = await context.newPage();
      await page.goto(`${origin}/memos/${memo}`);
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'Memo text' }).waitFor();
      await page.evaluate(watch);
    },
    async close(keyed: Map<string, number>): Promise<{ p50: number; p99: number }> {
      const seen = (await page?.evaluate(() => (window as unknown as Watched).seen)) ?? {};
      await browser?.close();
      const times = Object.entries(seen).flatMap(
        ([key, at]) => at - (keyed.get(key) ?? Number.NaN),
      );
      return { p50: percentile(times, 50), p99: percentile(times, 99) };
    },
  };
}

type Watched = { seen: Record<string, number> };

function watch(): void {
  const seen: Record<string, number> = {};
  (window as unknown as Watched).seen = seen;
  const text = document.querySelector('.ProseMirror') as HTMLElement;
  // No function here has a name: the compiler would have the page know it.
  new MutationObserver(() => {
    requestAnimationFrame(() => {
      const now = performance.now() + performance.timeOrigin;
      for (const [key] of (text.textContent ?? '').matchAll(/k\d+x/g)) seen[key] ??= now;
    });
  }).observe(text, { subtree: true, childList: true, characterData: true });
}
