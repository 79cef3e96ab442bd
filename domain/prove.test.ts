import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { hashText } from './article';
import { assemble } from './assemble';
import { readDocument } from './document/document';
import { exportMemoFile } from './memo-file';
import { prove, verdictOf } from './prove';
import { policyBrief } from './template/policy-brief';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const order = { template: policyBrief, issues, title: 'Talks', to: '', from: '' };
const document = readDocument(assemble({ ...order, evidence, date: '2012-12-17' }));
const memo = { form: 'Policy brief', document, evidence };
type File = { evidence: typeof evidence };

/** What is found of a memo file's quotes alone: the pages are held against it in the server's test. */
function found(change: (file: File) => void, from = memo) {
  const file = JSON.parse(exportMemoFile(from, 7)) as File;
  change(file);
  return prove(JSON.stringify(file), []);
}

function paragraphOf(file: File, number: number) {
  const paragraph = file.evidence.articles[0]?.paragraphs.find((each) => each.number === number);
  if (!paragraph) throw new Error(`There is no paragraph ${number}.`);
  return paragraph;
}

describe('of a memo file', () => {
  test('each quote stands that stands in its paragraph', () => {
    const { quotes, version } = found(() => {});
    expect(quotes.length).toBeGreaterThan(5);
    expect(version).toBe(7);
    for (const { state, reason, paragraphs, speaker } of quotes) {
      expect(state).toBe('exact');
      expect(reason).toBeNull();
      expect(speaker).toMatch(/Joshi|Dalton|statement/);
      expect(paragraphs.every(({ paragraph }) => paragraph.isWhole)).toBe(true);
    }
  });

  test('a changed word in a paragraph is found by its hash', () => {
    const proof = found((file) => {
      paragraphOf(file, 12).text = paragraphOf(file, 12).text.replace('stalemate', 'victory');
    });
    expect(proof.faults.join()).toContain('Paragraph 12');
    const quote = proof.quotes.find(({ text }) => text.includes('stalemate'));
    expect(quote).toMatchObject({ state: 'source-changed' });
    expect(verdictOf(proof)).toContain('Not proved');
  });

  test('a changed word and a new hash are found by the quote', () => {
    const { stands, quotes } = found((file) => {
      const paragraph = paragraphOf(file, 12);
      paragraph.text = paragraph.text.replace('stalemate', 'victory');
      paragraph.sha256 = hashText(paragraph.text);
    });
    expect(stands).toBe(false);
    const quote = quotes.find(({ text }) => text.includes('stalemate'));
    expect(['altered', 'not-found']).toContain(quote?.state);
  });

  test('a changed hash is found', () => {
    const { faults } = found((file) => {
      paragraphOf(file, 12).sha256 = hashText('other words');
    });
    expect(faults.join()).toContain('Paragraph 12');
  });

  test('a paragraph with something off the record is kept back, and its quotes say so', () => {
    const twelve = article.paragraphs.find(({ number }) => number === 12);
    const keptBack = new Set([twelve?.id ?? '']);
    const text = exportMemoFile({ ...memo, keptBack }, 7);
    expect(text).not.toContain(twelve?.text.slice(0, 60));
    const quote = prove(text, []).quotes.find((each) => each.text.includes('stalemate'));
    expect(quote).toMatchObject({ state: 'kept-back', paragraphs: [] });
  });
});
