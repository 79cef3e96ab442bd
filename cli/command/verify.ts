import process from 'node:process';
import type { Command } from 'commander';
import { AppError } from '@/domain/errors';
import { type Inquiry, type InquiryAnswer, readInquiry } from '@/domain/quote/inquiry';
import { BadInput } from './bad-input';
import { linesOf, Output } from './lines';
import { Shelf } from './shelf';

const help = `
Each line in:   {"id": …, "article": …, "quote": …, "speaker": …}   (speaker may be left out)
Each line out:  {"id": …, "state": …, "at": {"start": …, "end": …} or null, "nearest": … or null}

article  the slug or id of a stored article, or the text of an article: whatever has white space
         in it is taken for a text. A text needs no database; its paragraphs are parted by blank
         lines, or by line ends where it has no blank line.
speaker  who is said to have said it, by full name, surname or alias. It is checked against the
         assessments of a stored article; with an article given as text it can't be checked.
state    exact         character for character
         typographic   other quotation marks, dashes, spaces, or a closing comma or full stop
         marked        our … or [brackets] show each change
         altered       words changed, and nothing shows it
         not-found     nothing in the article is like it
         wrong-speaker the right words, but they stand in statements of others alone
at       where the words stand, in UTF-16 code units of the article's text (JavaScript's slice)
nearest  the article's own words there

Answers come in the order of the lines, each as soon as it is known. At the first line that can't
be read, or names an article that is not stored, it stops with exit code 2 and a sentence.

Example:
  $ echo '{"id": 1, "article": "Ann said it will rain.", "quote": "It will rain"}' |
      npm run -s scenesetter -- verify`;

/** Adds the command that checks quotes line by line: JSON lines in, JSON lines out. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .summary('check quotes against articles, line by line')
    .description('Checks quotes against articles: JSON lines on standard input and output.')
    .addHelpText('after', help)
    .action(verify);
}

async function verify(): Promise<void> {
  const shelf = new Shelf();
  const output = new Output();
  let number = 0;
  try {
    for await (const line of linesOf(process.stdin)) {
      number += 1;
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (text.trim() === '') continue;
      await output.write(JSON.stringify(await answer(text, number, shelf)));
      if (output.closed) return;
    }
  } finally {
    await shelf.close();
  }
}

async function answer(line: string, number: number, shelf: Shelf): Promise<InquiryAnswer> {
  try {
    const inquiry: Inquiry = readInquiry(line);
    const { state, at, nearest } = await shelf.check(inquiry);
    return { id: inquiry.id, state, at, nearest };
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    const words = fault.message.replace(/\.$/, '');
    throw new BadInput(`Line ${number} can't be checked: ${words}.`);
  }
}
