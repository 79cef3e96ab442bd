import { Node } from 'prosemirror-model';
import type { Article, Paragraph } from '../article';
import type { Assessment } from '../assessment';
import { type DocumentJson, writeDocument } from '../document/document';
import { schema } from '../document/schema';

/**
 * What the parts of an article's older version are called in its newer one: ids of assessments and
 * paragraphs, and citations as "article-version-id paragraph-number". What has no part in the newer
 * version is not named: it goes on leading to the older one.
 */
export type Names = ReadonlyMap<string, string>;

/** An article version with the assessments found in it. */
export type Held = { article: Article; assessments: Assessment[] };

/**
 * The names of an older version's parts in a newer one. `carried` leads from an older assessment's id
 * to the newer one's. A paragraph is the same where it says the same, or else where a carried
 * statement stands in it now.
 */
export function namesBetween(older: Held, newer: Held, carried: Names): Names {
  const names = new Map<string, string>();
  const paragraphs = pairParagraphs(older, newer, carried);
  for (const { id } of older.assessments) {
    const now = carried.get(id);
    if (now !== undefined) names.set(id, now);
  }
  for (const [was, is] of paragraphs) {
    names.set(was.id, is.id);
    const [from, to] = [was.number, is.number];
    if (from !== null && to !== null)
      names.set(`${older.article.id} ${from}`, `${newer.article.id} ${to}`);
  }
  names.set(older.article.id, newer.article.id);
  return names;
}

function pairParagraphs(older: Held, newer: Held, carried: Names): Map<Paragraph, Paragraph> {
  const pairs = new Map<Paragraph, Paragraph>();
  const free = new Set(newer.article.paragraphs.filter(({ number }) => number !== null));
  for (const was of older.article.paragraphs) {
    const is = [...free].find(({ text }) => text === was.text);
    if (!is) continue;
    pairs.set(was, is);
    free.delete(is);
  }
  const now = new Map(newer.assessments.map((each) => [each.id, each]));
  for (const { id, spans } of older.assessments)
    for (const [index, { paragraphId }] of spans.entries()) {
      const was = older.article.paragraphs.find((each) => each.id === paragraphId);
      const place = now.get(carried.get(id) ?? '')?.spans[index]?.paragraphId;
      const is = newer.article.paragraphs.find((each) => each.id === place);
      if (was && is && !pairs.has(was)) pairs.set(was, is);
    }
  return pairs;
}

/** The document with everything that it rests on called by its newer name, and nothing else changed. */
export function renamed(document: Node, names: Names): Node {
  if (names.size === 0) return document;
  return Node.fromJSON(schema, rename(writeDocument(document), names) as DocumentJson);
}

/** Of these documents' parts, how many quotes and citations lead to a newer version by these names. */
export function countRenamed(document: Node, names: Names): number {
  let count = 0;
  document.descendants(({ type, attrs }) => {
    const key =
      type.name === 'citation' ? `${attrs.article} ${attrs.paragraph}` : `${attrs.assessment}`;
    if ((type.name === 'citation' || type.name === 'quote') && names.has(key)) count += 1;
  });
  return count;
}

type Json = { type?: string; attrs?: Record<string, unknown>; marks?: Json[]; content?: Json[] };

function rename(json: Json, names: Names): Json {
  const { attrs, marks, content } = json;
  return {
    ...json,
    ...(attrs ? { attrs: renameAttrs(json, attrs, names) } : {}),
    ...(marks ? { marks: marks.map((each) => rename(each, names)) } : {}),
    ...(content ? { content: content.map((each) => rename(each, names)) } : {}),
  };
}

function renameAttrs({ type }: Json, attrs: Record<string, unknown>, names: Names) {
  const called = (id: unknown) => names.get(`${id}`) ?? id;
  if (type === 'citation') {
    const now = names.get(`${attrs.article} ${attrs.paragraph}`)?.split(' ');
    return now ? { ...attrs, article: now[0], paragraph: Number(now[1]) } : attrs;
  }
  if (type === 'quote') return { ...attrs, assessment: called(attrs.assessment) };
  if (type === 'sentence') return { ...attrs, basis: (attrs.basis as unknown[]).map(called) };
  // Assembly calls a block by what it holds: "experts.ISSUE.ASSESSMENT".
  if (typeof attrs.id === 'string' && attrs.id.includes('.'))
    return { ...attrs, id: attrs.id.split('.').map(called).join('.') };
  return attrs;
}
