import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import type { Received } from '@/domain/intake/received';
import { type Pasted, readPasted, textOf } from '@/domain/paste/structure';
import { noteSigns } from '@/domain/word/file';
import { lossesIn } from '@/domain/word/losses';
import { measure } from './read-docx';

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/** A Word file that somebody wrote a memo in, with its structure, its notes and what is lost of it. */
export async function readMemo(bytes: Uint8Array): Promise<Received> {
  await measure(Buffer.from(bytes));
  const parts = unzipSync(bytes, {
    filter: ({ name }) => name.endsWith('.xml') || !/media|embeddings/.test(name),
  });
  const xml = repeatNotes(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  // Mammoth leaves out what a simple field shows.
  parts['word/document.xml'] = strToU8(xml.replace(/<\/?w:fldSimple(\s[^>]*)?>/g, ''));
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage });
  const { body } = new JSDOM(value.replace(/[\uE000\uE001]/g, '')).window.document;
  const notes: Record<string, string> = {};
  for (const item of body.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]')) {
    for (const back of item.querySelectorAll('a[href*="-ref-"]')) back.remove();
    notes[item.id] = (item.textContent ?? '').replace(/\s+/g, ' ').trim();
    const list = item.parentElement;
    item.remove();
    if (list?.children.length === 0) list.remove();
  }
  for (const mark of body.querySelectorAll(
    'sup > a[href^="#footnote-"], sup > a[href^="#endnote-"]',
  ))
    mark.parentElement?.replaceWith(
      `${noteSigns.open}${mark.getAttribute('href')?.slice(1)}${noteSigns.close}`,
    );
  const nodes = readPasted(body) as (Pasted | string)[];
  const words = (name: string) => linesOf(strFromU8(parts[name] ?? new Uint8Array()));
  const lines = Object.keys(parts)
    .filter((name) => /^word\/[^/]+\.xml$/.test(name))
    .map(words)
    .join('\n');
  const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
  const headings = new Set(
    [...styles.matchAll(/w:styleId="([^"]*)"[^>]*>\s*<w:name w:val="heading \d"/gi)].map(
      (match) => match[1] ?? '',
    ),
  );
  const said = { title: null, outlet: null, byline: null, publishedOn: null, url: null };
  const word = {
    nodes,
    notes,
    losses: [...lossesIn(xml, headings), ...notesLost(parts), ...edgesOf(parts)],
    lines,
  };
  return { format: 'docx', text: textOf(nodes), ...said, word };
}

/**
 * A second reference to a note is a field that shows the note's number (NOTEREF). In its place comes the
 * note's own mark once more, or nothing where its bookmark is gone: a number would be taken for words.
 */
function repeatNotes(xml: string): string {
  const marks = new Map<string, string>();
  const marked =
    /<w:bookmarkStart[^>]*w:name="([^"]+)"[^>]*>(?:(?!<w:bookmarkEnd)[\s\S])*?<w:((?:foot|end)noteReference)[^>]*w:id="(-?\d+)"/g;
  for (const [, name = '', kind = '', id = ''] of xml.matchAll(marked))
    marks.set(name, `<w:r><w:${kind} w:id="${id}"/></w:r>`);
  const mark = (_: string, name: string) => marks.get(name) ?? '';
  return xml
    .replace(
      /<w:fldSimple[^>]*w:instr="\s*NOTEREF\s+([^\s"]+)[^"]*"[^>]*>[\s\S]*?<\/w:fldSimple>/g,
      mark,
    )
    .replace(
      /<w:r(?:\s[^>]*)?>(?:(?!<\/w:r>)[\s\S])*?fldCharType="begin"(?:(?!fldCharType="begin"|<\/w:p>)[\s\S])*?NOTEREF\s+([^\s<]+)(?:(?!<\/w:p>)[\s\S])*?fldCharType="end"[^>]*>\s*<\/w:r>/g,
      mark,
    );
}

/** What a memo's notes can't hold, a sentence each: they have words alone. */
function notesLost(parts: Record<string, Uint8Array>): string[] {
  const notes = ['footnotes', 'endnotes'].map((name) =>
    strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array()),
  );
  const said = notes.flatMap((xml) => [
    ...lossesIn(xml, new Set()).map((line) =>
      line.replace('Before the first heading', 'In the notes'),
    ),
    ...(/<w:(?:b|i)(?:\/>|\s+w:val="(?:1|true|on)")/.test(xml)
      ? ['In the notes: bold and italic were dropped.']
      : []),
  ]);
  return [...new Set(said)];
}

/** What stands at the head and foot of the pages, a sentence each: a memo has its own. */
function edgesOf(parts: Record<string, Uint8Array>): string[] {
  const said = Object.entries(parts).flatMap(([name, bytes]) => {
    const edge = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1];
    const words = edge ? linesOf(strFromU8(bytes)).replace(/\s+/g, ' ').trim() : '';
    if (words === '') return [];
    return `The ${edge === 'header' ? 'head' : 'foot'} of the pages was left out: “${words.slice(0, 120)}”.`;
  });
  return [...new Set(said)];
}

/** The text of a part, a line to a paragraph. */
function linesOf(xml: string): string {
  return xml
    .split('</w:p>')
    .map((each) =>
      [...each.matchAll(/<w:(?:t|delText)(?:\s[^>]*)?>([^<]*)</g)]
        .map((match) => match[1])
        .join(''),
    )
    .filter((line) => line !== '')
    .join('\n');
}
