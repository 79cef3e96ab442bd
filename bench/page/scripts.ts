import type { Browser, Page, Response } from '@playwright/test';
import { launchChromium } from '../chromium';
import type { Desk } from './desk';
import type { Site } from './site';

/**
 * JavaScript sent to read a memo and, in all, to edit it; and to check an article on the workbench:
 * in bytes of the responses' bodies as they were compressed.
 */
export type Scripts = { reading: number; editing: number; checking: number };

/** Opens a memo, then its editor, and the workbench, each with an empty cache, and sums the scripts. */
export async function weighScripts(site: Site, desk: Desk): Promise<Scripts> {
  const browser = await launchChromium();
  try {
    const memo = await openPage(browser, site, desk, `/memos/${desk.memo}`);
    const reading = await weigh(memo.responses);
    await openEditor(memo.page);
    const editing = await weigh(memo.responses);
    const bench = await openPage(browser, site, desk, desk.workbench.path);
    return { reading, editing, checking: await weigh(bench.responses) };
  } finally {
    await browser.close();
  }
}

async function openPage(browser: Browser, site: Site, desk: Desk, path: string) {
  const context = await browser.newContext();
  await context.addCookies([{ ...desk.cookie, url: site.origin, httpOnly: true }]);
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') responses.push(response);
  });
  await page.goto(`${site.origin}${path}`);
  await settle(page);
  return { page, responses };
}

async function openEditor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Memo text' }).waitFor();
  await settle(page);
}

/** The network is never idle while a memo is open: its stream goes on. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForTimeout(1500);
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
