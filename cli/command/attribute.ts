import process from 'node:process';
import type { Command } from 'commander';
import { type AttributedLine, attributeLine } from '@/domain/attribution/line';
import { AppError } from '@/domain/errors';
import { BadInput } from './bad-input';
import { linesOf, Output } from './lines';

const help = `
Each line in:   {"id": …, "text": …}   (more fields are ignored)
Each line out:  {"id": …, "attributions": [ … ]}

Each attribution, in the order of the text:
content      what was said: a list of {"start", "end", "text"}
cue          what says so ("said"), or null
source       who, as the text has it there ("he"), or null
speaker      whom that means over the whole article, by full name, or null
speakers     all by name, where the article names several, else the speaker alone
role         what the speaker is, as the article says, or null
affiliation  where the speaker works, as the article says, or null
type         direct, indirect or mixed: how much stands between quotation marks
kind         direct_quote, partial_quote, paraphrase or group_paraphrase
viewOf       whose view the speaker reports, or null for the speaker's own
rule         by which rule it was found
confidence   how often proposals by such a rule are right, above 0 and below 1

Places are in UTF-16 code units of the text (JavaScript's slice). Proposals are for a person to
check. Needs no database. Answers come in the order of the lines, each as soon as it is known. At
the first line that can't be read it stops with exit code 2 and a sentence.

Example:
  $ echo '{"id": 1, "text": "“It will rain,” said Ann Lee, a forecaster."}' |
      npm run -s scenesetter -- attribute`;

/** Adds the command that says who said what in articles: JSON lines in, JSON lines out. */
export function addAttribute(program: Command): void {
  program
    .command('attribute')
    .summary('find who said what in articles, line by line')
    .description('Finds who said what in articles: JSON lines on standard input and output.')
    .addHelpText('after', help)
    .action(attributeLines);
}

async function attributeLines(): Promise<void> {
  const output = new Output();
  let number = 0;
  for await (const line of linesOf(process.stdin)) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') continue;
    await output.write(JSON.stringify(answer(text, number)));
    if (output.closed) return;
  }
}

function answer(line: string, number: number): AttributedLine {
  try {
    return attributeLine(line);
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    const words = fault.message.replace(/\.$/, '');
    throw new BadInput(`Line ${number} can't be read: ${words}.`);
  }
}
