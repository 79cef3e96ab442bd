import { emptySection, type Head, headerOf, sectionFrame } from '../assemble';
import { node, paragraph, text } from '../assemble/nodes';
import { type DocumentJson, readDocument } from '../document/document';
import { documentVersion } from '../document/schema';
import type { TemplateField, TemplateSection } from '../template';
import type { Draft, DraftPart } from './draft';

/** A draft in a template's form, and what became of its parts, in sentences. */
export type PlacedDraft = { document: DocumentJson; notes: string[] };

const fold = (words: string) =>
  words
    .replace(/[\s:]+/g, ' ')
    .trim()
    .toLowerCase();

const fills: Record<string, TemplateField['fill']> = {
  to: 'to',
  from: 'from',
  date: 'date',
  subject: 'subject',
  subj: 'subject',
  re: 'subject',
};

/**
 * A draft in the form of a template: sections that are called as the template's take their places, all
 * others stay sections of their own, and nothing that is written is left out. `head` has what stands
 * in lines of the head that the draft has not.
 */
export function placeDraft(draft: Draft, head: Head): PlacedDraft {
  const notes: string[] = [];
  const { template } = head;
  const header = headerOf(head) as { content: DocumentJson[] };
  const left: DraftPart = { heading: '', blocks: [] };
  const taken = new Map<string, string>();
  for (const { label, value } of draft.fields) {
    const field = template.fields.find((each) => isField(each, label) && !taken.has(each.name));
    if (field) taken.set(field.name, value);
    else if (fills[fold(label)] !== 'subject' || value !== head.title)
      left.blocks.push(
        paragraph(`word.head-${left.blocks.length + 1}`, text(`${label}: ${value}`)),
      );
  }
  if (left.blocks.length > 0)
    notes.push('The template’s head has no place for some lines; they open the text.');
  const [title, ...fields] = header.content;
  const filled = fields.map((json) => {
    const { name } = (json as { attrs: { name: string } }).attrs;
    const value = taken.get(name);
    return value === undefined ? json : { ...json, content: text(value) };
  });
  const first = draft.parts[0]?.heading === '' ? draft.parts[0] : null;
  const opening = { heading: '', blocks: [...left.blocks, ...(first?.blocks ?? [])] };
  const parts = [
    ...(opening.blocks.length > 0 ? [opening] : []),
    ...draft.parts.slice(first ? 1 : 0),
  ];
  const sections = placeParts(parts, head, notes);
  const { numbered, endnotes } = template;
  const document = node('doc', { version: documentVersion, numbered, endnotes }, [
    { ...header, content: [title as DocumentJson, ...filled] },
    ...sections,
  ]);
  readDocument(document);
  return { document, notes };
}

function isField(field: TemplateField, label: string): boolean {
  const fill = fills[fold(label)];
  return fold(field.label) === fold(label) || (fill !== undefined && field.fill === fill);
}

/** The template's sections in their order, and behind the one it followed each that it has not. */
function placeParts(parts: DraftPart[], head: Head, notes: string[]): DocumentJson[] {
  const { sections } = head.template;
  const held = new Map<TemplateSection, DraftPart>();
  const behind = new Map<TemplateSection | null, DocumentJson[]>();
  let last: TemplateSection | null = null;
  let count = 0;
  for (const part of parts) {
    const section = sections.find(
      (each) => part.heading !== '' && fold(each.heading) === fold(part.heading) && !held.has(each),
    );
    if (section) {
      held.set(section, part);
      last = section;
      continue;
    }
    const heading = part.heading || 'Opening';
    notes.push(
      part.heading
        ? `The template has no section “${heading}”; it is kept as a section of its own.`
        : 'What stands before the first heading is kept as a section called “Opening”.',
    );
    behind.set(last, [...(behind.get(last) ?? []), ownSection(`word-${++count}`, heading, part)]);
  }
  return [
    ...(behind.get(null) ?? []),
    ...sections.flatMap((section) => [
      templateSection(section, held.get(section), head, notes),
      ...(behind.get(section) ?? []),
    ]),
  ];
}

function ownSection(name: string, heading: string, { blocks }: DraftPart): DocumentJson {
  const content = blocks.length > 0 ? blocks : [paragraph(`${name}.empty`, [])];
  return node('section', { id: name, name }, [node('heading', {}, text(heading)), ...content]);
}

function templateSection(
  section: TemplateSection,
  part: DraftPart | undefined,
  head: Head,
  notes: string[],
): DocumentJson {
  if (!part || part.blocks.length === 0) return emptySection(section, head);
  const bare = { ...section, prompts: [], lines: [] };
  const isFacts = section.fill === 'source-summary';
  const written = part.blocks.filter((block) => !(isFacts && block.type === 'table'));
  if (written.length < part.blocks.length)
    notes.push(`The table under “${section.heading}” is worked out anew from what is quoted.`);
  const derived = section.fill === 'endnotes' || isFacts ? derivedBlocks(section, head) : [];
  return sectionFrame(bare, [...derived, ...written], head);
}

/** What is worked out in a section, without its places to write. */
function derivedBlocks(section: TemplateSection, head: Head): DocumentJson[] {
  const { content = [] } = emptySection(section, head) as { content?: DocumentJson[] };
  return content.filter(({ type }) => type === 'endnotes' || type === 'source_summary');
}
