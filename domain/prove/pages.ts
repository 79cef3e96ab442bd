/** What one page of a PDF shows: the text, its footnotes and its margins, and what is no text. */
export type ShownPage = {
  body: string;
  notes: string;
  margins: string;
  /** Remarks, stamps, form fields and the like that lie over the page; links are none of them. */
  overlays: number;
  pictures: number;
};

type Item = { str: string; hasEOL: boolean } | { type: string; tag?: string | null; id?: unknown };
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
    const notes = new Set<string>();
    collectNotes((await page.getStructTree()) as Tag | null, false, notes);
    const over = (await page.getAnnotations()).filter(({ subtype }) => subtype !== 'Link');
    const { fnArray } = await page.getOperatorList();
    const pictures = fnArray.filter((code) => code >= firstPicture && code <= lastPicture);
    pages.push({
      ...partText(items as Item[], notes),
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

/** Footnotes are drawn at the foot of their page, away from the words that they belong to. */
function collectNotes(tag: Tag | null, isNote: boolean, into: Set<string>): void {
  if (tag === null) return;
  if (isNote && tag.id !== undefined) into.add(tag.id);
  for (const child of tag.children ?? [])
    collectNotes(child, isNote || tag.role === 'Note' || tag.role === 'FENote', into);
}

function partText(items: Item[], notes: ReadonlySet<string>) {
  const open: ('margins' | 'notes' | null)[] = [];
  const text = { body: '', notes: '', margins: '' };
  for (const item of items) {
    if ('str' in item) {
      const part = open.includes('margins') ? 'margins' : open.includes('notes') ? 'notes' : 'body';
      text[part] += item.str + (item.hasEOL ? '\n' : '');
    } else if (item.type === 'endMarkedContent') open.pop();
    else if (item.tag === 'Artifact') open.push('margins');
    else open.push(notes.has(String(item.id)) ? 'notes' : null);
  }
  return text;
}
