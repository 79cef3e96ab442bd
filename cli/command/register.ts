import process from 'node:process';
import type { Command } from 'commander';
import { writeNamed } from './files';
import { withStore } from './opened-store';

const help = `
CSV (RFC 4180, UTF-8 with a byte order mark); a cell that a spreadsheet would take for a formula is
made text. That the register was taken is recorded.

Example:
  $ npm run -s scenesetter -- register --out register.csv`;

/** Adds the command that writes the register of all memos. */
export function addRegister(program: Command): void {
  program
    .command('register')
    .summary('write the register of all memos as CSV')
    .description('Writes the register of the memos of all teams, in the order they were made.')
    .option('--out <file>', 'the file to write (default: standard output)')
    .addHelpText('after', help)
    .action(async ({ out }: { out?: string }) => {
      const text = await withStore(async () => {
        const { registerOfStore } = await import('@/server/register');
        return registerOfStore();
      });
      if (out === undefined) process.stdout.write(text);
      else await writeNamed(out, text);
    });
}
