import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import type { Printed } from '@/domain/document/print';
import { footer, pageBody, wholePage } from './html';

/** A page of its own for the memo, opened and closed again, as a server has to. */
export async function printAnew(browser: Browser, memo: Printed, file: string): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    await open(page, memo, file);
    return await printPage(page, memo);
  } finally {
    await page.close();
  }
}

/** Opens a memo in a page, its typefaces read. */
export async function open(page: Page, memo: Printed, file: string): Promise<void> {
  writeFileSync(file, wholePage(memo));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

/** The best case: a page that is open already, with other words put into it. */
export async function printAgain(page: Page, memo: Printed): Promise<Buffer> {
  await page.evaluate(async (body) => {
    document.body.innerHTML = body;
    await document.fonts.ready;
  }, pageBody(memo));
  return printPage(page, memo);
}

function printPage(page: Page, memo: Printed): Promise<Buffer> {
  return page.pdf({
    format: 'Letter',
    margin: { top: '1in', right: '1in', bottom: '1in', left: '1in' },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer(memo.title),
    tagged: true,
    outline: true,
  });
}
