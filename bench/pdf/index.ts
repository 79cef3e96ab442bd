import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Printed } from '@/domain/document/print';
import { sampleMemo } from '@/domain/document/sample';
import { closePress, exportPdf } from '@/server/export/typst/pdf';
import { launchChromium } from '../chromium';
import { median } from '../median';
import { open, printAgain, printAnew } from './chromium';
import { memoryOf, startedHere } from './memory';
import { printByPdfmake } from './pdfmake';
import { printByReact } from './react-pdf';

const warmups = 3;
/** How many paragraphs make about so many pages, and how many memos of that size are printed. */
const sizes = [
  { name: 'short', paragraphs: 2, n: 15 },
  { name: 'three', paragraphs: 9, n: 15 },
  { name: 'long', paragraphs: 110, n: 5 },
] as const;

/** How many memos are printed to say how many a minute has. */
const minuteOf = 60;

/**
 * What it takes to print a memo of about 1, 3 and 30 pages, medians in milliseconds. `typst` is our
 * press, audit included; `chromium` a running browser that opens a page for the memo, as a server has
 * to; `chromium_reused` its best case, one page kept open; `pdfmake` and `react_pdf` set the same words
 * without tags. `_mb`: the memory of press and browser after three pages (Linux). Memos a minute with
 * one and with two of three pages at once. Null where an engine broke: react-pdf 4.9.0 does on 30 pages.
 */
export type Figures = Record<string, number | null>;

/**
 * Prints the same memos with each, turn by turn, all of them warm. Each memo is another text, since our
 * press remembers what it has set before.
 */
export async function bench(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'scenesetter-bench-'));
  const file = join(folder, 'memo.html');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const figures: Figures = {};
    for (const size of sizes) {
      await open(page, sampleMemo(0, size.paragraphs), file);
      const found = await race(browser, page, { file, ...size });
      for (const [name, value] of Object.entries(found)) figures[`${size.name}_${name}`] = value;
      if (size.name !== 'three') continue;
      figures.typst_mb = Math.round(Math.max(0, ...startedHere('press.mjs').map(memoryOf)));
      const [root] = startedHere('chrom');
      figures.chromium_mb = root === undefined ? 0 : Math.round(memoryOf(root));
    }
    figures.memos_a_minute_one = await perMinute(1);
    figures.memos_a_minute_two = await perMinute(2);
    return figures;
  } finally {
    closePress();
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

type Size = { file: string; paragraphs: number; n: number };

async function race(browser: Browser, page: Page, { file, paragraphs, n }: Size): Promise<Figures> {
  const engines: Record<string, (memo: Printed) => Promise<unknown>> = {
    typst: (memo) => exportPdf(memo, { createdAt: new Date(0) }),
    chromium: (memo) => printAnew(browser, memo, file),
    chromium_reused: (memo) => printAgain(page, memo),
    pdfmake: printByPdfmake,
    react_pdf: printByReact,
  };
  const times = new Map(Object.keys(engines).map((name) => [name, [] as number[]]));
  const pages: number[] = [];
  for (let round = 0; round < warmups + n; round++) {
    const memo = sampleMemo(1000 + round, paragraphs);
    for (const [name, print] of Object.entries(engines)) {
      const start = performance.now();
      const made = await print(memo).catch(() => null);
      if (made === null) times.delete(name);
      if (round < warmups) continue;
      times.get(name)?.push(performance.now() - start);
      if (name === 'typst') pages.push((made as { pages: number }).pages);
    }
  }
  const medians = Object.keys(engines).map((name) => {
    const all = times.get(name);
    return [`${name}_ms`, all ? median(all) : null];
  });
  return { ...Object.fromEntries(medians), pages: median(pages), n };
}

/** How many memos of three pages a minute has, so many of them at once. */
async function perMinute(workers: number): Promise<number> {
  const seeds = Array.from({ length: minuteOf }, (_, index) => 5000 + workers * 1000 + index);
  const start = performance.now();
  const work = async () => {
    for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop())
      await exportPdf(sampleMemo(seed, 9), { createdAt: new Date(0) });
  };
  await Promise.all(Array.from({ length: workers }, work));
  return Math.round(minuteOf / ((performance.now() - start) / 60_000));
}
