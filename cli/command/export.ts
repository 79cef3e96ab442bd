import { type Command, Option } from 'commander';
import { type FormatId, formatIds } from '@/domain/format';
import { readMemoFile } from '@/domain/memo-file';
import { paperIds, plainSheet, type Sheet, standardIds } from '@/domain/sheet';
import { prepareVerifier, unsoundQuotes, verifyQuotes } from '@/domain/verify';
import type { ExportOptions } from '@/server/exports';
import { Refusal } from '../place';
import { BadInput } from './bad-input';
import { exportAll } from './export-all';
import { readNamed, writeNamed } from './files';

type Options = Partial<Sheet> & {
  in?: string;
  all?: true;
  format: FormatId;
  out: string;
  workers: number;
};

const help = `
Every quote is checked against the evidence in the file first. Where one does not stand, nothing
is written, and a sentence says which and what the source has (exit code 1). No database is used.

With --all: every memo of the store, of all teams, a file each in the folder --out, with manifest.json
and SHA256SUMS. A memo with a quote that does not stand is named on standard error and in the manifest,
and the others go on (exit code 1). Run it again: what is there and unchanged stays, the rest is made.

A PDF carries the memo file and the paragraphs that it rests on: see prove.

Example:
  $ npm run -s scenesetter -- export --in memo.json --format pdf --out memo.pdf --paper a4
  $ npm run -s scenesetter -- export --all --format pdf --out memos`;

/** Adds the command that sets a memo file in one of the formats. */
export function addExport(program: Command): void {
  program
    .command('export')
    .summary('set a memo file, or every memo, as PDF, Markdown and more')
    .description(
      'Sets a memo file in one of the formats, if every quote in it stands; csl and bib are its sources.',
    )
    .option('--in <file>', 'the memo file, as assemble writes it')
    .option('--all', 'every memo of the store instead')
    .addOption(new Option('--format <format>').choices(formatIds).makeOptionMandatory())
    .requiredOption('--out <file>', 'the document to write; with --all, the folder')
    .addOption(
      new Option(
        '--paper <size>',
        `of a PDF or Word file (default: ${plainSheet.paper}; with --all, the template's)`,
      ).choices(paperIds),
    )
    .addOption(
      new Option('--standard <name>', 'of a PDF').choices(standardIds).default(plainSheet.standard),
    )
    .option('--lines', 'number the lines of a PDF, for those who comment')
    .option('--draft', 'say DRAFT across each page of a PDF')
    .option('--proof', 'add the cited paragraphs of each quote to the end of a PDF')
    .addOption(
      new Option('--workers <number>', 'how many memos at a time, with --all')
        .choices(['1', '2'])
        .default(2)
        .argParser(Number),
    )
    .addHelpText('after', help)
    .action(exportAsked);
}

async function exportAsked({ in: file, all, out, workers, ...options }: Options): Promise<void> {
  if ((file === undefined) === (all === undefined))
    throw new BadInput('Say --in with a memo file, or --all.');
  if (file !== undefined) return exportMemo(file, out, options);
  await exportAll(out, options, workers);
}

async function exportMemo(file: string, out: string, options: ExportOptions) {
  const memo = readMemoFile(await readNamed(file));
  const { document, evidence } = memo;
  const { paper = plainSheet.paper } = options;
  const unsound = unsoundQuotes(verifyQuotes(document, prepareVerifier(evidence)));
  const { describeRefusal, render } = await import('@/server/exports');
  if (unsound.length > 0) throw new Refusal(describeRefusal(unsound));
  const { closePress } = await import('@/server/export/typst/pdf');
  try {
    const bytes = await render({ ...memo, version: null }, { ...options, paper });
    await writeNamed(out, bytes);
  } finally {
    closePress();
  }
}
