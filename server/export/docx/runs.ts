import {
  BookmarkEnd,
  BookmarkStart,
  BuilderElement,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
  type XmlComponent,
} from 'docx';
import type { Run } from '@/domain/document/print';
import type { Sources } from './notes';
import { toWords } from './words';

/**
 * What is counted while a memo is set: footnotes and lists so far, sources already cited and listed.
 * `width` is the text's, in twips.
 */
export type Setting = {
  sources: Sources;
  footnotes: string[];
  lists: number;
  cited: Set<number>;
  anchored: Set<number>;
  width: number;
};

/** The name by which a source is found within the file. */
export function bookmarkOf(note: number): string {
  return `_Source${note}`;
}

/** What names a place of the file; its id is the source's number, so that it is the same each time. */
export function withBookmark(note: number, children: ParagraphChild[]): ParagraphChild[] {
  const [start, end] = [new BookmarkStart(bookmarkOf(note), note), new BookmarkEnd(note)];
  return [start as XmlComponent as TextRun, ...children, end as XmlComponent as TextRun];
}

/** A line's runs in Word's terms; a footnote's words are added to the setting's. */
export function setRuns(runs: readonly Run[], setting: Setting): ParagraphChild[] {
  return runs.flatMap((run, index) => {
    const set = setRun(run, setting);
    // Two marks that meet would be read as one.
    return isMark(run) && isMark(runs[index - 1]) ? [raised(','), ...set] : set;
  });
}

function isMark(run: Run | undefined): boolean {
  return run?.kind === 'citation' || run?.kind === 'footnote';
}

function setRun(run: Run, setting: Setting): ParagraphChild[] {
  switch (run.kind) {
    case 'text': {
      const { strong, emphasis } = run;
      const text = toWords(run.text);
      if (text === '') return [];
      return [
        new TextRun({ text, ...(strong && { bold: true }), ...(emphasis && { italics: true }) }),
      ];
    }
    case 'quote':
      return [new TextRun({ text: `“${toWords(run.text)}”`, style: 'VerbatimQuote' })];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'footnote':
      return [new FootnoteReferenceRun(setting.footnotes.push(run.text))];
    case 'citation':
      return setCitation(run.note, setting);
  }
}

/** A source cited again is a reference to its first mark, so that it follows that one's number. */
function setCitation(note: number, { sources, cited }: Setting): ParagraphChild[] {
  const isFirst = !cited.has(note);
  cited.add(note);
  if (sources.real) {
    if (!isFirst) return [crossReference(note)];
    const mark = [new EndnoteReferenceRun(note)];
    return sources.citations.get(note) === 1 ? mark : withBookmark(note, mark);
  }
  const isListed = sources.notes.some(({ number }) => number === note);
  const mark = raised(`${note}`);
  return isListed
    ? [new InternalHyperlink({ children: [mark], anchor: bookmarkOf(note) })]
    : [mark];
}

function raised(text: string): TextRun {
  return new TextRun({ text, style: 'EndnoteReference' });
}

function crossReference(note: number): ParagraphChild {
  const instruction = ` NOTEREF ${bookmarkOf(note)} \\f \\h `;
  const field = new BuilderElement<{ instruction: string }>({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: instruction } },
    children: [raised(`${note}`)],
  });
  return field as XmlComponent as TextRun;
}
