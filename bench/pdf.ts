import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import type { Printed } from '@/domain/document/print';
import { sampleMemo } from '@/domain/document/sample';
import { closePress, exportPdf } from '@/server/export/typst/pdf';
import { launchChromium } from './chromium';
import { footer, pageBody, wholePage } from './html';
import { median } from './median';

const n = 15;
const warmups = 3;
/** Makes about three pages. */
const paragraphs = 9;

/**
 * What it takes to print a memo: medians in milliseconds over `n` memos of `pages` pages.
 * `chromium_ms` is a running browser that opens a page for the memo, as a server has to;
 * `chromium_reused_ms` is its best case, one page kept open with the typefaces already read.
 */
export type Figures = {
  typst_ms: number;
  chromium_ms: number;
  chromium_reused_ms: number;
  pages: number;
  n: number;
};

/**
 * Prints the same memos with our press and with a Chromium that is already running, turn by turn.
 * Each memo is another text, since the press remembers what it has set before. Both are warm.
 */
export async function bench(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'scenesetter-bench-'));
  const file = join(folder, 'memo.html');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await open(page, sampleMemo(0, paragraphs), file);
    const typst: number[] = [];
    const opened: number[] = [];
    const reused: number[] = [];
    const pages: number[] = [];
    for (let round = 0; round < warmups + n; round++) {
      const memo = sampleMemo(1000 + round, paragraphs);
      const [ours, sheet] = await time(() => exportPdf(memo, { createdAt: new Date(0) }));
      const [anew] = await time(() => printAnew(browser, memo, file));
      const [again] = await time(() => printAgain(page, memo));
      if (round < warmups) continue;
      typst.push(ours);
      opened.push(anew);
      reused.push(again);
      pages.push(sheet.pages);
    }
    return {
      typst_ms: median(typst),
      chromium_ms: median(opened),
      chromium_reused_ms: median(reused),
      pages: median(pages),
      n,
    };
  } finally {
    closePress();
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** A page of its own for the memo, opened and closed again. */
async function printAnew(browser: Browser, memo: Printed, file: string): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    await open(page, memo, file);
    return await printPage(page, memo);
  } finally {
    await page.close();
  }
}

async function open(page: Page, memo: Printed, file: string): Promise<void> {
  writeFileSync(file, wholePage(memo));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

async function printAgain(page: Page, memo: Printed): Promise<Buffer> {
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

async function time<T>(run: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await run();
  return [performance.now() - start, result];
}
