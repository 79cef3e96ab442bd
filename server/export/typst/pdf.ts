import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Printed } from '@/domain/document/print';
import type { Measure } from '@/domain/fit';
import type { Redlined } from '@/domain/redline/redlined';
import { type Paper, plainSheet, type Standard } from '@/domain/sheet';
import { plainType, type Type } from '@/domain/type';
import { cleanMemo, cleanRedline } from './clean';
import { toContent } from './content';
import { coverageOf, fontFiles } from './coverage';
import { measureLines } from './measure';
import { Pool } from './pool';
import { type RedlineHead, toRedContent } from './redline';
import { projectRoot } from './root';

/** A file that travels inside the PDF, for instance the memo's own JSON. */
export type Attachment = {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  description: string;
};

/** How a memo is to be printed. `createdAt` is the document's date, to the second. */
export type PdfOptions = {
  createdAt: Date;
  draft?: boolean;
  lines?: boolean;
  standard?: Standard;
  paper?: Paper;
  type?: Type;
  attachments?: Attachment[];
};

/**
 * Prints a memo as a tagged PDF (PDF/A-3a on US Letter unless asked otherwise) and says in
 * sentences which characters had to be changed for it. The same memo and options give the same
 * bytes. Rejects with a `PressError` that carries nothing of the memo's text.
 */
export async function exportPdf(
  printed: Printed,
  options: PdfOptions,
): Promise<{ pdf: Uint8Array; pages: number; changed: string[] }> {
  const { attachments = [], type = plainType } = options;
  const clean = cleanMemo(printed, coverageOf(type.face));
  const { draft, lines, paper, standard } = { ...plainSheet, ...options };
  const sheet = await press().print({
    template: readTemplate(),
    memo: toContent(clean.printed, { paper, type, draft, lines, attachments }),
    standard,
    createdAt: Math.floor(options.createdAt.getTime() / 1000),
    attachments: attachments.map(({ bytes }) => ({ bytes })),
  });
  return { pdf: sheet.pdf, pages: sheet.pages, changed: clean.changed };
}

/**
 * Prints a redline as `exportPdf` does a memo, with what came and went marked. It says too which
 * characters had to be changed.
 */
export async function exportRedlinePdf(
  redlined: Redlined,
  options: Pick<PdfOptions, 'createdAt'> & RedlineHead,
): Promise<{ pdf: Uint8Array; pages: number; changed: string[] }> {
  const clean = cleanRedline(redlined, coverageOf((options.type ?? plainType).face));
  const sheet = await press().print({
    template: readTemplate(),
    memo: toRedContent(clean.redlined, {
      ...options,
      note: clean.text(options.note),
      authors: options.authors.map(clean.text),
    }),
    standard: plainSheet.standard,
    createdAt: Math.floor(options.createdAt.getTime() / 1000),
    attachments: [],
  });
  return { pdf: sheet.pdf, pages: sheet.pages, changed: clean.changed() };
}

/**
 * The length of a memo as it is set on `paper` in `type`: its pages, and of each section the
 * lines that Typst broke it into. The same memo has the same length; rejects as `exportPdf` does.
 */
export async function measureMemo(
  printed: Printed,
  paper: Paper,
  type: Type = plainType,
): Promise<Measure> {
  const clean = cleanMemo(printed, coverageOf(type.face));
  const { draft, standard } = plainSheet;
  const { pages, marks } = await press().print({
    template: readTemplate(),
    memo: toContent(clean.printed, {
      paper,
      type,
      draft,
      measured: true,
      attachments: [],
    }),
    standard,
    createdAt: 0,
    attachments: [],
  });
  return { pages, sections: marks ? measureLines(marks, printed.sections.length) : [] };
}

/** Ends the presses at once. They also end by themselves when idle, and with the server. */
export function closePress(): void {
  pool?.close();
}

let pool: Pool | undefined;

function press(): Pool {
  pool ??= new Pool([join(folder(), 'press.mjs'), ...fontFiles()], {
    size: Math.min(2, availableParallelism()),
  });
  return pool;
}

let template = '';

function readTemplate(): string {
  if (template === '')
    template = readFileSync(/* turbopackIgnore: true */ join(folder(), 'memo.typ'), 'utf8');
  return template;
}

function folder(): string {
  return join(/* turbopackIgnore: true */ projectRoot(), 'server', 'export', 'typst');
}
