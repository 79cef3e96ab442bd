import { type Command, InvalidArgumentError } from 'commander';
import { type AssemblyInput, assemble, chooseAssessments } from '@/domain/assemble';
import { isOnTheRecord } from '@/domain/assessment';
import type { Issue } from '@/domain/issue';
import { writeMemoFile } from '@/domain/memo-file';
import type { Template } from '@/domain/template';
import { builtInTemplates } from '@/domain/template/built-in';
import type { StoredArticle } from '@/server/operator';
import { BadInput } from './bad-input';
import { readDate, today } from './day';
import { writeNamed } from './files';
import { withStore } from './opened-store';

type Options = Pick<AssemblyInput, 'to' | 'from' | 'date' | 'matrix'> & {
  article: string;
  template: Template;
  issues?: string[];
  title?: string;
  out: string;
};

const help = `
The memo file is JSON and stands for itself: {"format": "scenesetter-memo", "version": 1, "form",
"document", "evidence"}; evidence holds what the memo cites and quotes, each paragraph with its
SHA-256. docs/memo-file.schema.json describes it. The same store, options and date give the same
file.

Example:
  $ npm run -s scenesetter -- assemble --article pakistan-us-talks-2012-12-14 \\
      --template policy-brief --issues "keep talking" "strategic partnership" \\
      --to "The Under Secretary" --from "South Asia desk" --date 2012-12-17 --out memo.json`;

/** Adds the command that assembles a memo from a stored article into a memo file. */
export function addAssemble(program: Command): void {
  program
    .command('assemble')
    .summary('assemble a memo from a stored article')
    .description(
      'Assembles a memo from a stored article and its assessments, and writes it to a file.',
    )
    .requiredOption('--article <slug-or-id>', 'the stored article')
    .requiredOption('--template <name>', slugs().join(', '), readTemplate)
    .option('--issues <names...>', 'the issues to cover, in this order (default: all)')
    .option('--matrix', 'put the positions matrix before what the experts say')
    .option('--title <text>', "the memo's title (default: the article's)")
    .option('--to <text>', 'whom it is for', '')
    .option('--from <text>', 'whom it is from', '')
    .option('--date <date>', "the memo's date, YYYY-MM-DD (default: today)", readDate)
    .requiredOption('--out <file>', 'the memo file to write')
    .addHelpText('after', help)
    .action(async (options: Omit<Options, 'date'> & { date?: string }) => {
      const text = await withStore(async () => {
        const { articleOfStore } = await import('@/server/operator');
        const stored = await articleOfStore(options.article);
        return assembleFile(stored, { ...options, date: options.date ?? today() });
      });
      await writeNamed(options.out, text);
    });
}

function assembleFile(stored: StoredArticle, options: Options): string {
  const articles = [stored.article];
  const issues = chooseIssues(stored.issues, options.issues);
  const assessments = chooseAssessments(stored.assessments, articles, issues);
  const evidence = { articles, assessments };
  const title = options.title ?? stored.article.title;
  const document = assemble({ ...options, title, issues, evidence });
  const hidden = stored.assessments.filter((assessment) => !isOnTheRecord(assessment));
  const secret = new Set(hidden.flatMap(({ spans }) => spans.map((span) => span.paragraphId)));
  return writeMemoFile(options.template.name, document, evidence, secret);
}

function chooseIssues(known: Issue[], names: string[] | undefined): Issue[] {
  if (!names) return known;
  return [...new Set(names)].map((name) => {
    const issue = known.find((each) => fold(each.name) === fold(name) || each.id === name);
    if (issue) return issue;
    const choice = known.map((each) => `“${each.name}”`).join(', ');
    throw new BadInput(
      `The article does not speak to the issue “${name}”. It speaks to: ${choice}.`,
    );
  });
}

/** A name is typed with a straight apostrophe, and stored with a curly one. */
const fold = (name: string) => name.replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase();

const slugs = () => builtInTemplates.map((template) => template.slug);

function readTemplate(slug: string): Template {
  const template = builtInTemplates.find((each) => each.slug === slug);
  if (!template) throw new InvalidArgumentError(`The templates are ${slugs().join(', ')}.`);
  return template;
}
