import { describe, expect, test } from 'vitest';
import { type Action, can, policy } from './policy';
import { type Actor, type Role, roles } from './user';

const actor = (role: Role): Actor => ({
  id: 'me',
  name: 'Me',
  email: 'me@example.org',
  role,
  teamIds: ['ours'],
});

/** Which roles may do what to something of their own team; every action has its row here. */
const matrix: Record<Action, string> = {
  'article.read': 'administrator editor reviewer reader',
  'assessment.read': 'administrator editor reviewer reader',
  'assessment.change': 'administrator editor',
  'article.import': 'administrator editor',
  'article.change': 'administrator editor',
  'expert.read': 'administrator editor reviewer reader',
  'expert.change': 'administrator editor',
  'issue.read': 'administrator editor reviewer reader',
  'issue.change': 'administrator editor',
  'template.read': 'administrator editor reviewer reader',
  'template.create': 'administrator',
  'template.change': 'administrator',
  'memo.read': 'administrator editor reviewer reader',
  'memo.create': 'administrator editor',
  'memo.edit': 'administrator editor',
  'memo.suggest': 'administrator editor reviewer',
  'memo.comment': 'administrator editor reviewer',
  'memo.export': 'administrator editor reviewer reader',
  'export.read': 'administrator editor reviewer reader',
  'export.make': 'administrator editor reviewer reader',
  'clearance.read': 'administrator editor reviewer reader',
  'clearance.manage': 'administrator editor',
  'clearance.answer': 'administrator editor reviewer reader',
  'office.read': 'administrator editor reviewer reader',
  'office.change': 'administrator',
  'delegation.change': 'administrator editor reviewer reader',
  'mail.change': 'administrator editor reviewer reader',
  'notification.read': 'administrator editor reviewer reader',
  'user.read': 'administrator',
  'user.invite': 'administrator',
  'user.change': 'administrator',
  'session.end': 'administrator editor reviewer reader',
  'audit.read': 'administrator',
};

const actions = Object.keys(policy) as Action[];

test('every action of the policy has a row in the matrix, and the other way round', () => {
  expect(Object.keys(matrix).sort()).toEqual([...actions].sort());
});

describe.each(actions)('%s', (action) => {
  test.each(roles)('by a %s of the team', (role) => {
    const subject = { teamId: 'ours', ownerId: 'me' };
    expect(can(actor(role), action, subject)).toBe(matrix[action].split(' ').includes(role));
  });

  test.each(roles)('by a %s of another team', (role) => {
    const allowed = can(actor(role), action, { teamId: 'theirs', ownerId: 'somebody' });
    const everywhere = policy[action].scope === 'everywhere';
    expect(allowed).toBe(everywhere && matrix[action].split(' ').includes(role));
  });

  test('by somebody signed out', () => {
    expect(can(null, action, { teamId: 'ours', ownerId: 'me' })).toBe(false);
  });
});

test.each(roles)('what comes with the house is read by a %s and changed by nobody', (role) => {
  const house = { teamId: null };
  expect(can(actor(role), 'template.read', house)).toBe(true);
  expect(can(actor(role), 'template.change', house)).toBe(false);
  expect(can(actor(role), 'memo.read', house)).toBe(false);
});

test.each(['memo.shred', 'toString', '__proto__'])('an unknown action is refused: %s', (action) => {
  expect(can(actor('administrator'), action as Action, { teamId: 'ours' })).toBe(false);
});
