import pdfmake from 'pdfmake';
import type { Style } from 'pdfmake/interfaces';
import type { Printed } from '@/domain/document/print';
import { fontFiles } from '@/server/export/typst/coverage';
import { type Line, linesOf } from './words';

const [normal = '', italics = '', bold = '', bolditalics = ''] = fontFiles();
pdfmake.setFonts({ Serif: { normal, italics, bold, bolditalics } });
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setUrlAccessPolicy(() => false);

const looks: Record<Line['kind'], Style> = {
  heading: { fontSize: 14, bold: true, margin: [0, 12, 0, 4] },
  subheading: { fontSize: 11.5, bold: true, margin: [0, 8, 0, 3] },
  paragraph: { margin: [0, 0, 0, 6], alignment: 'justify' },
  item: { margin: [12, 0, 0, 4], alignment: 'justify' },
  note: { fontSize: 9, margin: [0, 0, 0, 2] },
};

/** A memo's text as a PDF by pdfmake, in the same typeface; it tags nothing and hyphenates nothing. */
export async function printByPdfmake(printed: Printed): Promise<Uint8Array> {
  const document = pdfmake.createPdf({
    pageSize: 'LETTER',
    pageMargins: [72, 72, 72, 72],
    defaultStyle: { font: 'Serif', fontSize: 11, lineHeight: 1.2 },
    info: { title: printed.title },
    footer: (page: number, total: number) => ({
      text: `Page ${page} of ${total}`,
      fontSize: 8,
      margin: [72, 20],
    }),
    content: [
      { text: printed.title, fontSize: 24, bold: true, margin: [0, 0, 0, 12] },
      ...linesOf(printed).map(({ kind, text }) => ({ text, ...looks[kind] })),
    ],
  });
  return document.getBuffer();
}
