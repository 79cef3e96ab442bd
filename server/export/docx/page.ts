import { PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Printed } from '@/domain/document/print';
import { shortTitle, shownTitle } from '@/domain/document/text';
import { hairline } from './styles';
import { toWords } from './words';

/** What stands above the text of every page: the marking, where the memo has one. */
export function headerOf({ marking }: Printed): Paragraph[] {
  return marking === null ? [new Paragraph({ style: 'Header' })] : [banner(marking, false)];
}

/** What stands below it: the title and which page it is of how many, and the marking again. */
export function footerOf(printed: Printed, width: number): Paragraph[] {
  const line = new Paragraph({
    style: 'Footer',
    border: { top: { ...hairline, space: 5 } },
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [
      new TextRun({ text: toWords(shortTitle(shownTitle(printed))), italics: true }),
      new TextRun({
        children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });
  return printed.marking === null ? [line] : [line, banner(printed.marking, true)];
}

function banner(marking: string, isAtFoot: boolean): Paragraph {
  return new Paragraph({
    style: 'Marking',
    spacing: { before: isAtFoot ? 60 : 0 },
    children: [new TextRun(toWords(marking))],
  });
}
