import type { Page, Response } from '@playwright/test';
import { launchChromium } from '../chromium';
import type { Desk } from './desk';
import type { Site } from './site';

/** JavaScript sent for a memo's page, in bytes of the responses' bodies as they were compressed. */
export type Scripts = { reading: number; editing: number };

/** Opens a memo in Chromium with an empty cache, then its editor, and sums the scripts sent. */
export async function weighScripts(site: Site, desk: Desk): Promise<Scripts> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext();
    await context.addCookies([{ ...desk.cookie, url: site.origin, httpOnly: true }]);
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') responses.push(response);
    });
    await page.goto(`${site.origin}/memos/${desk.memo}`);
    await page.waitForLoadState('networkidle');
    const reading = await weigh(responses);
    await openEditor(page);
    return { reading, editing: await weigh(responses) };
  } finally {
    await browser.close();
  }
}

async function openEditor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Memo text' }).waitFor();
  await page.waitForLoadState('networkidle');
}

async function weigh(responses: Response[]): Promise<number> {
  let sum = 0;
  for (const response of responses) {
    const { responseBodySize } = await response.request().sizes();
    // The server leaves the smallest as they are.
    if (responseBodySize > 2000 && (await response.headerValue('content-encoding')) !== 'gzip')
      throw new Error(`${response.url()} was not compressed.`);
    sum += responseBodySize;
  }
  return sum;
}
