import process from 'node:process';
import type { Command } from 'commander';
import type { ArticleLine } from '@/server/articles';
import { withStore } from './opened-store';

const help = `
With --json: an array of {"id", "slug", "title", "outlet", "publishedOn", "paragraphs",
"assessments"}; publishedOn is YYYY-MM-DD, paragraphs counts those that carry a number.

Example:
  $ npm run -s scenesetter -- articles --json`;

/** Adds the command that lists the stored articles. */
export function addArticles(program: Command): void {
  program
    .command('articles')
    .summary('list the stored articles')
    .description('Lists the stored articles of all teams, the latest published first.')
    .option('--json', 'print JSON instead of a table')
    .addHelpText('after', help)
    .action(async ({ json }: { json?: true }) => {
      const text = await withStore(async () => {
        const { articlesOfStore } = await import('@/server/operator');
        const lines = await articlesOfStore();
        return json ? `${JSON.stringify(lines, null, 2)}\n` : await table(lines);
      });
      process.stdout.write(text);
    });
}

async function table(lines: ArticleLine[]): Promise<string> {
  const { layOut } = await import('../seed');
  const head = ['Slug', 'Title', 'Outlet', 'Published', 'Paragraphs', 'Assessments'];
  const rows = lines.map((line) => [
    line.slug,
    line.title,
    line.outlet,
    line.publishedOn,
    `${line.paragraphs}`,
    `${line.assessments}`,
  ]);
  return layOut([head, ...rows]);
}
