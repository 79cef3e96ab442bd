import { expect, test } from 'vitest';
import type { MemoAccess, MemoSubject } from './access';
import { cutByRole, effectiveLevel, reasonsFor, shutOut } from './sharing';
import type { Actor, Role } from './user';

const person = (id: string, role: Role, ...teamIds: string[]): Actor => ({
  id,
  name: id,
  email: `${id}@example.org`,
  role,
  teamIds,
});

const memo = (access: Partial<MemoAccess>): MemoSubject => ({
  teamId: 'ours',
  access: { audience: 'team', authorId: 'ann', officers: [], asked: [], grants: [], ...access },
});

const ann = person('ann', 'editor', 'ours');
const head = person('head', 'administrator', 'ours');
const ben = person('ben', 'reviewer', 'ours');
const cy = person('cy', 'reader', 'theirs');

test('why somebody sees a memo, and what they may do there', () => {
  expect(reasonsFor(ann, memo({}))).toEqual(['author', 'editor of the team']);
  expect(reasonsFor(head, memo({ audience: 'named' }))).toEqual(['administrator of the team']);
  expect(reasonsFor(ben, memo({ asked: ['ben'] }))).toEqual([
    'reviewer of the team',
    'asked in clearance',
  ]);
  expect(reasonsFor(ben, memo({ audience: 'named' }))).toEqual([]);
  expect(effectiveLevel(ben, memo({}))).toBe('suggest');
  const shared = memo({ grants: [{ userId: 'cy', level: 'edit' }] });
  expect(reasonsFor(cy, shared)).toEqual(['named']);
  expect(effectiveLevel(cy, shared)).toBe('comment');
  expect(effectiveLevel(cy, memo({}))).toBeNull();
});

test('a level that the role does not reach is told', () => {
  expect(cutByRole('edit', 'reviewer')).toContain('they suggest');
  expect(cutByRole('suggest', 'reader')).toContain('read and comment');
  expect(cutByRole('comment', 'reader')).toBeNull();
  expect(cutByRole('edit', 'editor')).toBeNull();
});

test('who would be shut out: the team, without those who keep it, are named or are asked', () => {
  const dan = person('dan', 'editor', 'ours');
  const eve = person('eve', 'reader', 'ours');
  const open = memo({ asked: ['eve'], grants: [{ userId: 'cy', level: 'read' }] });
  expect(shutOut([ann, head, ben, cy, dan, eve], open)).toEqual([ben, dan]);
});
