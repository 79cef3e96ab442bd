import { Fragment, Node } from 'prosemirror-model';
import { emptyField, emptySection } from '../assemble';
import { freeSlug } from '../intake/slug';
import type { Template, TemplateField, TemplateSection } from '../template';
import { titleOf } from './document';
import { schema } from './schema';

/** From which version of its template to which a document is moved, and the day that it is done. */
export type Moving = { from: Template; to: Template; date: string };

/** A document on another version of its template, and what became of what people wrote, in sentences. */
export type Moved = { document: Node; notes: string[] };

/**
 * The document on another version of its template: sections and lines of the head as that one has
 * them, the new ones empty. Nothing that people wrote is lost: a section or line that the version
 * does not have any more stays while something is written in it, in its place among the others, and
 * is named; a heading that was changed here stays too.
 */
export function moveDocument(document: Node, moving: Moving): Moved {
  const notes: string[] = [];
  const content = [moveHead(document, moving, notes), ...moveSections(document, moving, notes)];
  const { numbered, endnotes } = moving.to;
  const attrs = { ...document.attrs, numbered, endnotes };
  return { document: schema.topNodeType.createChecked(attrs, content), notes };
}

const fromJson = (json: unknown) => Node.fromJSON(schema, json);

/** What fills a line of the head with something of the memo's own, so that another line can take it over. */
const carried: TemplateField['fill'][] = ['to', 'from', 'date', 'decision'];

function moveHead(document: Node, { from, to, date }: Moving, notes: string[]): Node {
  const [head] = document.children;
  const title = head?.firstChild ?? schema.nodes.title.create();
  const were = head?.children.filter(({ type }) => type.name === 'field') ?? [];
  const left = new Map(were.map((field) => [field.attrs.name as string, field]));
  const take = (name: string) => {
    const field = left.get(name);
    left.delete(name);
    return field;
  };
  const known = new Set(to.fields.map(({ name }) => name));
  const fields = to.fields.map((field) => {
    const same = take(field.name) ?? take(replaced(field, from, known) ?? '');
    if (same)
      return same.type.create(
        { ...same.attrs, name: field.name, label: field.label },
        same.content,
      );
    return fromJson(emptyField(field, { template: to, date, title: titleOf(document) }));
  });
  const kept = [...left.values()].filter((field) => {
    const before = from.fields.find(({ name }) => name === field.attrs.name);
    const words = field.textContent.trim();
    const isForms =
      words === '' ||
      (before?.fill === 'given' && words === before.words) ||
      (before?.fill === 'subject' && words === titleOf(document));
    if (!isForms)
      notes.push(
        `The line “${field.attrs.label}” is not in the new version. It says something and stays.`,
      );
    return !isForms;
  });
  return schema.nodes.header.create(null, [title, ...fields, ...kept]);
}

/** The line that went and held what this new one is for. */
function replaced(field: TemplateField, from: Template, known: Set<string>): string | undefined {
  if (!carried.includes(field.fill)) return undefined;
  return from.fields.find(({ name, fill }) => fill === field.fill && !known.has(name))?.name;
}

function moveSections(document: Node, moving: Moving, notes: string[]): Node[] {
  const { from, to } = moving;
  const were = document.children.filter(({ type }) => type.name === 'section');
  const taken = idsIn(document);
  const find = (list: TemplateSection[], name: string) => list.find((each) => each.name === name);
  const are = to.sections.map((section) => {
    const was = were.find(({ attrs }) => attrs.name === section.name);
    const fresh = withFreeIds(
      fromJson(emptySection(section, { template: to, date: moving.date })),
      taken,
    );
    return was
      ? moveSection(was, fresh, { before: find(from.sections, section.name), now: section, notes })
      : fresh;
  });
  were.forEach((section, index) => {
    const { name } = section.attrs as { name: string };
    if (find(to.sections, name)) return;
    const heading = section.firstChild?.textContent ?? '';
    const kept = keepSection(section, find(from.sections, name));
    if (!kept) {
      notes.push(`“${heading}” goes: nobody has written in it.`);
      return;
    }
    const above = were
      .slice(0, index)
      .findLast(({ attrs }) => are.some((each) => each.attrs.name === attrs.name));
    const at = are.findIndex(({ attrs }) => attrs.name === above?.attrs.name) + 1;
    are.splice(at, 0, kept);
    notes.push(
      `“${heading}” is not in the new version. What is written in it stays, section and all.`,
    );
  });
  return are;
}

function idsIn(document: Node): Set<string> {
  const ids = new Set<string>();
  document.descendants(({ attrs }) => {
    if (attrs.id) ids.add(attrs.id as string);
  });
  return ids;
}

/** A new section whose blocks have ids that nothing in the memo has: words may have gone from one to another. */
function withFreeIds(section: Node, taken: Set<string>): Node {
  const blocks = section.children.map((block) => {
    if (!block.attrs.id) return block;
    const id = freeSlug(block.attrs.id as string, taken);
    return block.type.create({ ...block.attrs, id }, block.content, block.marks);
  });
  return section.copy(Fragment.fromArray(blocks));
}

type Both = { before: TemplateSection | undefined; now: TemplateSection; notes: string[] };

/** A section of both versions: what was written, under the new heading, with what the form now has. */
function moveSection(was: Node, fresh: Node, { before, now, notes }: Both): Node {
  const [heading, ...blocks] = was.children;
  const [named, ...offered] = fresh.children;
  const isChanged = before !== undefined && heading?.textContent !== before.heading;
  if (isChanged && heading && now.heading !== before.heading && heading.textContent !== now.heading)
    notes.push(
      `The heading “${heading.textContent}” was changed here and stays; the template now says “${now.heading}”.`,
    );
  const gone = (block: Node) =>
    isWorkedOut(block)
      ? !offered.some(({ type }) => type === block.type)
      : isFormsOwn(block, before) && !isStillOffered(block, now);
  const kept = blocks.filter((block) => !gone(block));
  const [top, bottom] = [
    offered.filter(isWorkedOut),
    offered.filter((block) => !isWorkedOut(block)),
  ];
  const added = top.filter(({ type }) => !kept.some((block) => block.type === type));
  const more = bottom.filter((block) => isNew(block, before, now));
  const content = [...added, ...kept, ...more];
  const filled = content.length > 0 ? content : bottom.length > 0 ? bottom : [placeIn(was)];
  return was.copy(
    Fragment.fromArray(
      [isChanged && heading ? heading : (named ?? heading), ...filled].filter(
        (each) => each !== undefined,
      ),
    ),
  );
}

/** A section that went, as long as somebody wrote in it, without what is worked out elsewhere now. */
function keepSection(section: Node, before: TemplateSection | undefined): Node | null {
  const [heading, ...blocks] = section.children;
  const isNamed = before !== undefined && heading?.textContent !== before.heading;
  const isWritten = blocks.some((block) => hasWords(block) && !isFormsOwn(block, before));
  if (!heading || !(isNamed || isWritten)) return null;
  const kept = blocks.filter((block) => !isWorkedOut(block));
  return section.copy(
    Fragment.fromArray([heading, ...(kept.length > 0 ? kept : [placeIn(section)])]),
  );
}

function placeIn({ attrs }: Node): Node {
  return schema.nodes.paragraph.create({
    id: `${attrs.name}.place`,
    prompt: 'what this section is to say',
  });
}

function isWorkedOut({ type }: Node): boolean {
  return type.name === 'endnotes' || type.name === 'source_summary';
}

function hasWords(block: Node): boolean {
  let found = false;
  block.descendants((node) => {
    found ||= node.isInline;
    return !found;
  });
  return found;
}

/** What the template put there and nobody touched: a place still to be written, or its own words. */
function isFormsOwn(block: Node, section: TemplateSection | undefined): boolean {
  if (block.type.name !== 'paragraph' || !section) return false;
  if (block.childCount === 0) return section.prompts.includes(block.attrs.prompt);
  const isBoilerplate = block.children.every(({ marks }) =>
    marks.some(({ type, attrs }) => type.name === 'sentence' && attrs.kind === 'boilerplate'),
  );
  return isBoilerplate && section.lines.some((line) => isLine(block, line));
}

function isStillOffered(block: Node, { prompts, lines }: TemplateSection): boolean {
  return block.childCount === 0
    ? prompts.includes(block.attrs.prompt)
    : lines.some((line) => isLine(block, line));
}

/** Whether a paragraph is this line of the form, whatever day it gives for the decision. */
function isLine(block: Node, line: string): boolean {
  const parts = line.split('{decision}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\p{L}\\p{N}, ]+')}$`, 'u').test(block.textContent);
}

/** What the new version offers in a section and the one before did not. */
function isNew(block: Node, before: TemplateSection | undefined, now: TemplateSection): boolean {
  if (!before) return false;
  if (block.childCount === 0)
    return now.prompts.includes(block.attrs.prompt) && !before.prompts.includes(block.attrs.prompt);
  return !before.lines.some((line) => isLine(block, line));
}
