import { beforeEach, describe, expect, test } from 'vitest';
import { roles } from '@/domain/user';
import { buildActor } from '@/prisma/builders';
import { db } from './db';
import { accept, findInvitation, invite, needsSetup, openSetup, setUp } from './invitations';
import { hashPassword } from './passwords';
import { actorOf, endSession, listSessions } from './sessions';
import { resetDatabase } from './test-database';
import { changeUser, listPeople, signIn } from './users';

const password = 'four plain words suffice';
const caller = { address: '192.0.2.7', agent: 'a browser' };

beforeEach(resetDatabase);

async function firstAdministrator() {
  const token = await openSetup();
  const input = { token, name: 'Ada', email: 'ada@example.org', team: 'Desk', password };
  await setUp(input);
  const actor = await actorOf(await signIn('ada@example.org', password, caller));
  if (!actor) throw new Error('The first administrator is not signed in');
  return actor;
}

describe('setting up an empty store', () => {
  test('the setup link makes the first administrator, once', async () => {
    expect(await needsSetup()).toBe(true);
    const old = await openSetup();
    const token = await openSetup();
    const input = { name: 'Ada', email: 'ada@example.org', team: 'Desk', password };
    await expect(setUp({ ...input, token: old })).rejects.toMatchObject({ code: 'not-found' });
    await setUp({ ...input, token });
    expect(await needsSetup()).toBe(false);
    await expect(setUp({ ...input, token, email: 'eve@example.org' })).rejects.toThrow(
      'has been used',
    );
    await expect(openSetup()).rejects.toMatchObject({ code: 'conflict' });
  });

  test('of two at once with one link, one is made', async () => {
    const token = await openSetup();
    const input = { token, name: 'Ada', team: 'Desk', password };
    const tries = ['a', 'b'].map((name) =>
      setUp({ ...input, team: name, email: `${name}@example.org` }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(await db().user.count()).toBe(1);
  });
});

describe('signing in', () => {
  test('a wrong password and an unknown address are refused in the same words', async () => {
    await firstAdministrator();
    const words = 'do not go together';
    await expect(signIn('ada@example.org', 'wrong', caller)).rejects.toThrow(words);
    await expect(signIn('nobody@example.org', 'wrong', caller)).rejects.toThrow(words);
  });

  test('of a hundred right passwords at once no more than a burst gets through', async () => {
    const user = { name: 'Bob', email: 'bob@example.org', role: 'reader' as const };
    await db().user.create({ data: { ...user, passwordHash: await hashPassword(password) } });
    const tries = Array.from({ length: 100 }, () => signIn('bob@example.org', 'wrong', caller));
    const outcomes = await Promise.allSettled(tries);
    const refused = outcomes.filter(
      (each) => each.status === 'rejected' && each.reason.code === 'forbidden',
    );
    expect(refused.length).toBeGreaterThanOrEqual(89);
    await expect(signIn('bob@example.org', password, caller)).rejects.toThrow('Too many tries');
  });

  test('the session’s token is kept as a hash only', async () => {
    const actor = await firstAdministrator();
    const token = await signIn(actor.email, password, caller);
    const rows = await db().session.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await actorOf(token))?.id).toBe(actor.id);
    expect(await actorOf(`${token}x`)).toBeNull();
  });

  test('an ended, an idle and an expired session are nobody’s', async () => {
    const actor = await firstAdministrator();
    const tokens = await Promise.all([1, 2, 3].map(() => signIn(actor.email, password, caller)));
    const sessions = await Promise.all(tokens.map((token) => actorOf(token)));
    const [ended, idle, expired] = sessions.map((session) => session?.sessionId ?? '');
    const longAgo = new Date(Date.now() - 30 * 86_400_000);
    await endSession(actor, ended ?? '');
    await db().session.update({ where: { id: idle }, data: { seenAt: longAgo } });
    await db().session.update({ where: { id: expired }, data: { expiresAt: longAgo } });
    for (const token of tokens) expect(await actorOf(token)).toBeNull();
    expect((await listSessions(actor)).map((session) => session.current)).toEqual([true]);
  });

  test('nobody ends another’s session', async () => {
    const actor = await firstAdministrator();
    const other = await buildActor(db(), 'reader', actor.teamIds);
    await expect(endSession(other, actor.sessionId)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('people', () => {
  test('an invitation is accepted once, with a password of one’s own', async () => {
    const ada = await firstAdministrator();
    const token = await invite(ada, { name: 'Bo', email: 'bo@example.org', role: 'editor' });
    expect(await findInvitation(token)).toEqual({
      setup: false,
      name: 'Bo',
      email: 'bo@example.org',
    });
    await accept({ token, password });
    expect(await findInvitation(token)).toBeNull();
    await expect(accept({ token, password })).rejects.toThrow('has been used');
    const bo = await actorOf(await signIn('bo@example.org', password, caller));
    expect(bo).toMatchObject({ role: 'editor', teamIds: ada.teamIds });
  });

  test('a changed role ends that person’s sessions at once', async () => {
    const ada = await firstAdministrator();
    const token = await invite(ada, { name: 'Bo', email: 'bo@example.org', role: 'editor' });
    await accept({ token, password });
    const session = await signIn('bo@example.org', password, caller);
    const bo = (await listPeople(ada)).find((person) => person.name === 'Bo');
    if (!bo) throw new Error('Bo is not listed');
    await changeUser(ada, { id: bo.id, version: bo.version, active: false });
    expect(await actorOf(session)).toBeNull();
    await expect(signIn('bo@example.org', password, caller)).rejects.toThrow('do not go together');
    const stale = changeUser(ada, { id: bo.id, version: bo.version, active: true });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
  });

  test('the last administrator stays one', async () => {
    const ada = await firstAdministrator();
    const change = { id: ada.id, version: 0 };
    await expect(changeUser(ada, { ...change, role: 'reader' })).rejects.toThrow(
      'stay administrator',
    );
    await expect(changeUser(ada, { ...change, active: false })).rejects.toThrow(
      'stay administrator',
    );
  });

  test.each(roles)('as a %s', async (role) => {
    const ada = await firstAdministrator();
    const actor = await buildActor(db(), role, ada.teamIds);
    const calls = [
      () => listPeople(actor),
      () => invite(actor, { name: 'X', email: 'x@example.org', role: 'reader' }),
      () => changeUser(actor, { id: actor.id, version: 0, role: 'administrator' }),
    ];
    for (const call of calls)
      if (role === 'administrator') await expect(call()).resolves.not.toThrow();
      else await expect(call()).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('the audit log can be added to and never changed', async () => {
  const ada = await firstAdministrator();
  const where = { actorId: ada.id };
  expect(await db().auditEntry.count({ where })).toBeGreaterThan(1);
  await expect(db().auditEntry.updateMany({ where, data: { event: 'nothing' } })).rejects.toThrow();
  await expect(db().auditEntry.deleteMany({ where })).rejects.toThrow();
  await expect(db().$executeRawUnsafe('TRUNCATE audit_entry')).rejects.toThrow();
});
