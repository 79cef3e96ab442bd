import process from 'node:process';
import type { Command } from 'commander';
import { storeFolder } from '../place';
import { keepSecrets } from '../secrets';
import { withStore } from './opened-store';

const help = `
Prints what was found, and the last seal: keep it elsewhere, for a log whose end was cut off can't be
told from inside. Exits with 1 where anything is wrong. The seals are made with NEXTAUTH_SECRET, or
with the secret that the first start keeps in its folder.

Example:
  $ npm run -s scenesetter -- audit --known 3f1c…`;

/** Adds the command that checks the seals of the audit log. */
export function addAudit(program: Command): void {
  program
    .command('audit')
    .summary('check that nothing in the audit log was changed')
    .description('Holds every entry of the audit log against the seals that were made over them.')
    .option('--known <seal>', 'a seal that was kept elsewhere, which has to be there still')
    .addHelpText('after', help)
    .action(async ({ known }: { known?: string }) => {
      const check = await withStore(async () => {
        process.env.NEXTAUTH_SECRET ||= (await keepSecrets(storeFolder())).NEXTAUTH_SECRET;
        const { checkAudit } = await import('@/server/audit-log/seal');
        return checkAudit(known);
      });
      for (const fault of check.faults) process.stderr.write(`${fault}\n`);
      const state = check.faults.length === 0 ? 'Nothing was changed.' : 'The log was changed.';
      process.stdout.write(`${state} ${check.entries} entries under ${check.seals} seals.\n`);
      if (check.head) process.stdout.write(`Last seal: ${check.head}\n`);
      if (check.faults.length > 0) process.exitCode = 1;
    });
}
