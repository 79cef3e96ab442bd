import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import published from '@/docs/memo-file.schema.json';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { hashText } from './article';
import { assemble } from './assemble';
import type { Assessment } from './assessment';
import { readDocument, writeDocument } from './document/document';
import { setMemo } from './document/set';
import type { Expert } from './expert';
import { describeMemoFile, exportMemoFile, readMemoFile, writeMemoFile } from './memo-file';
import { policyBrief } from './template/policy-brief';
import { prepareVerifier, unsoundQuotes, verifyQuotes } from './verify';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const order = { template: policyBrief, issues, title: 'Talks', to: '', from: '' };
const document = assemble({ ...order, evidence, date: '2012-12-17' });
const text = writeMemoFile('Policy brief', document, evidence);

/** The file after a change of its JSON. */
function changed(change: (file: ReturnType<typeof parse>) => void): string {
  const file = parse();
  change(file);
  return JSON.stringify(file);
}

function parse() {
  return JSON.parse(text) as {
    format: string;
    version: number;
    document: unknown;
    evidence: typeof evidence;
  };
}

describe('a memo file', () => {
  test('gives back the memo that was written', () => {
    const read = readMemoFile(text);
    expect(read.form).toBe('Policy brief');
    expect(writeDocument(read.document)).toEqual(writeDocument(readDocument(document)));
    expect(read.evidence).toEqual(evidence);
    expect(writeMemoFile(read.form, writeDocument(read.document), read.evidence)).toBe(text);
  });

  test('keeps nothing that the memo does not use', () => {
    const [first, ...rest] = assessments;
    const background = first && { ...first, id: 'secret', groundRule: 'background' as const };
    const more = { articles: [article], assessments: background ? [background, ...rest] : [] };
    const brief = assemble({ ...order, evidence: more, date: '2012-12-17' });
    expect(writeMemoFile('Policy brief', brief, more)).not.toContain('"secret"');
  });
});

// A PDF made from such a file carried the whole paragraph, though another in it spoke on background.
test('a paragraph with something off the record is named in the file, and in no export of it', () => {
  const words = 'very anodyne';
  const paragraph = article.paragraphs.find((each) => each.text.includes(words));
  const secret = new Set([paragraph?.id ?? '']);
  const rest = assessments.filter((each) => each.spans.every(({ text }) => !text.includes(words)));
  const less = { ...evidence, assessments: rest };
  const brief = assemble({ ...order, evidence: less, date: '2012-12-17' });
  const read = readMemoFile(writeMemoFile('Policy brief', brief, less, secret));
  expect(read.keptBack).toEqual(secret);
  expect(JSON.stringify(read.evidence)).toContain(words);
  const cited = { ...read, document: readDocument(document), evidence };
  expect(exportMemoFile({ ...cited, keptBack: new Set() }, null)).toContain(words);
  expect(
    JSON.parse(exportMemoFile(cited, null)).evidence.articles[0].paragraphs,
  ).not.toContainEqual(expect.objectContaining({ id: paragraph?.id }));
});

describe('an exported memo file', () => {
  const memo = { form: 'Policy brief', document: readDocument(document), evidence };
  const exported = exportMemoFile(memo, 7);
  const file = JSON.parse(exported);

  test('keeps to the schema that other programs are given', () => {
    const given = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0]);
    expect(given.safeParse(file).error).toBeUndefined();
    expect(given.safeParse({ ...file, version: 2 }).success).toBe(false);
    expect(given.safeParse({ ...file, evidence: { articles: [{}] } }).success).toBe(false);
    // Changed the schema? Then `docs/memo-file.schema.json` has to say so.
    expect(published).toEqual(JSON.parse(JSON.stringify(describeMemoFile())));
  });

  test('is read again as the same memo, which says the same', () => {
    const read = readMemoFile(exported);
    expect(read.document.eq(memo.document)).toBe(true);
    const set = (from: typeof memo) => setMemo(from.document, from.evidence, from);
    expect(set(read)).toEqual(set(memo));
    expect(unsoundQuotes(verifyQuotes(read.document, prepareVerifier(read.evidence)))).toEqual([]);
  });

  test('reports each quote and what each sentence rests on', () => {
    const { title, version, marking, quotes, sentences } = file.report;
    expect({ title, version, marking }).toEqual({ title: 'Talks', version: 7, marking: null });
    expect(quotes.length).toBeGreaterThan(5);
    for (const quote of quotes) {
      expect(['exact', 'typographic', 'marked']).toContain(quote.state);
      expect(memo.document.nodeAt(quote.position)?.textContent).toBe(quote.text);
    }
    expect(sentences.all).toHaveLength(sentences.tally.total);
    const ids = new Set(
      [...file.evidence.assessments, ...file.evidence.articles[0].paragraphs].map(({ id }) => id),
    );
    for (const { basis } of sentences.all) for (const id of basis) expect(ids).toContain(id);
  });

  test('holds nothing of a source but what the memo rests on', () => {
    const [source] = file.evidence.articles;
    expect(source.paragraphs.length).toBeLessThan(article.paragraphs.length);
    expect(source.paragraphs.every((each: { leftOut: unknown }) => each.leftOut === null)).toBe(
      true,
    );
  });

  test('tells nothing off the record, and no other name of a speaker', () => {
    const hidden: Expert = {
      id: 'x',
      name: 'Q. Hidden',
      kind: 'person',
      aliases: [],
      affiliations: [],
    };
    const secret = assessments.slice(0, 1).map((each): Assessment => {
      return { ...each, holders: [hidden], groundRule: 'background' };
    });
    const told = assessments.slice(1).map((each) => ({
      ...each,
      holders: each.holders.map((holder) => ({ ...holder, aliases: ['a senior official'] })),
    }));
    const text = exportMemoFile(
      { ...memo, evidence: { articles: [article], assessments: [...secret, ...told] } },
      null,
    );
    expect(text).not.toContain('Q. Hidden');
    expect(text).not.toContain('a senior official');
  });
});

const nothing = { articles: [], assessments: [] };

describe('a memo file is refused with a sentence', () => {
  const paragraphOf = (file: ReturnType<typeof parse>) => {
    const [paragraph] = file.evidence.articles[0]?.paragraphs.filter((p) => p.number === 12) ?? [];
    if (!paragraph) throw new Error('There is no paragraph 12.');
    return paragraph;
  };
  test.each([
    ['it is not JSON', text.slice(0, -5)],
    ['its “format” is not “scenesetter-memo”', '{}'],
    ['its “format” is not “scenesetter-memo”', 'null'],
    ['reads version 1', changed((file) => Object.assign(file, { version: 2 }))],
    ['evidence', changed((file) => Object.assign(file, { evidence: undefined }))],
    ["This is not a memo's document", changed((file) => Object.assign(file, { document: {} }))],
    [
      'paragraph 12 of “Pakistan',
      changed((file) => {
        paragraphOf(file).text += ' ';
      }),
    ],
    [
      'does not hold the words of its paragraph',
      changed((file) => {
        const paragraph = paragraphOf(file);
        paragraph.text = paragraph.text.replace('stalemate', 'victory');
        paragraph.sha256 = hashText(paragraph.text);
      }),
    ],
    [
      'a citation leads to paragraph',
      changed((file) => Object.assign(file, { evidence: nothing })),
    ],
  ])('%s', (sentence, file) => {
    expect(() => readMemoFile(file)).toThrow(sentence);
  });
});
