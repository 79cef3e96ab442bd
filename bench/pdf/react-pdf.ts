import { Document, Font, Page, renderToBuffer, StyleSheet, Text } from '@react-pdf/renderer';
import { createElement } from 'react';
import type { Printed } from '@/domain/document/print';
import { fontFiles } from '@/server/export/typst/coverage';
import { linesOf } from './words';

const [normal = '', italic = '', bold = ''] = fontFiles();
Font.register({
  family: 'Serif4',
  fonts: [{ src: normal }, { src: italic, fontStyle: 'italic' }, { src: bold, fontWeight: 600 }],
});

const looks = StyleSheet.create({
  page: { padding: 72, fontFamily: 'Serif4', fontSize: 11, lineHeight: 1.4 },
  title: { fontSize: 24, fontWeight: 600, marginBottom: 12 },
  heading: { fontSize: 14, fontWeight: 600, marginTop: 12, marginBottom: 4 },
  subheading: { fontSize: 11.5, fontWeight: 600, marginTop: 8, marginBottom: 3 },
  paragraph: { marginBottom: 6, textAlign: 'justify' },
  item: { marginLeft: 12, marginBottom: 4, textAlign: 'justify' },
  note: { fontSize: 9, marginBottom: 2 },
  foot: { position: 'absolute', bottom: 36, left: 72, fontSize: 8 },
});

/** A memo's text as a PDF by @react-pdf/renderer, in the same typeface; it tags nothing. */
export function printByReact(printed: Printed): Promise<Uint8Array> {
  const lines = linesOf(printed).map(({ kind, text }, key) =>
    createElement(Text, { key, style: looks[kind] }, text),
  );
  const foot = createElement(Text, {
    key: 'foot',
    fixed: true,
    style: looks.foot,
    render: ({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`,
  });
  const title = createElement(Text, { key: 'title', style: looks.title }, printed.title);
  const page = createElement(Page, { size: 'LETTER', style: looks.page }, [title, ...lines, foot]);
  return renderToBuffer(createElement(Document, { title: printed.title }, page));
}
