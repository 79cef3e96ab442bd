import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { toWords } from './words';

/** What a Word file says of itself. */
export type Properties = {
  title: string;
  description: string;
  author: string;
  language: string;
  createdAt: Date;
};

/**
 * A Word file with these properties in place of the library's, which know no language and always
 * have the present time. Nor is the time of the files in it of the clock: the same memo is the same
 * bytes. `tidyText` changes the XML of the text itself.
 */
export function finish(
  file: Uint8Array,
  properties: Properties,
  tidyText: (xml: string) => string = (xml) => xml,
): Uint8Array {
  const parts = unzipSync(file);
  parts['docProps/core.xml'] = strToU8(coreProperties(properties));
  change(parts, 'word/document.xml', tidyText);
  change(parts, 'word/footnotes.xml', tidyFootnotes);
  change(parts, 'word/endnotes.xml', tidyEndnotes);
  // The earliest time that an archive can have; one of the clock's own zone, as it writes that.
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}

function change(parts: Unzipped, path: string, tidy: (xml: string) => string): void {
  const part = parts[path];
  if (part) parts[path] = strToU8(tidy(strFromU8(part)));
}

/** What parts notes from the text is a rule, without the mark that the library sets beside it. */
function tidyFootnotes(xml: string): string {
  const mark = /<w:r>(?:(?!<w:r>).)*<w:(?:foot|end)noteRef\/><\/w:r>(?=<w:r><w:\w+eparator\/>)/g;
  return xml.replace(mark, '');
}

/** Endnotes have a heading above them, and so no rule. */
function tidyEndnotes(xml: string): string {
  const line = /<w:spacing[^>]*\/><\/w:pPr><w:r><w:\w+eparator\/><\/w:r>/g;
  const none = '<w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>';
  return tidyFootnotes(xml).replace(line, none);
}

function coreProperties(properties: Properties): string {
  const { title, description, author, language, createdAt } = properties;
  const time = `${createdAt.toISOString().slice(0, 19)}Z`;
  const element = (name: string, text: string, more = '') =>
    `<${name}${more}>${escapeXml(toWords(text))}</${name}>`;
  const when = (name: string) => element(name, time, ' xsi:type="dcterms:W3CDTF"');
  const data = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    element('dc:title', title),
    element('dc:subject', description),
    element('dc:creator', author),
    element('cp:lastModifiedBy', author),
    element('dc:language', language),
    when('dcterms:created'),
    when('dcterms:modified'),
    '</cp:coreProperties>',
  ];
  return data.join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
