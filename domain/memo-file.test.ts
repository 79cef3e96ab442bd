import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { hashText } from './article';
import { assemble } from './assemble';
import { readDocument, writeDocument } from './document/document';
import { readMemoFile, writeMemoFile } from './memo-file';
import { policyBrief } from './template/policy-brief';

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
