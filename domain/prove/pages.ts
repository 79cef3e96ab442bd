/** What one page of a PDF shows: the text, its footnotes and its margins, and what is no text. */
export type ShownPage = {
  body: string;
  notes: string;
  margins: string;
  /** Remarks, stamps, form fields and the like that lie over the page; links are none of them. */
  overlays: number;
  pictures: number;
};

type Words = { str: string; hasEOL: boolean; dir: string; transform: number[] };
type Item = Words | { type: string; tag?: string | null; id?: unknown };
type Tag = { role?: string; children?: Tag[]; id?: string };

/** A page as pdf.js opens it; named here so that the reader can be used with any build of it. */
type OpenPage = {
  getTextContent(how: { includeMarkedContent: true }): Promise<{ items: unknown[] }>;
  getStructTree(): Promise<unknown>;
  getAnnotations(): Promise<{ subtype?: string }[]>;
  getOperatorList(): Promise<{ fnArray: number[] }>;
};

/** An opened PDF, as pdf.js has it. */
export type OpenPdf = {
  numPages: number;
  getPage(number: number): Promise<OpenPage>;
  getAttachments(): Promise<unknown>;
};

/** Operators of pdf.js that paint a picture (`OPS.paintImageMaskXObject` to `paintSolidColorImageMask`). */
const firstPicture = 82;
const lastPicture = 90;

/** What each page shows, in the order in which its text is drawn. */
export async function readPages(pdf: OpenPdf): Promise<ShownPage[]> {
  const pages: ShownPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const places = new Map<string, Place>();
    placeContent((await page.getStructTree()) as Tag | null, topPlace, places);
    const over = (await page.getAnnotations()).filter(({ subtype }) => subtype !== 'Link');
    const { fnArray } = await page.getOperatorList();
    const pictures = fnArray.filter((code) => code >= firstPicture && code <= lastPicture);
    pages.push({
      ...partText(items as Item[], places),
      overlays: over.length,
      pictures: pictures.length,
    });
  }
  return pages;
}

/** The bytes of the attached file of this name; null where there is none. */
export async function readAttached(pdf: OpenPdf, name: string): Promise<Uint8Array | null> {
  const all = (await pdf.getAttachments()) as Record<string, { content?: Uint8Array }> | null;
  const files = Object.entries(all ?? {});
  return files.find(([key]) => key === name)?.[1].content ?? null;
}

/** What marked content belongs to: a block of text, by the tag that it is, perhaps in a footnote. */
type Place = { block: Tag | null; isNote: boolean };

const topPlace: Place = { block: null, isNote: false };

/** Tags that stand in a line, and part no block. */
const inline = new Set(['Span', 'Link', 'Quote', 'Strong', 'Em', 'Reference', 'Lbl']);

/** Footnotes are drawn at the foot of their page, away from the words that they belong to. */
function placeContent(tag: Tag | null, around: Place, into: Map<string, Place>): void {
  if (tag === null) return;
  if (tag.id !== undefined) into.set(tag.id, around);
  const isNote = tag.role === 'Note' || tag.role === 'FENote';
  const isBlock = tag.children !== undefined && !inline.has(tag.role ?? '');
  const here = { block: isBlock ? tag : around.block, isNote: around.isNote || isNote };
  for (const child of tag.children ?? []) placeContent(child, here, into);
}

type Part = 'body' | 'notes' | 'margins';

function partText(items: Item[], places: ReadonlyMap<string, Place>): Record<Part, string> {
  const open: Part[] = [];
  const words: Record<Part, (Words | null)[]> = { body: [], notes: [], margins: [] };
  let block: Tag | null = null;
  for (const item of items) {
    const part = open.includes('margins') ? 'margins' : open.includes('notes') ? 'notes' : 'body';
    if ('str' in item) words[part].push(item);
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const place = places.get(String(item.id));
      const inner = place?.isNote ? 'notes' : 'body';
      open.push(item.tag === 'Artifact' ? 'margins' : inner);
      // Two blocks are two: null stands between.
      if (place && place.block !== block) words[inner].push(null);
      if (place) block = place.block;
    }
  }
  const textOf = (part: Part) =>
    inReadingOrder(words[part])
      .map((each) => (each ? each.str + (each.hasEOL ? '\n' : '') : ''))
      .join('');
  return { body: textOf('body'), notes: textOf('notes'), margins: textOf('margins') };
}

/**
 * Words that run from right to left are drawn from left to right, and each stretch of them is turned
 * round, numbers and signs inside it included. What stands around it stays.
 */
function inReadingOrder(items: (Words | null)[]): (Words | null)[] {
  const ordered = [...items];
  for (let from = 0; from < items.length; from += 1) {
    if (!isRightToLeft(items[from])) continue;
    let to = from;
    for (let at = from + 1; isRightToLeft(items[at]) || isNeutral(items[at]); at += 1)
      if (isRightToLeft(items[at])) to = at;
    const stretch = items.slice(from, to + 1).filter((each) => each !== null);
    // Blanks are put in by the reader and stand nowhere.
    const inked = stretch.filter(({ str }) => str.trim() !== '').sort(byLineThenFromTheRight);
    const blanks = stretch.filter(({ str }) => str.trim() === '');
    ordered.splice(from, stretch.length, ...inked, ...blanks);
    from = to;
  }
  return ordered;
}

const isRightToLeft = (item: Words | null | undefined) => item?.dir === 'rtl';

const isNeutral = (item: Words | null | undefined) => item != null && !/\p{L}/u.test(item.str);

function byLineThenFromTheRight(a: Words, b: Words): number {
  const [, , , , x = 0, y = 0] = a.transform;
  const [, , , , otherX = 0, otherY = 0] = b.transform;
  return Math.abs(y - otherY) > 3 ? otherY - y : otherX - x;
}
