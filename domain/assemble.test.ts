import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { type AssemblyInput, assemble, chooseAssessments } from './assemble';
import { quotedStrings } from './assessment';
import { readDocument } from './document/document';
import { setMemo } from './document/set';
import { quotesIn } from './document/walk';
import { policyBrief } from './template/policy-brief';
import { prepareVerifier, verifyQuotes } from './verify';

const demonstration = readDemonstration((name) => name);
const input: AssemblyInput = {
  template: policyBrief,
  evidence: { articles: [demonstration.article], assessments: demonstration.assessments },
  issues: demonstration.issues,
  title: 'U.S.-Pakistani talks',
  to: 'The Under Secretary',
  from: 'South Asia desk',
  date: '2012-12-17',
};
const document = readDocument(assemble(input));

/** The words of one section, quotes in quotation marks, citations left out. */
function wordsOf(name: string): string {
  const printed = setMemo(document, input.evidence, { form: 'Policy brief' });
  return JSON.stringify(printed.sections.find((section) => section.name === name));
}

describe('a brief assembled from the demonstration article', () => {
  test('quotes each of the 14 quoted strings of the article, verbatim', () => {
    const inArticle = demonstration.article.paragraphs
      .filter((paragraph) => paragraph.number !== null)
      .flatMap((paragraph) => [...paragraph.text.matchAll(/“([^”]+)”/g)].map((m) => m[1]));
    expect(inArticle).toHaveLength(14);
    const quoted = quotesIn(document).map((quote) => quote.text);
    expect(new Set(quoted)).toEqual(new Set(inArticle));
    expect(demonstration.assessments.flatMap(quotedStrings).sort()).toEqual(inArticle.sort());
  });

  test('passes its own check, every quote exact', () => {
    const states = verifyQuotes(document, prepareVerifier(input.evidence)).map((f) => f.state);
    expect(new Set(states)).toEqual(new Set(['exact']));
  });

  test('is the same document each time', () => {
    expect(assemble(input)).toEqual(assemble(structuredClone(input)));
  });

  test('states agreement from stances, and never counts silence or a group twice', () => {
    const experts = wordsOf('experts');
    expect(experts).toContain(
      'Both Toby Dalton and Sharad Joshi hold that the talks should continue.',
    );
    expect(experts).toContain(
      'Neither Sharad Joshi nor Toby Dalton holds that this round of talks made progress.',
    );
    expect(experts).toContain('on different grounds: Dalton, that each side asks');
    expect(experts).toContain(
      'Toby Dalton does not hold that such talks can settle concerns about the growth',
    );
    expect(experts).toContain('Sharad Joshi does not take a side on it in these sources.');
  });

  test('gives a reported view to whose view it is', () => {
    expect(wordsOf('experts')).toContain('giving the view of Pakistan');
  });

  test('holds nothing that is neither copied, bound nor a place to write', () => {
    const loose: string[] = [];
    document.descendants((node, _position, parent) => {
      if (node.isText && parent?.type.name === 'paragraph' && node.marks.length === 0)
        loose.push(node.text ?? '');
    });
    expect(loose).toEqual([]);
  });

  test('leaves implications and recommendations as places to write', () => {
    expect(wordsOf('implications')).toContain('"kind":"place"');
    expect(wordsOf('recommendations')).toContain('"kind":"place"');
  });

  test('says what can be said of its sources without judging them', () => {
    const summary = wordsOf('source-summary');
    expect(summary).toContain('1 source');
    expect(summary).toContain('unsigned as stored, no address');
    expect(summary).toContain('2 named speakers');
    expect(summary).toContain('Pakistani officials');
    expect(summary).toContain('One independent stream');
  });
});

describe('assembly refuses with a sentence', () => {
  test.each([
    ['at least one article', { evidence: { articles: [], assessments: [] } }],
    ['at least one issue', { issues: [] }],
    ['Give the memo a title', { title: '  ' }],
  ])('%s', (words, change) => {
    expect(() => assemble({ ...input, ...change })).toThrow(words);
  });
});

test('only statements on the chosen issues are chosen', () => {
  const [talking] = demonstration.issues;
  const chosen = chooseAssessments(
    demonstration.assessments,
    [demonstration.article],
    talking ? [talking] : [],
  );
  expect(chosen.map((each) => each.id)).toEqual(['assessment-3', 'assessment-14', 'assessment-16']);
});

describe('with the positions matrix', () => {
  const withMatrix = readDocument(assemble({ ...input, matrix: true }));
  const printed = setMemo(withMatrix, input.evidence, { form: 'Policy brief' });
  const experts = printed.sections.find((section) => section.name === 'experts');
  const table = experts?.blocks.find((block) => block.kind === 'table');
  const cells = table?.kind === 'table' ? table.rows : [];
  const wordsAt = (row: number, column: number) => JSON.stringify(cells[row]?.[column]);

  test('has a row for each issue and a column for each analyst', () => {
    expect(cells.map((row) => row.length)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(wordsAt(0, 1)).toContain('South Asia specialist, James Martin Center');
  });

  test('says who is silent, what is relayed, and what is one statement of two', () => {
    expect(wordsAt(5, 1)).toContain('Silent');
    expect(wordsAt(4, 1)).toContain('Relays the view of Pakistan: ');
    expect(wordsAt(4, 1)).toContain('One statement, with Toby Dalton: ');
    expect(wordsAt(2, 2)).toContain('Disagrees.');
  });

  test('binds every quote, and each stands', () => {
    const states = verifyQuotes(withMatrix, prepareVerifier(input.evidence)).map((f) => f.state);
    expect(states.length).toBeGreaterThan(quotesIn(document).length);
    expect(new Set(states)).toEqual(new Set(['exact']));
  });
});
