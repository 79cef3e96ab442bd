import { sheetName } from '@/domain/clearance/sheet';
import type { Block, Endnote, Printed, Run } from '@/domain/document/print';
import { shortTitle, shownTitle } from '@/domain/document/text';
import { packetName } from '@/domain/prove/packet';
import { plainType, type Type } from '@/domain/type';
import { familiesOf } from './coverage';

/** A stretch of a redline, with what became of it. */
export type Marked = { change: 'kept' | 'inserted' | 'deleted' | 'formatted'; text: Words };

/** A string, or its pieces: where a token is too long for a line, or where some of them changed. */
export type Words = string | string[] | Marked[];

type Changed = { change?: Marked['change'] };

/** A stretch of a line as memo.typ sets it. */
export type SetRun = Changed &
  (
    | { kind: 'text'; text: Words; strong: boolean; emphasis: boolean }
    | { kind: 'quote'; text: Words }
    | { kind: 'citation'; note: number; linked: boolean; comma: boolean }
    | { kind: 'footnote'; letter: string; text: Words; comma: boolean }
    | { kind: 'break' }
  );

type SetNote = { number: number; text: Words; anchored: boolean };

/** A block as memo.typ sets it; of a redline, `by` says beside it who changed it. */
export type SetBlock =
  | { kind: 'heading'; text: Words; level: number; push: boolean }
  | { kind: 'paragraph'; runs: SetRun[]; by?: Words; number?: number }
  | { kind: 'remark'; text: Words }
  | ({ kind: 'place'; prompt: Words } & Changed)
  | { kind: 'list'; ordered: boolean; items: SetBlock[][] }
  | { kind: 'quotation'; blocks: SetBlock[] }
  | { kind: 'table'; columns: number; rows: { header: boolean; blocks: SetBlock[] }[][] }
  | { kind: 'facts'; rows: { label: Words; text: Words }[] }
  | { kind: 'endnotes'; notes: SetNote[] };

/** A memo as memo.typ reads it: nothing left to decide but where the ink goes. */
export type Content = {
  name: string;
  description: string;
  lang: string;
  region: string | null;
  paper: string;
  /** The families of fonts, the first one’s letters first; sizes of body and head in points. */
  families: string[];
  body: number;
  head: number;
  draft: boolean;
  lines: boolean;
  /** Whether its lines are marked, to be counted. */
  measured: boolean;
  title: Words;
  running: Words;
  form: Words;
  fields: { label: Words; value: Words }[];
  sections: SetBlock[][];
  marking: Words | null;
  attachments: { name: string; mediaType: string; description: string }[];
  /** Of a redline: which versions it is of, and who made the changes. */
  redline?: { note: Words; authors: Words };
};

/** What the memo itself does not say about its page. */
export type Sheet = Pick<Content, 'paper' | 'draft' | 'attachments'> & {
  type?: Type;
  lines?: boolean;
  measured?: boolean;
};

/**
 * What memo.typ needs to set a clean memo. Levels of headings skip none, a citation is a link only
 * where its endnote is printed, and what is empty is not there at all.
 */
export function toContent(printed: Printed, sheet: Sheet): Content {
  const { paper, draft, lines = false, measured = false, attachments } = sheet;
  const { face, body, head } = sheet.type ?? plainType;
  const anchored = new Set<number>();
  const numbers = new Set<number>();
  for (const section of printed.sections) collectNotes(section.blocks, numbers);
  const sections = printed.sections.map((section) => {
    const level = section.heading.trim() === '' ? 2 : 3;
    const set = section.blocks.flatMap((block) => setBlock(block, { level, numbers, anchored }));
    const heading: SetBlock[] =
      level === 3
        ? [
            {
              kind: 'heading',
              text: toWords(bindEnd(section.heading)),
              level: 2,
              push: section.name === packetName || section.name === sheetName,
            },
          ]
        : [];
    return [...heading, ...set];
  });
  const name = shownTitle(printed);
  return {
    name,
    description: printed.form,
    ...readLanguage(printed.language),
    paper,
    families: familiesOf(face),
    body,
    head,
    draft,
    lines,
    measured,
    title: toWords(bindEnd(name)),
    running: shortTitle(name),
    form: toWords(printed.form),
    fields: printed.fields.map((f) => ({ label: toWords(f.label), value: toWords(f.value) })),
    sections,
    marking: printed.marking === null ? null : toWords(printed.marking),
    attachments: attachments.map(({ name, mediaType, description }, index) => {
      // Two files of one name would stop the export.
      const taken = attachments.findIndex((other) => other.name === name) < index;
      return { name: taken ? `${index + 1}-${name}` : name, mediaType, description };
    }),
  };
}

/** Only the form the engine takes: anything else would stop the export, and English is read. */
export function readLanguage(tag: string): { lang: string; region: string | null } {
  const parts = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/i.exec(tag);
  return {
    lang: parts?.[1]?.toLowerCase() ?? 'en',
    region: parts?.[2]?.toUpperCase() ?? null,
  };
}

/** A heading's last line is not to be one short word: the space before it does not break. */
export function bindEnd(heading: string): string {
  return heading.replace(/ (\S{1,8})$/u, '\u00a0$1');
}

/** No word of a language is this long; addresses and file names are. */
const tooLong = /[^\s\u200b]{31,}/gu;

/** A text that can break where no space is: within tokens too long for a line. */
export function toWords(text: string): Words {
  if (text.search(tooLong) < 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(tooLong)) {
    pieces.push(text.slice(from, match.index), ...breakToken(match[0]));
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  return pieces.filter((piece) => piece !== '');
}

/** Pieces of at most nine letters, cut after punctuation where there is some. */
function breakToken(token: string): string[] {
  return token.match(/.{1,8}[/?&=.,:;_—–-]+|.\P{M}{0,7}\p{M}*/gsu) ?? [token];
}

type Place = { level: number; numbers: Set<number>; anchored: Set<number> };

function setBlock(block: Block, place: Place): SetBlock[] {
  switch (block.kind) {
    case 'heading':
      if (block.text.trim() === '') return [];
      return [
        { kind: 'heading', text: toWords(bindEnd(block.text)), level: place.level, push: false },
      ];
    case 'paragraph': {
      const runs = setRuns(block.runs, place.numbers);
      if (runs.length === 0) return [];
      const { number } = block;
      return [{ kind: 'paragraph', runs, ...(number !== undefined && { number }) }];
    }
    case 'place':
      return [{ kind: 'place', prompt: toWords(block.prompt) }];
    case 'list': {
      const items = block.items.map((item) => nested(item, place)).filter((i) => i.length > 0);
      return items.length === 0 ? [] : [{ kind: 'list', ordered: block.ordered, items }];
    }
    case 'quotation': {
      const blocks = nested(block.blocks, place);
      return blocks.length === 0 ? [] : [{ kind: 'quotation', blocks }];
    }
    case 'facts': {
      const rows = block.rows.map((r) => ({ label: toWords(r.label), text: toWords(r.text) }));
      return rows.length === 0 ? [] : [{ kind: 'facts', rows }];
    }
    case 'table': {
      const rows = block.rows.map((row) =>
        row.map((cell) => ({ header: cell.header, blocks: nested(cell.blocks, place) })),
      );
      return [{ kind: 'table', columns: Math.max(...rows.map((row) => row.length)), rows }];
    }
    case 'endnotes': {
      const notes = block.notes.map((note) => setNote(note, place.anchored));
      return notes.length === 0 ? [] : [{ kind: 'endnotes', notes }];
    }
  }
}

/** A heading cannot be pushed to a new page from inside a list: there it is a bold line. */
function nested(blocks: Block[], place: Place): SetBlock[] {
  return blocks.flatMap((block): SetBlock[] =>
    block.kind === 'heading'
      ? setBlock(
          {
            kind: 'paragraph',
            id: block.id,
            runs: [{ kind: 'text', text: block.text, strong: true, emphasis: false }],
          },
          place,
        )
      : setBlock(block, place),
  );
}

function setNote(note: Endnote, anchored: Set<number>): SetNote {
  const first = !anchored.has(note.number);
  anchored.add(note.number);
  return { number: note.number, text: toWords(note.text), anchored: first };
}

function setRuns(runs: Run[], numbers: Set<number>): SetRun[] {
  const printed = runs.filter((run) => run.kind !== 'text' || run.text !== '');
  if (printed.every((run) => run.kind === 'break')) return [];
  return printed.map((run, index): SetRun => {
    if (run.kind === 'text') return { ...run, text: toWords(run.text) };
    if (run.kind === 'quote') return { kind: 'quote', text: toWords(run.text) };
    if (run.kind === 'break') return run;
    // Two that meet would be read as one.
    const before = printed[index - 1]?.kind;
    const comma = before === 'citation' || before === 'footnote';
    if (run.kind === 'footnote') return { ...run, text: toWords(run.text), comma };
    return { kind: 'citation', note: run.note, linked: numbers.has(run.note), comma };
  });
}

function collectNotes(blocks: Block[], into: Set<number>): void {
  for (const block of blocks) {
    if (block.kind === 'endnotes') for (const note of block.notes) into.add(note.number);
    else if (block.kind === 'quotation') collectNotes(block.blocks, into);
    else if (block.kind === 'list') for (const item of block.items) collectNotes(item, into);
  }
}
