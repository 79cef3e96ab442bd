import { describe, expect, it } from 'vitest';
import type { Block, Printed, Run } from './print';
import { sampleMemo } from './sample';
import { plainText } from './text';
import { textFile } from './text-file';

const words = (text: string): Run => ({ kind: 'text', text, strong: false, emphasis: false });
const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', id: 'p', runs });
const cell = (header: boolean, ...lines: string[]) => ({
  header,
  blocks: lines.map((line) => paragraph(words(line))),
});

const memo: Printed = {
  language: 'en',
  title: 'Talks',
  form: 'Policy brief',
  marking: 'SBU',
  fields: [{ name: 'to', label: 'To', value: 'The Deputy' }],
  sections: [
    {
      id: 's',
      name: 'findings',
      heading: 'Findings',
      blocks: [
        { kind: 'heading', id: 'h', text: 'Inner' },
        paragraph(words(`One\u0007 line, however long: ${'word '.repeat(60)}end.`)),
        {
          kind: 'table',
          id: 't',
          rows: [
            [cell(true, 'Issue'), cell(true, 'Ann Lee', 'analyst'), cell(true, 'Bo Chen')],
            [
              cell(true, 'Talks', 'that they go on'),
              cell(false, 'For.', 'So she says.'),
              cell(false),
            ],
            [cell(true, 'Trade'), cell(false, 'Silent'), cell(false, 'Against.')],
          ],
        },
      ],
    },
  ],
};

describe('a memo as a text file', () => {
  it('underlines headings, reads tables row by row, breaks no line, and is marked at both ends', () => {
    expect(textFile(memo)).toBe(
      [
        'SBU\n',
        'Policy brief\n',
        'Talks\n=====\n',
        'To: The Deputy\n',
        'Findings\n--------\n',
        'Inner\n~~~~~\n',
        `One line, however long: ${'word '.repeat(60)}end.\n`,
        'Issue\n  Ann Lee\n  analyst\n  Bo Chen\n',
        'Talks\nthat they go on\n  Ann Lee: For.\n    So she says.\n  Bo Chen: –\n',
        'Trade\n  Ann Lee: Silent\n  Bo Chen: Against.\n',
        'SBU\n',
      ].join('\n'),
    );
  });

  it.each([2, 3, 5])('has the words of the page in their order (memo %i)', (seed) => {
    const memo = sampleMemo(seed, 30);
    const bare = textFile({ ...memo, marking: null }).replace(/\n[=~-]+(?=\n)/g, '');
    expect(bare).toBe(`${plainText({ ...memo, marking: null })}\n`);
  });
});
