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
};

const scanned =
  /<(?:w|m):(p|pStyle|t|drawing|pict|object|oMath|txbxContent|commentReference|ins|del|instrText|fldSimple|color|highlight)(?=[\s>/])([^>]*)>(?:([^<]*)<\/w:t>)?|<\/w:p>/g;

/**
 * What of a document a memo can't hold, a sentence for each kind and place; the place is the heading
 * that it stands under. `xml` is `word/document.xml`; `headings` are the ids of heading styles.
 */
export function lossesIn(xml: string, headings: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  let [place, isHeading, words] = ['', false, ''];
  // What Word keeps a second time for older programs is the same thing again.
  for (const match of xml.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '').matchAll(scanned)) {
    const [, name, attributes = '', text = ''] = match;
    if (name === undefined) {
      if (isHeading && words.trim() !== '') place = words.trim();
      [isHeading, words] = [false, ''];
    } else if (name === 'pStyle')
      isHeading = headings.has(/w:val="([^"]*)"/.exec(attributes)?.[1] ?? '');
    else if (name === 't') words += text;
    else if (name !== 'p' && isLoss(name, attributes)) {
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

/** Black is what text is anyway. */
function isLoss(name: string, attributes: string): boolean {
  return name !== 'color' || !/w:val="(auto|000000)"/i.test(attributes);
}

function decode(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '');
}
