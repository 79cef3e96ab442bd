import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

/** What a Word file says, as a reader's program puts it together. Footnotes stand apart. */
export type Reopened = {
  parts: string[];
  text: string;
  footnotes: string;
  endnotes: string;
  header: string;
  footer: string;
  properties: Record<string, string>;
  /** Each paragraph's style by its name in Word, with its own words. */
  styles: [style: string, text: string][];
  xml: (part: string) => string;
};

type Level = { format: string; sign: string };

/** Opens a Word file with programs that had no part in making it. Throws where its XML is not well formed. For tests. */
export function reopen(file: Uint8Array): Reopened {
  const parts = unzipSync(file);
  const xml = (part: string) => strFromU8(parts[part] ?? new Uint8Array());
  const open = (part: string) => parse(xml(`word/${part}.xml`));
  const [document, styles, numbering] = [open('document'), open('styles'), open('numbering')];
  const names = new Map(all(styles, 'style').map((e) => [at(e, 'styleId'), valueIn(e, 'name')]));
  const reader = new Reader(numbering);
  const paragraphs = all(document, 'p').map((p): [string, string] => [
    names.get(valueIn(p, 'pStyle')) ?? 'Normal',
    new Reader(numbering).wordsOf(p),
  ]);
  const text = all(document, 'p').map((p) => reader.lineOf(p));
  const core = parse(xml('docProps/core.xml')).documentElement;
  return {
    parts: Object.keys(parts),
    text: text.join('\n'),
    footnotes: notesOf(open('footnotes'), 'footnote', letterOf),
    endnotes: notesOf(open('endnotes'), 'endnote', (count) => `${count}.`),
    header: all(open('header1'), 'p').map(textOf).join('\n'),
    footer: all(open('footer1'), 'p').map(textOf).join('\n'),
    properties: Object.fromEntries([...core.children].map((e) => [e.localName, e.textContent])),
    styles: paragraphs,
    xml,
  };
}

/** Counts as Word does: each list's items by its number, notes by their order. */
class Reader {
  readonly #levels = new Map<string, Level[]>();
  readonly #counts = new Map<string, number[]>();
  readonly #notes = { footnoteReference: 0, endnoteReference: 0 };

  constructor(numbering: Document) {
    const kinds = new Map(all(numbering, 'abstractNum').map((e) => [at(e, 'abstractNumId'), e]));
    for (const use of all(numbering, 'num')) {
      const kind = kinds.get(valueIn(use, 'abstractNumId'));
      const levels = kind ? all(kind, 'lvl') : [];
      this.#levels.set(
        at(use, 'numId'),
        levels.map((e) => ({ format: valueIn(e, 'numFmt'), sign: valueIn(e, 'lvlText') })),
      );
    }
  }

  lineOf(p: Element): string {
    const [use] = all(p, 'numPr');
    const sign = use ? this.#signOf(valueIn(use, 'numId'), Number(valueIn(use, 'ilvl'))) : '';
    return sign + this.wordsOf(p);
  }

  wordsOf(p: Element): string {
    return all(p, '*')
      .map((e) => this.#partOf(e))
      .join('');
  }

  #partOf(e: Element): string {
    switch (e.localName) {
      case 't':
        return e.textContent ?? '';
      case 'br':
        return '\n';
      case 'tab':
        return e.parentElement?.localName === 'r' ? ' ' : '';
      case 'footnoteReference':
        this.#notes.footnoteReference += 1;
        return `[${letterOf(this.#notes.footnoteReference)}]`;
      case 'endnoteReference':
        this.#notes.endnoteReference += 1;
        return `[${this.#notes.endnoteReference}]`;
      default:
        return '';
    }
  }

  #signOf(list: string, level: number): string {
    const counts = this.#counts.get(list) ?? [];
    counts.length = Math.min(counts.length, level + 1);
    counts[level] = (counts[level] ?? 0) + 1;
    this.#counts.set(list, counts);
    const kind = this.#levels.get(list)?.[level];
    return kind?.format === 'decimal' ? `${counts[level]}. ` : '• ';
  }
}

function notesOf(part: Document, name: string, mark: (count: number) => string): string {
  const own = all(part, name).filter((e) => at(e, 'type') === '');
  return own.map((e, index) => `${mark(index + 1)} ${textOf(e)}`).join('\n');
}

function textOf(e: Element): string {
  const words = (each: Element) => (each.localName === 't' ? each.textContent : '');
  return all(e, '*').map(words).join('');
}

function letterOf(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

function parse(xml: string): Document {
  return new JSDOM(xml, { contentType: 'application/xml' }).window.document;
}

function all(root: Document | Element, name: string): Element[] {
  return [...root.getElementsByTagNameNS('*', name)];
}

function at(e: Element, name: string): string {
  return e.getAttribute(`w:${name}`) ?? '';
}

function valueIn(e: Element, name: string): string {
  const [found] = all(e, name);
  return found ? at(found, 'val') : '';
}
