import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { AppError } from '@/domain/errors';
import { doFrom } from '@/server/whence';
import { addArticles } from './command/articles';
import { addAssemble } from './command/assemble';
import { addAttribute } from './command/attribute';
import { addAudit } from './command/audit';
import { BadInput } from './command/bad-input';
import { addExport } from './command/export';
import { addImport } from './command/import';
import { addProve } from './command/prove';
import { addRegister } from './command/register';
import { addVerify } from './command/verify';
import { Refusal } from './place';

// The `scenesetter` command. Standard output carries what a command answers and nothing else.

const help = `
It uses the store that DATABASE_URL names, or else the one that npm start keeps in .data (or where
SCENESETTER_DATA says), which it opens by itself. Files are relative to where you are.

Exit codes: 0 done, 1 refused (a sentence says why), 2 asked or given wrongly.

Example:
  $ npm run -s scenesetter -- articles`;

function makeProgram(): Command {
  const program = new Command('scenesetter')
    .description('Policy memos in which every quote is verbatim, from the command line.')
    .usage('<command> [options]')
    .helpCommand('help [command]', 'show how a command is used')
    .addHelpText('after', help)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(asSentence(text)) });
  const commands = [
    addArticles,
    addImport,
    addAttribute,
    addAssemble,
    addExport,
    addRegister,
    addAudit,
    addVerify,
    addProve,
  ];
  for (const add of commands) add(program);
  return program;
}

/** "error: unknown option '--x'" as a sentence. */
function asSentence(text: string): string {
  const words = text.replace(/^error: /, '').trimEnd();
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return `${sentence}${/[.?)]$/.test(sentence) ? '' : '.'} See --help.\n`;
}

/** Says what went wrong on standard error; returns the exit code. */
function explain(fault: unknown): number {
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
  const expected = fault instanceof Refusal || fault instanceof AppError;
  console.error(expected ? fault.message : fault);
  const isNaming = fault instanceof AppError && fault.code === 'not-found';
  return isNaming || fault instanceof BadInput ? 2 : 1;
}

// `… | head` closes the pipe when it has enough; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await doFrom('command line', () => makeProgram().parseAsync());
} catch (fault) {
  process.exitCode = explain(fault);
}
