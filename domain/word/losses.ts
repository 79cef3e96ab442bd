/** What a memo can't hold, by the element of Word's XML, as one and as several. */
const kinds: Record<string, [one: string, many: string]> = {
  drawing: ['a picture or drawing was left out', 'pictures or drawings were left out'],
  pict: ['a picture or drawing was left out', 'pictures or drawings were left out'],
  object: ['an embedded object was left out', 'embedded objects were left out'],
  oMath: ['an equation was left out', 'equations were left out'],
  txbxContent: [
    'the words of a text box now stand in the text',
    'text boxes’ words now stand in the text',
  ],
  commentReference: ['a comment was left out', 'comments were left out'],
  ins: [
    'a tracked insertion was taken in as accepted',
    'tracked insertions were taken in as accepted',
  ],
  del: [
    'a tracked deletion was carried out as accepted',
    'tracked deletions were carried out as accepted',
  ],
  instrText: [
    'a field is now the words that it last showed',
    'fields are now the words that they last showed',
  ],
  fldSimple: [
    'a field is now the words that it last showed',
    'fields are now the words that they last showed',
  ],
  color: ['a colour was dropped', 'colours were dropped'],
  highlight: ['a highlight was dropped', 'highlights were dropped'],
  strike: ['struck-through words were left out', 'stretches of struck-through words were left out'],
  dstrike: [
    'struck-through words were left out',
    'stretches of struck-through words were left out',
  ],
  vanish: ['hidden words were taken in', 'stretches of hidden words were taken in'],
  gridSpan: ['a merged cell came apart', 'merged cells came apart'],
  vMerge: ['a merged cell came apart', 'merged cells came apart'],
  hyperlink: ['a link’s address was dropped', 'links’ addresses were dropped'],
  tbl: ['a table within a table was taken apart', 'tables within tables were taken apart'],
};

const scanned =
  /<(?:w|m):(p|pStyle|t|drawing|pict|object|oMath|txbxContent|commentReference|ins|del|instrText|fldSimple|color|highlight|strike|dstrike|vanish|gridSpan|vMerge|hyperlink|tbl)(?=[\s>/])([^>]*)>(?:([^<]*)<\/w:t>)?|<\/w:(p|tbl)>/g;

/**
 * What of a document a memo can't hold, a sentence for each kind and place; the place is the heading
 * that it stands under. `xml` is `word/document.xml`; `headings` are the ids of heading styles.
 */
export function lossesIn(xml: string, headings: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  let [place, isHeading, words, tables] = ['', false, '', 0];
  // What Word keeps a second time for older programs is the same thing again.
  for (const match of xml.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '').matchAll(scanned)) {
    const [, name, attributes = '', text = '', closed] = match;
    if (closed === 'tbl') tables -= 1;
    else if (name === undefined) {
      if (isHeading && words.trim() !== '') place = words.trim();
      [isHeading, words] = [false, ''];
    } else if (name === 'pStyle')
      isHeading = headings.has(/w:val="([^"]*)"/.exec(attributes)?.[1] ?? '');
    else if (name === 't') words += text;
    else if (name === 'tbl' && tables === 0) tables += 1;
    else if (name !== 'p' && isLoss(name, attributes)) {
      if (name === 'tbl') tables += 1;
      const key = `${place}\n${kinds[name]?.join('\n')}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, count]) => {
    const [under = '', one = '', many = ''] = key.split('\n');
    const where = under === '' ? 'Before the first heading' : `Under “${decode(under)}”`;
    return `${where}: ${count === 1 ? one : `${count} ${many}`}.`;
  });
}

/** Black is what text is anyway, and what is switched off is not there; a link within the file has no address. */
function isLoss(name: string, attributes: string): boolean {
  if (/^(d?strike|vanish)$/.test(name)) return !/w:val="(0|false|off)"/i.test(attributes);
  if (name === 'gridSpan') return !/w:val="1"/.test(attributes);
  if (name === 'hyperlink') return /r:id=/.test(attributes);
  return name !== 'color' || !/w:val="(auto|000000)"/i.test(attributes);
}

function decode(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '');
}
