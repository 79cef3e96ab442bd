import { type Command, Option } from 'commander';
import { type FormatId, formatIds } from '@/domain/format';
import { readMemoFile } from '@/domain/memo-file';
import { paperIds, plainSheet, type Sheet, standardIds } from '@/domain/sheet';
import { prepareVerifier, unsoundQuotes, verifyQuotes } from '@/domain/verify';
import { Refusal } from '../place';
import { readNamed, writeNamed } from './files';

type Options = Sheet & { in: string; format: FormatId; out: string };

const help = `
Every quote is checked against the evidence in the file first. Where one does not stand, nothing
is written, and a sentence says which and what the source has (exit code 1). No database is used.

A PDF carries the memo file and the paragraphs that it rests on: see prove.

Example:
  $ npm run -s scenesetter -- export --in memo.json --format pdf --out memo.pdf --paper a4`;

/** Adds the command that sets a memo file in one of the formats. */
export function addExport(program: Command): void {
  program
    .command('export')
    .summary('set a memo file as PDF, Markdown and more')
    .description(
      'Sets a memo file in one of the formats, if every quote in it stands; csl and bib are its sources.',
    )
    .requiredOption('--in <file>', 'the memo file, as assemble writes it')
    .addOption(new Option('--format <format>').choices(formatIds).makeOptionMandatory())
    .requiredOption('--out <file>', 'the document to write')
    .addOption(
      new Option('--paper <size>', 'of a PDF or Word file')
        .choices(paperIds)
        .default(plainSheet.paper),
    )
    .addOption(
      new Option('--standard <name>', 'of a PDF').choices(standardIds).default(plainSheet.standard),
    )
    .option('--lines', 'number the lines of a PDF, for those who comment')
    .option('--draft', 'say DRAFT across each page of a PDF')
    .option('--proof', 'add the cited paragraphs of each quote to the end of a PDF')
    .addHelpText('after', help)
    .action(exportMemo);
}

async function exportMemo(options: Options): Promise<void> {
  const memo = readMemoFile(await readNamed(options.in));
  const { document, evidence } = memo;
  const unsound = unsoundQuotes(verifyQuotes(document, prepareVerifier(evidence)));
  const { describeRefusal, render } = await import('@/server/exports');
  if (unsound.length > 0) throw new Refusal(describeRefusal(unsound));
  const { closePress } = await import('@/server/export/typst/pdf');
  try {
    const bytes = await render({ ...memo, version: null }, options);
    await writeNamed(options.out, bytes);
  } finally {
    closePress();
  }
}
