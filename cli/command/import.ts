import process from 'node:process';
import type { Command } from 'commander';
import { AppError } from '@/domain/errors';
import type { ImportOptions, ImportResult } from '@/server/imports';
import { Bar } from '../progress';
import { BadInput } from './bad-input';
import { readDate, today } from './day';
import { readBytes } from './files';
import { Output } from './lines';
import { withStore } from './opened-store';

type Options = {
  team?: string;
  outlet?: string;
  date?: string;
  asVersionOf?: string;
  separate?: true;
  json?: true;
};

/** How one file ended: the server's answer, or why it was refused. */
type Ended = ImportResult | { state: 'refused'; message: string };

const help = `
Reads .txt, .html, .docx, .pdf and .eml files, told apart by what is in them. Each is kept byte for
byte. A file that is stored already, byte for byte or in the same words, changes nothing.
One that is much like a stored article is refused until you say what it is, with --as-version-of
or --separate.

With --json: one line a file, {"file", "state", ...}; state is "stored", "already stored",
"question" (with "candidates") or "refused" (with "message").

Exit codes: 0 every file is in store, 1 one or more were refused or asked about, 2 given wrongly.

Example:
  $ npm run -s scenesetter -- import news/*.html --outlet "The Northern Gazette"`;

/** Adds the command that brings articles in from files, one after the other. */
export function addImport(program: Command): void {
  program
    .command('import')
    .summary('bring articles in from files')
    .description('Brings articles in from files, one after the other.')
    .argument('<files...>', 'the files')
    .option('--team <name>', 'the team that gets them (default: the only one)')
    .option('--outlet <name>', 'who published them')
    .option('--date <date>', 'the day they were published, YYYY-MM-DD', readDate)
    .option('--as-version-of <slug-or-id>', 'the stored article that this is a new version of')
    .option('--separate', 'store near duplicates as articles of their own')
    .option('--json', 'print a line of JSON a file')
    .addHelpText('after', help)
    .action(importFiles);
}

async function importFiles(files: string[], options: Options): Promise<void> {
  if (options.asVersionOf && (files.length > 1 || options.separate))
    throw new BadInput('--as-version-of takes one file, and no --separate.');
  const output = new Output();
  await withStore(async () => {
    const { articleIdOfStore, importIntoTeam, teamOfStore } = await import('@/server/operator');
    const { closeReaders } = await import('@/server/intake/readers');
    const teamId = await teamOfStore(options.team);
    const wishes: ImportOptions = {
      given: {
        ...(options.outlet ? { outlet: options.outlet } : {}),
        ...(options.date ? { publishedOn: options.date } : {}),
      },
      separate: options.separate,
      asVersionOf: options.asVersionOf
        ? await articleIdOfStore(options.asVersionOf, teamId)
        : undefined,
    };
    const bar = new Bar(files.length);
    try {
      for (const file of files) {
        bar.show(file);
        const ended = await bringIn(file, (bytes) =>
          importIntoTeam(teamId, file, bytes, wishes, today()),
        );
        if (ended.state === 'refused' || ended.state === 'question') process.exitCode = 1;
        bar.advance();
        bar.clear();
        await output.write(options.json ? JSON.stringify({ file, ...ended }) : lineOf(file, ended));
      }
    } finally {
      bar.clear();
      closeReaders();
    }
  });
}

async function bringIn(
  file: string,
  work: (bytes: Uint8Array) => Promise<ImportResult>,
): Promise<Ended> {
  try {
    return await work(await readBytes(file));
  } catch (fault) {
    if (fault instanceof AppError || fault instanceof BadInput)
      return { state: 'refused', message: fault.message };
    throw fault;
  }
}

function lineOf(file: string, ended: Ended): string {
  switch (ended.state) {
    case 'refused':
      return `${file}: refused. ${ended.message}`;
    case 'already stored':
      return `${file}: already stored as ${ended.slug}`;
    case 'question': {
      const like = ended.candidates.map(
        (each) => `${each.slug} (${Math.round(each.share * 100)} %)`,
      );
      return `${file}: much like ${like.join(', ')}. Say --as-version-of or --separate.`;
    }
    case 'stored': {
      const { slug, version, paragraphs, unsure, carried, lost } = ended;
      const facts = [`${paragraphs} paragraphs`];
      if (version > 1)
        facts.push(`version ${version}`, `${carried} assessments carried`, `${lost} lost`);
      if (unsure.length > 0) facts.push(`to check: ${unsure.join(', ')}`);
      return `${file}: ${slug} (${facts.join(', ')})`;
    }
  }
}
