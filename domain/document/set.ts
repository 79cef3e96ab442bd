import type { Node } from 'prosemirror-model';
import type { Article } from '../article';
import type { Evidence } from '../assessment';
import { dateInWords } from '../date';
import { summariseSources } from '../source-summary';
import { titleOf } from './document';
import type { Block, Endnote, Printed, Run, Section } from './print';
import { withoutSuggestions } from './settle';
import { numberCitations, usedEvidence } from './walk';

/** Names of the kinds of memo and where it may go; what the document itself does not carry. */
export type Imprint = { form: string; language?: string; marking?: string | null };

/**
 * Sets a memo: what the page, the PDF and the other formats show, in reading order. Citations are
 * numbered by first appearance, endnotes and source summary are worked out from what is cited. What
 * is only suggested is not in it.
 */
export function setMemo(whole: Node, evidence: Evidence, imprint: Imprint): Printed {
  const document = withoutSuggestions(whole);
  const setter: Setter = { evidence, numbers: numberCitations(document), document };
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
    marking: imprint.marking ?? null,
  };
}

type Setter = { evidence: Evidence; numbers: Map<string, number>; document: Node };

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
      return [{ kind: 'heading', id, text: block.textContent }];
    case 'quotation':
      return [{ kind: 'quotation', id, blocks: setAll(block, setter) }];
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
      return [{ kind: 'table', id, rows }];
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

function setParagraph(paragraph: Node, setter: Setter): Block[] {
  const { id, prompt } = paragraph.attrs as { id: string; prompt: string | null };
  if (paragraph.childCount === 0) return prompt ? [{ kind: 'place', id, prompt }] : [];
  return [{ kind: 'paragraph', id, runs: childrenOf(paragraph).map((e) => setRun(e, setter)) }];
}

function setRun(inline: Node, setter: Setter): Run {
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
  return [...setter.numbers].map(([key, number]) => {
    const [id = '', paragraph = ''] = key.split(' ');
    const article = setter.evidence.articles.find((each) => each.id === id);
    const text = article
      ? describeSource(article, Number(paragraph))
      : `A source that is no longer in the store, paragraph ${paragraph}.`;
    return { number, article: id, paragraph: Number(paragraph), text };
  });
}

/** Originator, title, date of publication, paragraph, and where and when it was seen (ICD 206). */
function describeSource(article: Article, paragraph: number): string {
  const parts = [
    article.byline ? `${article.byline}, ` : '',
    `${article.outlet}, “${article.title},” ${dateInWords(article.publishedOn)}, para. ${paragraph}`,
    article.url ? `, ${article.url}` : '',
    article.accessedOn ? `, accessed ${dateInWords(article.accessedOn)}` : '',
  ];
  return `${parts.join('')}.`;
}

function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index));
}
