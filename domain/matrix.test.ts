import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { describeCell, positionsMatrix } from './matrix';

const { article, assessments, issues } = readDemonstration((name) => name);
const matrix = positionsMatrix(issues, { articles: [article], assessments });

/** A cell as the page reads it: its words, and the paragraphs by how they count. */
function cell(issueId: string, expertId: string) {
  const row = matrix.rows.find(({ issue }) => issue.id === issueId);
  const found = row?.cells[matrix.experts.findIndex((expert) => expert.id === expertId)] ?? null;
  const paragraphs = (kind: 'own' | 'relayed' | 'group') =>
    found?.[kind].map((entry) => entry.paragraph) ?? [];
  return {
    words: describeCell(found),
    own: paragraphs('own'),
    relayed: paragraphs('relayed'),
    group: paragraphs('group'),
  };
}

describe('the matrix of the demonstration article', () => {
  test('has a column for each analyst, and none for a statement that takes no side', () => {
    expect(matrix.experts.map((expert) => expert.name)).toEqual(['Sharad Joshi', 'Toby Dalton']);
  });

  test.each([
    ['talking', 'joshi', { words: 'agrees', own: [22], relayed: [], group: [] }],
    ['talking', 'dalton', { words: 'agrees', own: [21], relayed: [], group: [] }],
    ['round', 'joshi', { words: 'disagrees', own: [3], relayed: [], group: [] }],
    ['round', 'dalton', { words: 'disagrees', own: [7], relayed: [], group: [] }],
    ['deal', 'joshi', { words: 'disagrees', own: [12, 12], relayed: [12], group: [] }],
    ['deal', 'dalton', { words: 'disagrees', own: [8, 8], relayed: [], group: [] }],
    ['arsenal', 'joshi', { words: 'only as another’s view', own: [], relayed: [15], group: [13] }],
    ['arsenal', 'dalton', { words: 'disagrees', own: [19], relayed: [18], group: [13] }],
    ['partnership', 'dalton', { words: 'disagrees', own: [21], relayed: [], group: [] }],
    ['partnership', 'joshi', { words: 'silent', own: [], relayed: [], group: [] }],
  ] as const)('%s, %s', (issue, expert, wanted) => {
    expect(cell(issue, expert)).toEqual(wanted);
  });

  test('a group paraphrase says with whom it is shared, and makes nobody’s position', () => {
    const row = matrix.rows.find(({ issue }) => issue.id === 'arsenal');
    expect(row?.cells[0]?.group[0]?.together).toEqual(['Toby Dalton']);
    expect(row?.cells[0]?.position).toBeNull();
  });

  test('a quotation is given whole, each part between its marks and as the source has it', () => {
    const row = matrix.rows.find(({ issue }) => issue.id === 'talking');
    const entry = row?.cells[0]?.own[0];
    expect(entry?.words).toMatch(/^“The underlying advantage .*,” “Just because .*”$/);
    const paragraph = article.paragraphs.find((each) => each.number === entry?.paragraph);
    for (const part of entry?.parts ?? [])
      if (part.quoted) expect(paragraph?.text).toContain(part.words);
  });
});

test('someone on record both ways is mixed, and as firm as their firmest statement', () => {
  const [first] = assessments.filter((each) => each.holders[0]?.id === 'joshi');
  if (!first) throw new Error('There is no statement by Joshi.');
  const tagged = (id: string, stance: 'agrees' | 'disagrees', strength: 'firm' | 'tentative') => ({
    ...first,
    id,
    issues: [{ issueId: 'round', stance, strength, grounds: '' }],
  });
  const both = [tagged('one', 'agrees', 'tentative'), tagged('two', 'disagrees', 'firm')];
  const made = positionsMatrix(issues.slice(1, 2), { articles: [article], assessments: both });
  expect(describeCell(made.rows[0]?.cells[0] ?? null)).toBe('both ways, firmly');
});
