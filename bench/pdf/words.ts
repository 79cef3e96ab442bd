import type { Block, Printed, Run } from '@/domain/document/print';

/** A line of a memo in its simplest form, for engines that know paragraphs and no more. */
export type Line = {
  kind: 'heading' | 'subheading' | 'paragraph' | 'item' | 'note';
  text: string;
};

/** A memo's title and its lines in reading order: the text that every engine sets. */
export function linesOf(printed: Printed): Line[] {
  return [
    ...printed.fields.map(
      ({ label, value }): Line => ({ kind: 'paragraph', text: `${label}: ${value}` }),
    ),
    ...printed.sections.flatMap(({ heading, blocks }): Line[] => [
      ...(heading ? [{ kind: 'heading' as const, text: heading }] : []),
      ...blocks.flatMap((block) => blockLines(block)),
    ]),
  ];
}

function blockLines(block: Block, kind: 'paragraph' | 'item' = 'paragraph'): Line[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'subheading', text: block.text }];
    case 'paragraph':
      return [{ kind, text: block.runs.map(runText).join('') }];
    case 'place':
      return [{ kind, text: `[To write: ${block.prompt}]` }];
    case 'list':
      return block.items.flatMap((item) => item.flatMap((each) => blockLines(each, 'item')));
    case 'quotation':
      return block.blocks.flatMap((each) => blockLines(each, kind));
    case 'table':
      return block.rows.flatMap((row) =>
        row.flatMap(({ blocks }) => blocks.flatMap((each) => blockLines(each, kind))),
      );
    case 'facts':
      return block.rows.map(({ label, text }) => ({ kind, text: `${label}: ${text}` }));
    case 'endnotes':
      return block.notes.map(({ number, text }) => ({ kind: 'note', text: `${number}. ${text}` }));
  }
}

function runText(run: Run): string {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'quote':
      return `“${run.text}”`;
    case 'citation':
      return `[${run.note}]`;
    case 'footnote':
      return `[${run.letter}]`;
    case 'break':
      return ' ';
  }
}
