import { AlignmentType, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Printed } from '@/domain/document/print';
import { shortTitle, shownTitle } from '@/domain/document/text';
import { hairline, ink } from './styles';
import { toWords } from './words';

/** What stands above the text of every page: the marking, where the memo has one. */
export function headerOf({ marking }: Printed): Paragraph[] {
  return marking === null ? [new Paragraph({ style: 'Header' })] : [banner(marking, 'Header')];
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
  return printed.marking === null ? [line] : [line, banner(printed.marking, 'Footer')];
}

function banner(marking: string, style: 'Header' | 'Footer'): Paragraph {
  return new Paragraph({
    style,
    alignment: AlignmentType.CENTER,
    spacing: { before: style === 'Footer' ? 60 : 0 },
    children: [new TextRun({ text: toWords(marking), bold: true, color: ink, size: 18 })],
  });
}
