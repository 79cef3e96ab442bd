import type { Node } from 'prosemirror-model';
import type { Evidence } from '../assessment';
import { describeSource } from '../endnote';
import { bannerOf, type PortionMark, portionText } from '../marking';
import { summariseSources } from '../source-summary';
import { titleOf } from './document';
import { isSetFootnote, letterAfter } from './footnotes';
import { portionOf, portionsIn } from './portion';
import type { Block, Endnote, Printed, Run, Section } from './print';
import { withoutSuggestions } from './settle';
import { numberParagraphs, styleOf } from './style';
import { numberCitations, usedEvidence } from './walk';

/** The kind of memo, and a banner other than that of its portions: what no document carries. */
export type Imprint = { form: string; language?: string; marking?: string | null };

/**
 * Sets a memo: what the page, the PDF and the other formats show, in reading order. Citations are
 * numbered by first appearance, footnotes have letters, endnotes and source summary are worked out
 * from what is cited, and the banner from its portions. A portion's mark stands before its words,
 * and is words like them. What is only suggested is not in it.
 */
export function setMemo(whole: Node, evidence: Evidence, imprint: Imprint): Printed {
  const document = withoutSuggestions(whole);
  const setter = setterOf(document, evidence);
  const sections: Section[] = [];
  document.forEach((child) => {
    if (child.type.name === 'section') sections.push(setSection(child, setter));
  });
  return {
    language: imprint.language ?? 'en',
    title: titleOf(document),
    form: imprint.form,
    fields: setFields(document),
    sections,
    marking: imprint.marking ?? bannerOf(portionsIn(document)),
  };
}

/** What nobody writes, as `setMemo` has it: the source summary and the endnotes, in reading order. */
export function setWorkedOut(whole: Node, evidence: Evidence): Block[] {
  const document = withoutSuggestions(whole);
  const setter = setterOf(document, evidence);
  const blocks: Block[] = [];
  document.descendants((node) => {
    const isWorkedOut = node.type.name === 'source_summary' || node.type.name === 'endnotes';
    if (isWorkedOut) blocks.push(...setBlock(node, setter));
    return node.type.name === 'section';
  });
  return blocks;
}

/** `footnotes` counts those that are set already: each has the next letter. */
type Setter = {
  evidence: Evidence;
  numbers: Map<string, number>;
  /** The numbers of paragraphs, by their ids. */
  paragraphs: Map<string, number>;
  footnotes: number;
  document: Node;
};

function setterOf(document: Node, evidence: Evidence): Setter {
  const [numbers, paragraphs] = [numberCitations(document), numberParagraphs(document)];
  return { evidence, numbers, paragraphs, footnotes: 0, document };
}

function setFields(document: Node): Printed['fields'] {
  const fields: Printed['fields'] = [];
  document.firstChild?.forEach((child) => {
    if (child.type.name !== 'field') return;
    const { name, label } = child.attrs as { name: string; label: string };
    fields.push({ name, label, value: child.textContent });
  });
  return fields;
}

function setSection(section: Node, setter: Setter): Section {
  const { id, name } = section.attrs as { id: string; name: string };
  const [heading, ...blocks] = childrenOf(section);
  return {
    id,
    name,
    heading: heading?.textContent ?? '',
    blocks: blocks.flatMap((block) => setBlock(block, setter)),
  };
}

function setBlock(block: Node, setter: Setter): Block[] {
  const id = block.attrs.id as string;
  switch (block.type.name) {
    case 'paragraph':
      return setParagraph(block, setter);
    case 'subheading':
      return [{ kind: 'heading', id, text: setHeading(block) }];
    case 'quotation':
      return [{ kind: 'quotation', id, blocks: setQuotation(block, setter) }];
    case 'bullet_list':
    case 'ordered_list': {
      const items = childrenOf(block).map((item) => setAll(item, setter));
      return [{ kind: 'list', id, ordered: block.type.name === 'ordered_list', items }];
    }
    case 'table': {
      const rows = childrenOf(block).map((row) =>
        childrenOf(row).map((cell) => ({
          header: cell.type.name === 'table_header',
          blocks: setAll(cell, setter),
        })),
      );
      return [...setPortion(block), { kind: 'table', id, rows }];
    }
    case 'endnotes':
      return [{ kind: 'endnotes', id, notes: setEndnotes(setter) }];
    case 'source_summary': {
      const used = usedEvidence(setter.document, setter.evidence);
      const rows = summariseSources(used.articles, used.assessments);
      return [{ kind: 'facts', id, rows }];
    }
    default:
      throw new Error(`No way to set a ${block.type.name}`);
  }
}

function setAll(parent: Node, setter: Setter): Block[] {
  return childrenOf(parent).flatMap((child) => setBlock(child, setter));
}

/** `around` is the mark of what the paragraph stands in and opens. */
function setParagraph(paragraph: Node, setter: Setter, around: PortionMark | null = null): Block[] {
  const { id, prompt } = paragraph.attrs as { id: string; prompt: string | null };
  if (paragraph.childCount === 0) return prompt ? [{ kind: 'place', id, prompt }] : [];
  const runs = childrenOf(paragraph).flatMap((each) => setRun(each, setter));
  const mark = portionText([around, portionOf(paragraph)].filter((each) => each !== null));
  const number = setter.paragraphs.get(id);
  const set = mark === '' ? runs : [plain(`${mark} `), ...runs];
  return [{ kind: 'paragraph', id, runs: set, ...(number !== undefined && { number }) }];
}

/** The mark of a quotation stands before its first words. */
function setQuotation(quotation: Node, setter: Setter): Block[] {
  let mark = portionOf(quotation);
  return childrenOf(quotation).flatMap((paragraph) => {
    const set = setParagraph(paragraph, setter, mark);
    if (paragraph.childCount > 0) mark = null;
    return set;
  });
}

function setHeading(heading: Node): string {
  const [mark, words] = [portionOf(heading), heading.textContent];
  return mark === null || words.trim() === '' ? words : `${portionText([mark])} ${words}`;
}

/** That of a table stands above it. */
function setPortion(table: Node): Block[] {
  const mark = portionOf(table);
  if (mark === null) return [];
  const id = `${table.attrs.id}.portion`;
  return [{ kind: 'paragraph', id, runs: [plain(portionText([mark]))] }];
}

function plain(text: string): Run {
  return { kind: 'text', text, strong: false, emphasis: false };
}

function setRun(inline: Node, setter: Setter): Run | [] {
  switch (inline.type.name) {
    case 'quote':
      return {
        kind: 'quote',
        text: inline.textContent,
        assessment: inline.attrs.assessment as string,
      };
    case 'citation': {
      const { article, paragraph } = inline.attrs as { article: string; paragraph: number };
      const note = setter.numbers.get(`${article} ${paragraph}`) ?? 0;
      return { kind: 'citation', note, article, paragraph };
    }
    case 'footnote': {
      if (!isSetFootnote(inline)) return [];
      const letter = letterAfter(setter.footnotes);
      setter.footnotes += 1;
      return { kind: 'footnote', letter, text: inline.textContent };
    }
    case 'hard_break':
      return { kind: 'break' };
    default: {
      const has = (name: string) => inline.marks.some((mark) => mark.type.name === name);
      const text = inline.text ?? '';
      return { kind: 'text', text, strong: has('strong'), emphasis: has('emphasis') };
    }
  }
}

function setEndnotes(setter: Setter): Endnote[] {
  const { endnotes: style } = styleOf(setter.document);
  const seen = new Set<string>();
  return [...setter.numbers].map(([key, number]) => {
    const [id = '', numeral = ''] = key.split(' ');
    const paragraph = Number(numeral);
    const article = setter.evidence.articles.find((each) => each.id === id);
    const text = article
      ? describeSource(style, { article, paragraph, isFirst: !seen.has(id) })
      : `A source that is no longer in the store, paragraph ${numeral}.`;
    seen.add(id);
    return { number, article: id, paragraph, text };
  });
}

function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index));
}
