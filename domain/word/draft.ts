import { node } from '../assemble/nodes';
import type { DocumentJson } from '../document/document';
import { isPortionMark } from '../marking';
import { cleanPasted } from '../paste/clean';
import { type Pasted, type PastedNode, textOf } from '../paste/structure';
import { noteSigns, type WordFile } from './file';

/** A section of a draft: its heading as the file has it, and its blocks. */
export type DraftPart = { heading: string; blocks: DocumentJson[] };

/** A Word file read as a memo: its title, the lines of its head, and its sections in their order. */
export type Draft = {
  title: string | null;
  fields: { label: string; value: string }[];
  parts: DraftPart[];
};

const headLabel =
  /^\s*(to|from|date|subject|subj|re|through|thru|via|cc|drafted by|cleared by|for|action memo for|information memo for)\s*:?\s*$/i;
const headLine =
  /^\s*(TO|FROM|DATE|SUBJECT|SUBJ|RE|THROUGH|THRU|VIA|CC|To|From|Date|Subject|Re|Through|Via|Cc)\s*:\s*(.*)$/s;

/**
 * Reads the body of a Word file as a memo. Sections are of the highest level of heading after the
 * title; headings below it are subheadings. Lines such as “TO:” before the first one are the head.
 */
export function readDraft(file: WordFile): Draft {
  const top = file.nodes.filter((each): each is Pasted => typeof each !== 'string');
  const titled = titleAt(top);
  const rest = top.filter((_, index) => index !== titled);
  const levels = rest.flatMap((each) => levelOf(each) ?? []);
  const level = Math.min(...levels);
  const chunks: { heading: string; nodes: PastedNode[] }[] = [{ heading: '', nodes: [] }];
  for (const each of rest)
    if (levelOf(each) === level && plainWords([each]) !== '')
      chunks.push({ heading: plainWords([each]), nodes: [] });
    else chunks.at(-1)?.nodes.push(each);
  const [opening = { heading: '', nodes: [] }] = chunks;
  const { fields, others } = readHead(opening.nodes);
  const write = blockWriter(file.notes);
  const parts = [{ heading: '', nodes: others }, ...chunks.slice(1)].map((chunk) => ({
    heading: chunk.heading,
    blocks: cleanPasted(chunk.nodes).flatMap(write),
  }));
  const title = titled < 0 ? null : plainWords([top[titled] as Pasted]);
  return { title, fields, parts: parts.filter((part, at) => at > 0 || part.blocks.length > 0) };
}

/** The paragraph in Word's style for titles, or the one heading of the first level above others. */
function titleAt(nodes: Pasted[]): number {
  const styled = nodes.findIndex(({ attributes }) => attributes.class === 'title');
  if (styled >= 0) return styled;
  const first = nodes.findIndex((each) => levelOf(each) !== null);
  const isOnly = nodes.filter((each) => levelOf(each) === 1).length === 1;
  const hasOthers = nodes.some((each) => (levelOf(each) ?? 1) > 1);
  return first >= 0 && isOnly && hasOthers && levelOf(nodes[first] as Pasted) === 1 ? first : -1;
}

function levelOf({ name }: Pasted): number | null {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : null;
}

function plainWords(nodes: PastedNode[]): string {
  return textOf(nodes)
    .replace(/\uE000[^\uE001]*\uE001/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function readHead(nodes: PastedNode[]) {
  const fields: Draft['fields'] = [];
  const others = nodes.filter((each) => {
    if (typeof each === 'string') return true;
    const rows = each.name === 'table' ? rowsOf(each) : null;
    if (rows?.some(([label = '']) => headLabel.test(label)) && rows.every((r) => r.length === 2)) {
      for (const [label = '', value = ''] of rows)
        fields.push({ label: label.replace(/\s*:\s*$/, ''), value });
      return false;
    }
    const line = each.name === 'p' ? headLine.exec(plainWords([each])) : null;
    if (line) fields.push({ label: line[1] ?? '', value: (line[2] ?? '').trim() });
    return line === null;
  });
  return { fields, others };
}

function rowsOf(table: Pasted): string[][] {
  return table.children.flatMap((row) => {
    if (typeof row === 'string') return [];
    if (row.name !== 'tr') return rowsOf(row);
    const cells = row.children.filter((cell) => typeof cell !== 'string');
    return [cells.map((cell) => plainWords([cell]))];
  });
}

function blockWriter(notes: WordFile['notes']): (each: PastedNode) => DocumentJson[] {
  let count = 0;
  const id = () => `word.${++count}`;
  const inline = (nodes: PastedNode[], marks: string[] = []): DocumentJson[] =>
    nodes.flatMap((each): DocumentJson[] => {
      if (typeof each === 'string') return textAndNotes(each, marks, notes);
      if (each.name === 'br') return [node('hard_break')];
      const mark = each.name === 'strong' ? 'strong' : each.name === 'em' ? 'emphasis' : null;
      return inline(each.children, mark && !marks.includes(mark) ? [...marks, mark] : marks);
    });
  const paragraph = (nodes: PastedNode[]): DocumentJson => {
    const prompt = /^\[To write: (.*)\]$/s.exec(plainWords(nodes))?.[1];
    if (prompt) return node('paragraph', { id: id(), prompt });
    const { portion, content } = withoutPortion(inline(nodes));
    return node('paragraph', { id: id(), prompt: null, portion }, content);
  };
  const paragraphs = (nodes: PastedNode[]): DocumentJson[] => {
    const lines = nodes.filter((each) => typeof each !== 'string' && each.name === 'p') as Pasted[];
    return lines.length > 0 ? lines.map(({ children }) => paragraph(children)) : [paragraph(nodes)];
  };
  const item = ({ children }: Pasted): DocumentJson => {
    const isInner = (each: PastedNode) => typeof each !== 'string' && each.name !== 'p';
    const blocks = children.some(
      (each) => typeof each !== 'string' && /^(p|ul|ol)$/.test(each.name),
    )
      ? children.flatMap((each) => (isInner(each) ? block(each) : paragraphs([each])))
      : [paragraph(children)];
    const held = blocks.flatMap((each) =>
      /^(paragraph|bullet_list|ordered_list)$/.test(String(each.type))
        ? [each]
        : [paragraph([wordsOfJson(each)])],
    );
    return node('list_item', {}, held[0]?.type === 'paragraph' ? held : [paragraph([]), ...held]);
  };
  const table = (each: Pasted): DocumentJson => {
    const rows = each.children.filter((row): row is Pasted => typeof row !== 'string');
    const width = Math.max(1, ...rows.map((row) => row.children.length));
    return node(
      'table',
      { id: id() },
      rows.map((row) => {
        const cells = row.children.filter((cell): cell is Pasted => typeof cell !== 'string');
        const made = cells.map(({ name, children }) =>
          node(name === 'th' ? 'table_header' : 'table_cell', {}, paragraphs(children)),
        );
        while (made.length < width) made.push(node('table_cell', {}, [paragraph([])]));
        return node('table_row', {}, made);
      }),
    );
  };
  function block(each: PastedNode): DocumentJson[] {
    if (typeof each === 'string') return each.trim() === '' ? [] : [paragraph([each])];
    const { name, children } = each;
    if (name === 'h3') return [node('subheading', { id: id() }, plainText(plainWords(children)))];
    if (name === 'ul' || name === 'ol') {
      const type = name === 'ul' ? 'bullet_list' : 'ordered_list';
      const items = children.filter((child): child is Pasted => typeof child !== 'string');
      return items.length > 0 ? [node(type, { id: id() }, items.map(item))] : [];
    }
    if (name === 'table') return each.children.length > 0 ? [table(each)] : [];
    if (name === 'blockquote') return [node('quotation', { id: id() }, paragraphs(children))];
    return plainWords(children) === '' && !textOf(children).includes(noteSigns.open)
      ? []
      : [paragraph(children)];
  }
  return block;
}

const plainText = (words: string): DocumentJson[] =>
  words === '' ? [] : [{ type: 'text', text: words }];

function wordsOfJson(json: DocumentJson): string {
  const content = (json.content ?? []) as DocumentJson[];
  return String(json.text ?? content.map(wordsOfJson).join(' '));
}

function textAndNotes(words: string, marks: string[], notes: WordFile['notes']): DocumentJson[] {
  return words.split(/\uE000([^\uE001]*)\uE001/).flatMap((part, at): DocumentJson[] => {
    if (at % 2 === 1) return [node('footnote', {}, plainText(notes[part] ?? ''))];
    if (part === '') return [];
    const styled = marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {};
    return [{ type: 'text', text: part, ...styled }];
  });
}

/** “(SBU) Both sides wait.” is a portion's mark and its words. */
function withoutPortion(content: DocumentJson[]) {
  const [first, ...others] = content;
  const found = /^\s*\(([A-Z:+-]+)\)\s+/.exec(String(first?.text ?? ''));
  if (!first || !found || !isPortionMark(found[1])) return { portion: null, content };
  const left = String(first.text).slice(found[0].length);
  return { portion: found[1], content: [...(left ? [{ ...first, text: left }] : []), ...others] };
}
