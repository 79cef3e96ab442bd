import process from 'node:process';
import type { Command } from 'commander';
import { AppError } from '@/domain/errors';
import { noProof, type Proof, type ProvenQuote, verdictOf } from '@/domain/prove';
import { BadInput } from './bad-input';
import { readBytes } from './files';

const help = `
A PDF of Scenesetter carries its memo and the paragraphs that it rests on. The words on its pages
are held against that memo, each paragraph against its SHA-256, and each quote against its
paragraphs. Nothing is looked up: no database and no network is used.

Exit codes: 0 all of it stands; 1 something does not, or no memo is in the file; 2 it can't be read.

It proves the quotes against the attached paragraphs, and not that a newspaper printed them. For
that, hold the article's own SHA-256, which is shown, against a copy of your own. Only text is
compared: letters that are drawn as lines are not read.

Example:
  $ npm run -s scenesetter -- prove memo.pdf`;

/** Adds the command that proves the quotes of a PDF from what it carries. */
export function addProve(program: Command): void {
  program
    .command('prove')
    .summary('prove the quotes of a PDF from what it carries')
    .description('Says of each quote of a PDF whether it stands in the paragraphs that it carries.')
    .argument('<file>', 'the PDF, as it was downloaded')
    .option('--json', 'answer in JSON')
    .addHelpText('after', help)
    .action(proveFile);
}

async function proveFile(name: string, { json }: { json?: boolean }): Promise<void> {
  const bytes = await readBytes(name);
  const { provePdf } = await import('@/server/prove');
  const proof = await provePdf(bytes).catch((fault) => {
    if (fault instanceof AppError && unread.has(fault.message)) throw new BadInput(fault.message);
    throw fault;
  });
  process.stdout.write(json ? `${JSON.stringify(proof, null, 2)}\n` : wordsOf(proof));
  if (!proof.stands) process.exitCode = 1;
}

const unread = new Set([noProof.notPdf, noProof.locked, noProof.big, noProof.long]);

function wordsOf(proof: Proof): string {
  const lines = [verdictOf(proof), '', `${proof.form}: ${proof.title}`, ...proof.faults];
  for (const quote of proof.quotes) lines.push('', ...quoteLines(quote));
  lines.push('', 'Sources, with the SHA-256 of each as it was received:');
  for (const { outlet, title, publishedOn, sha256 } of proof.sources)
    lines.push(`  ${outlet}, “${title},” ${publishedOn}`, `  ${sha256}`);
  if (proof.unbound > 0)
    lines.push('', `Typed quotations from none of the attached paragraphs: ${proof.unbound}.`);
  return `${lines.join('\n')}\n`;
}

function quoteLines({ text, speaker, state, paragraphs, reason }: ProvenQuote): string[] {
  const from = paragraphs.map(
    ({ source, paragraph }) =>
      `  ${source.outlet}, paragraph ${paragraph.number ?? '(left out)'}, SHA-256 ${paragraph.sha256}`,
  );
  const head = `${state.padEnd(14)} “${text}”${speaker ? ` (${speaker})` : ''}`;
  return [head, ...(reason ? [`  ${reason}`] : []), ...from];
}
