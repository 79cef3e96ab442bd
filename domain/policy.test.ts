import { describe, expect, test } from 'vitest';
import { audiences, type Level, levels, type MemoSubject } from './access';
import { type Action, can, type MemoAction, policy } from './policy';
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
  'memo.derive': 'administrator editor',
  'memo.edit': 'administrator editor',
  'memo.assemble': 'administrator editor',
  'memo.suggest': 'administrator editor reviewer',
  'memo.comment': 'administrator editor reviewer',
  'memo.share': 'administrator editor',
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

const ofMemos = actions.filter((action): action is MemoAction => policy[action].scope === 'memo');
const plain = actions.filter((action) => policy[action].scope !== 'memo');

describe.each(plain)('%s', (action) => {
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
});

/** What a memo lets whoever is meant do, roles aside; every situation has its row. */
const reading = 'memo.read memo.export clearance.read clearance.answer';
const commenting = `${reading} memo.comment`;
const suggesting = `${commenting} memo.suggest`;
const editing = `${suggesting} memo.edit`;
const ofTeam = 'memo.derive memo.assemble clearance.manage';
const situations: Record<string, string> = {
  'our memo, open': `${editing} ${ofTeam}`,
  'our memo, open, kept': `${editing} ${ofTeam} memo.share`,
  'our memo, named': '',
  'our memo, named, asked': `${commenting} memo.derive`,
  'our memo, named, read': `${reading} memo.derive`,
  'our memo, named, comment': `${commenting} memo.derive`,
  'our memo, named, suggest': `${suggesting} memo.derive`,
  'our memo, named, edit': `${editing} ${ofTeam}`,
  'our memo, named, kept': `${editing} ${ofTeam} memo.share`,
  'their memo': '',
  'their memo, read': reading,
  'their memo, comment': commenting,
  'their memo, suggest': suggesting,
  'their memo, edit': editing,
};

type Around = {
  place: 'ours' | 'theirs';
  audience: (typeof audiences)[number];
  level: Level | null;
  standing: 'none' | 'author' | 'officer' | 'asked';
  role: Role;
};

function situationOf({ place, audience, level, standing, role }: Around): string {
  if (place === 'theirs') return level ? `their memo, ${level}` : 'their memo';
  const isKept = standing === 'author' || standing === 'officer' || role === 'administrator';
  const open = `our memo, ${audience === 'team' ? 'open' : 'named'}`;
  if (isKept) return `${open}, kept`;
  if (audience === 'team') return open;
  // Whoever is asked comments at least, whatever they were given.
  if (standing === 'asked' && (level === null || level === 'read')) return `${open}, asked`;
  return level ? `${open}, ${level}` : open;
}

function memoOf({ place, audience, level, standing }: Around): MemoSubject {
  return {
    teamId: place,
    access: {
      audience,
      authorId: standing === 'author' ? 'me' : 'somebody',
      officers: standing === 'officer' ? ['me'] : ['somebody'],
      asked: standing === 'asked' ? ['me', 'another'] : [],
      grants: [{ userId: 'another', level: 'edit' }, ...(level ? [{ userId: 'me', level }] : [])],
    },
  };
}

const around: Around[] = (['ours', 'theirs'] as const).flatMap((place) =>
  audiences.flatMap((audience) =>
    [null, ...levels].flatMap((level) =>
      (['none', 'author', 'officer', 'asked'] as const).flatMap((standing) =>
        roles.map((role) => ({ place, audience, level, standing, role })),
      ),
    ),
  ),
);

test('every situation that a memo can be in has its row, and the other way round', () => {
  expect(new Set(around.map(situationOf))).toEqual(new Set(Object.keys(situations)));
  const words = new Set(Object.values(situations).join(' ').split(' ').filter(Boolean));
  expect([...words].sort()).toEqual([...ofMemos].sort());
});

describe.each(ofMemos)('%s', (action) => {
  test.each(around)('$place, $audience, $level, $standing, by a $role', (each) => {
    const lets = situations[situationOf(each)]?.split(' ').includes(action);
    // Whom the memo names or asks may comment, whatever their role.
    const isAsked = each.place === 'ours' && each.standing === 'asked';
    const isNamed = isAsked || ['comment', 'suggest', 'edit'].includes(each.level ?? '');
    const byRole = matrix[action].split(' ').includes(each.role);
    const expected = lets && (byRole || (action === 'memo.comment' && isNamed));
    expect(can(actor(each.role), action, memoOf(each))).toBe(expected);
  });

  test('by somebody signed out', () => {
    for (const each of around) expect(can(null, action, memoOf(each))).toBe(false);
  });

  test.each(roles)('to a memo of which is not known whom it is open to, by a %s', (role) => {
    expect(can(actor(role), action, { teamId: 'ours' } as MemoSubject)).toBe(false);
  });
});

test.each(['memo.shred', 'toString', '__proto__'])('an unknown action is refused: %s', (action) => {
  expect(can(actor('administrator'), action as Action, { teamId: 'ours' })).toBe(false);
});
