import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import type { Article } from '../article';
import { assemble } from '../assemble';
import { readDocument } from '../document/document';
import { policyBrief } from '../template/policy-brief';
import { bibtex } from './bibtex';
import { type CitedSource, citedSources, restsOn } from './cited';
import { type CslItem, cslJson } from './csl';

const { article, assessments, issues } = readDemonstration((name) => name);
const uncited = { ...article, id: 'other', slug: 'other', paragraphs: [] };
const evidence = { articles: [article, uncited], assessments };
const order = { template: policyBrief, issues, title: 'Talks', to: '', from: '' };
const document = readDocument(assemble({ ...order, evidence, date: '2012-12-17' }));
const sources = citedSources(document, evidence);

const sourceOf = (changes: Partial<Article>): CitedSource => ({
  key: 'key',
  article: { ...article, ...changes },
  paragraphs: [],
});

/** Reads a .bib file as BibTeX does: braces are counted, whatever stands before them. */
function readBib(text: string): { key: string; fields: Map<string, string> }[] {
  return text.split(/^(?=@article\{)/m).map((entry) => {
    const [, key = '', body = ''] = /^@article\{([^\s,{}]+),\n(.*)\n\}\n+$/s.exec(entry) ?? [];
    const fields = new Map<string, string>();
    let at = 0;
    while (at < body.length) {
      const [head = '', name = ''] = /^\s*([a-z]+) = /.exec(body.slice(at)) ?? [];
      expect(head, body.slice(at)).not.toBe('');
      const start = at + head.length;
      let end = start;
      let depth = 0;
      do {
        if (body[end] === '{') depth += 1;
        if (body[end] === '}') depth -= 1;
        end += 1;
      } while (end < body.length && (depth > 0 || body[end] !== ','));
      fields.set(name, body.slice(start, end));
      at = end + 1;
    }
    return { key, fields };
  });
}

/** What LaTeX sets for a field's text. */
function typeset(value: string): string {
  const named: Record<string, string> = {
    backslash: '\\',
    braceleft: '{',
    braceright: '}',
    asciitilde: '~',
    asciicircum: '^',
  };
  return value
    .replace(/^\{+|\}+$/g, (braces) => (braces.startsWith('{') ? '' : braces.slice(2)))
    .replace(/\\text([a-z]+)\{\}|\\([$&#%_])/g, (_, name, sign) => sign ?? named[name]);
}

describe('the sources of a memo', () => {
  test('are those it rests on, each once, with their paragraphs in order', () => {
    expect(sources.map(({ key }) => key)).toEqual([article.slug]);
    const numbers = sources[0]?.paragraphs ?? [];
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers).toEqual(expect.arrayContaining([3, 7, 12, 22]));
    expect(restsOn([3])).toBe('Rests on para. 3');
    expect(restsOn([3, 7, 12])).toBe('Rests on paras. 3, 7 and 12');
  });

  test('two versions of one article have two keys', () => {
    const later = { ...article, id: 'later' };
    const two = JSON.stringify(document.toJSON()).replace(
      `"article":"${article.id}"`,
      '"article":"later"',
    );
    const found = citedSources(readDocument(JSON.parse(two)), {
      ...evidence,
      articles: [article, later],
    });
    expect(found.map(({ key }) => key)).toEqual([article.slug, `${article.slug}-2`]);
  });

  test('never name who said something', () => {
    const text = cslJson(sources) + bibtex(sources);
    for (const { holders } of assessments)
      for (const { name, kind } of holders) if (kind === 'person') expect(text).not.toContain(name);
  });
});

// Of the schema of CSL 1.0.2, the fields that are used here.
const known = {
  types: ['article-newspaper'],
  fields: ['id', 'type', 'title', 'container-title', 'author', 'issued', 'accessed', 'URL', 'note'],
};

describe('CSL-JSON', () => {
  test('has the fields of CSL 1.0.2 and no others', () => {
    const full = sourceOf({
      byline: 'Ann Lee and Bo Chen',
      url: 'https://a.example/b',
      accessedOn: '2013-01-07',
    });
    const items = JSON.parse(cslJson([...sources, full])) as CslItem[];
    expect(items).toHaveLength(2);
    for (const item of items) {
      expect(known.types).toContain(item.type);
      for (const name of Object.keys(item)) expect(known.fields).toContain(name);
    }
    expect(items[0]).toMatchObject({ id: article.slug, title: article.title });
    expect(items[0]?.issued).toEqual({ 'date-parts': [[2012, 12, 14]] });
    expect(items[0]).not.toHaveProperty('author');
    expect(items[1]).toMatchObject({
      author: [{ literal: 'Ann Lee and Bo Chen' }],
      URL: 'https://a.example/b',
      accessed: { 'date-parts': [[2013, 1, 7]] },
    });
  });
});

describe('BibTeX', () => {
  test('is read back as it was', () => {
    const [entry] = readBib(bibtex(sources));
    expect(entry?.key).toBe(article.slug);
    expect(typeset(entry?.fields.get('title') ?? '')).toBe(article.title);
    expect(entry?.fields.get('month')).toBe('dec');
    expect(entry?.fields.get('year')).toBe('{2012}');
    expect(entry?.fields.get('date')).toBe('{2012-12-14}');
    expect(entry?.fields.has('author')).toBe(false);
  });

  test('keeps any title, byline and address within its field', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'\\{}$&#%_~^"@, a\n“é') });
    fc.assert(
      fc.property(hostile, hostile, (title, byline) => {
        const url = `https://a.example/${title}`;
        const entries = readBib(bibtex([sourceOf({ title, byline, url }), sourceOf({ title })]));
        expect(entries).toHaveLength(2);
        const [first] = entries;
        const flat = (text: string) => text.replace(/\n+/g, ' ');
        expect(typeset(first?.fields.get('title') ?? '')).toBe(flat(title));
        if (byline) expect(typeset(first?.fields.get('author') ?? '')).toBe(flat(byline));
        expect(
          decodeURIComponent(
            first?.fields
              .get('url')
              ?.slice(1, -1)
              .replace(/%(?![0-9A-F]{2})/g, '%25') ?? '',
          ),
        ).toBe(url);
      }),
    );
  });
});
