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
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
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
  const word = { nodes, notes, losses: [...lossesIn(xml, headings), ...edgesOf(parts)], lines };
  return { format: 'docx', text: textOf(nodes), ...said, word };
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
