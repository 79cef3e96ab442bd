import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { groupEvidence } from './evidence-list';

const { article, assessments, issues } = readDemonstration((name) => name);
const sources = { evidence: { articles: [article], assessments }, issues };
const names = (by: 'expert' | 'issue', query = '') =>
  groupEvidence(sources, by, query).map((group) => group.name);
const found = (query: string) =>
  groupEvidence(sources, 'expert', query).flatMap(({ lines }) => lines.map((line) => line.words));

describe('the evidence of a memo as a list', () => {
  test('stands under its experts, a statement of two under both names together', () => {
    expect(names('expert')).toContain('Toby Dalton');
    expect(names('expert')).toContain('Sharad Joshi');
    expect(names('expert').some((name) => / and /.test(name))).toBe(true);
    const lines = groupEvidence(sources, 'expert').flatMap((group) => group.lines);
    expect(lines).toHaveLength(assessments.length);
  });

  test('stands under each of its issues, with keys of its own', () => {
    const lines = groupEvidence(sources, 'issue').flatMap((group) => group.lines);
    expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
    for (const issue of issues) expect(names('issue')).toContain(issue.name);
  });

  test.each([
    ['anodyne', 1],
    ['DALTON anodyne', 1],
    ["it's a stalemate", 1],
    ['¶7', 1],
    ['harvest', 0],
  ])('%s finds %i', (query, count) => {
    expect(found(query)).toHaveLength(count);
  });

  test('gives the role as of the article’s date, and the paragraph', () => {
    const [group] = groupEvidence(sources, 'expert', 'anodyne');
    expect(group?.note).toMatch(/Carnegie/);
    expect(group?.lines[0]?.paragraphs).toEqual([7]);
  });
});
