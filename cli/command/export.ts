import { type Command, Option } from 'commander';
import { setMemo } from '@/domain/document/set';
import { readMemoFile } from '@/domain/memo-file';
import { prepareVerifier, unsoundQuotes, verifyQuotes } from '@/domain/verify';
import { Refusal } from '../place';
import { readNamed, writeNamed } from './files';

type Options = {
  in: string;
  format: 'pdf' | 'md' | 'docx';
  out: string;
  paper: 'us-letter' | 'a4';
};

const help = `
Every quote is checked against the evidence in the file first. Where one does not stand, nothing
is written, and a sentence says which and what the source has (exit code 1). No database is used.

Example:
  $ npm run -s scenesetter -- export --in memo.json --format pdf --out memo.pdf --paper a4`;

/** Adds the command that sets a memo file as PDF, Word or Markdown. */
export function addExport(program: Command): void {
  program
    .command('export')
    .summary('set a memo file as PDF, Word or Markdown')
    .description('Sets a memo file as PDF, Word or Markdown, if every quote in it stands.')
    .requiredOption('--in <file>', 'the memo file, as assemble writes it')
    .addOption(new Option('--format <format>').choices(['pdf', 'md', 'docx']).makeOptionMandatory())
    .requiredOption('--out <file>', 'the document to write')
    .addOption(
      new Option('--paper <size>', 'of a PDF or Word file')
        .choices(['us-letter', 'a4'])
        .default('us-letter'),
    )
    .addHelpText('after', help)
    .action(exportMemo);
}

async function exportMemo(options: Options): Promise<void> {
  const { form, document, evidence } = readMemoFile(await readNamed(options.in));
  const unsound = unsoundQuotes(verifyQuotes(document, prepareVerifier(evidence)));
  const { describeRefusal, render } = await import('@/server/exports');
  if (unsound.length > 0) throw new Refusal(describeRefusal(unsound));
  const { closePress } = await import('@/server/export/typst/pdf');
  try {
    const bytes = await render(setMemo(document, evidence, { form }), options);
    await writeNamed(options.out, bytes);
  } finally {
    closePress();
  }
}
