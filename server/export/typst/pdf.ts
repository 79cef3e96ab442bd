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
import { chineseFamily, coverageOf, fontFiles, needsChinese } from './coverage';
import { measureLines } from './measure';
import { type Job, Pool } from './pool';
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
  const sheet = await print(
    {
      memo: toContent(clean.printed, { paper, type, draft, lines, attachments }),
      standard,
      createdAt: Math.floor(options.createdAt.getTime() / 1000),
      attachments: attachments.map(({ bytes }) => ({ bytes })),
    },
    type,
  );
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
  const sheet = await print(
    {
      memo: toRedContent(clean.redlined, {
        ...options,
        note: clean.text(options.note),
        authors: options.authors.map(clean.text),
      }),
      standard: plainSheet.standard,
      createdAt: Math.floor(options.createdAt.getTime() / 1000),
      attachments: [],
    },
    options.type ?? plainType,
  );
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
  const { pages, marks } = await print(
    {
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
    },
    type,
  );
  return { pages, sections: marks ? measureLines(marks, printed.sections.length) : [] };
}

/** Ends the presses at once. They also end by themselves when idle, and with the server. */
export function closePress(): void {
  for (const pool of pools.values()) pool.close();
}

/** The presses that have the Chinese faces open, and those that have not. */
const pools = new Map<boolean, Pool>();

/** Sets a memo on a press that has the faces it needs. */
function print(job: Omit<Job, 'template'>, { face }: Type): ReturnType<Pool['print']> {
  const isChinese = needsChinese(JSON.stringify(job.memo), face);
  const families = [...job.memo.families, ...(isChinese ? [chineseFamily] : [])];
  const pool =
    pools.get(isChinese) ??
    new Pool([join(folder(), 'press.mjs'), ...fontFiles(isChinese)], {
      size: Math.min(2, availableParallelism()),
    });
  pools.set(isChinese, pool);
  return pool.print({ ...job, template: readTemplate(), memo: { ...job.memo, families } });
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
