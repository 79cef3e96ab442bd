import { beforeAll, describe, expect, test } from 'vitest';
import { audiences, levels } from '@/domain/access';
import { can } from '@/domain/policy';
import { searchSchema } from '@/domain/search';
import { type Actor, type Role, roles } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { memosVisibleTo, readersOf, subjectOf } from './access';
import { db } from './db';
import { createMemo } from './memos';
import { search } from './search';
import { resetDatabase } from './test-database';

/** How somebody stands to a memo, besides by their team and role. */
const standings = [
  'none',
  'author',
  'officer',
  'officer withdrawn',
  'asked',
  'asked by office',
  'asked by one away',
  'asked by one away last week',
  'only proposed',
  'asked, issued',
  'principal, issued',
] as const;
type Standing = (typeof standings)[number];

let ours: BuiltTeam;
let theirs: BuiltTeam;
let author: Actor;
let colleague: Actor;
let another: Actor;
const made: { id: string; name: string }[] = [];
const people = new Map<string, Actor>();
const day = 24 * 3_600_000;

/** One memo a standing, audience and level, in which all the people stand so and have that level. */
beforeAll(async () => {
  await resetDatabase();
  ours = await buildTeam(db());
  theirs = await buildTeam(db());
  author = await buildActor(db(), 'editor', [ours.id]);
  colleague = await buildActor(db(), 'reviewer', [ours.id]);
  another = await buildActor(db(), 'reviewer', [ours.id]);
  for (const role of roles) {
    people.set(`${role}, ours`, await buildActor(db(), role, [ours.id]));
    people.set(`${role}, theirs`, await buildActor(db(), role, [theirs.id]));
  }
  for (const standing of standings)
    for (const audience of audiences)
      for (const level of [null, ...levels])
        for (const person of people.values()) {
          const id = await makeMemo(standing === 'author' ? person : author);
          made.push({ id, name: `${standing}, ${audience}, ${level}` });
          const grants = level
            ? { create: { userId: person.id, level, grantedById: author.id } }
            : {};
          await db().memo.update({ where: { id }, data: { audience, grants } });
          await stand(id, person, standing);
        }
}, 240_000);

let first: string | null = null;

/** The first one is assembled; the rest are copies of its row, which is quicker. */
async function makeMemo(by: Actor): Promise<string> {
  first ??= await createMemo(author, orderOf(ours), '2026-05-01');
  const {
    id: _,
    words: __,
    ...row
  } = (await db().memo.findUniqueOrThrow({
    where: { id: first },
  })) as Record<string, unknown> & { id: string };
  const copy = row as Parameters<ReturnType<typeof db>['memo']['create']>[0]['data'];
  return (await db().memo.create({ data: { ...copy, authorId: by.id } as typeof copy })).id;
}

function orderOf(team: BuiltTeam) {
  const issues = team.demonstration.issues.map(({ id }) => id);
  const head = { title: 'Talks', to: '', from: '' };
  return { article: team.articleId, template: 'policy-brief', issues, ...head };
}

async function stand(memoId: string, person: Actor, standing: Standing): Promise<void> {
  if (standing === 'none' || standing === 'author') return;
  const isOfficer = standing.startsWith('officer');
  const asked = { position: 0, stage: 1, asked: 'clear', sections: [] };
  const to = async (userId: string) => ({ create: { ...asked, userId } });
  const away = async (who: Actor, from: number, until: number) => {
    const [firstDay, lastDay] = [from, until].map((days) => new Date(Date.now() + days * day));
    const data = { userId: who.id, delegateId: person.id };
    await db().delegation.create({ data: { ...data, firstDay, lastDay } as never });
    return to(who.id);
  };
  const inOffice = async () => {
    const name = `Office ${memoId}`;
    const members = { create: { userId: person.id } };
    const office = await db().office.create({ data: { teamId: ours.id, name, members } });
    return { create: { ...asked, officeId: office.id } };
  };
  const proposed = { create: { ...asked, userId: person.id, state: 'proposed' as const } };
  const addressees = isOfficer
    ? {}
    : standing === 'asked by office'
      ? await inOffice()
      : standing === 'asked by one away'
        ? await away(colleague, -1, 1)
        : standing === 'asked by one away last week'
          ? await away(another, -9, -7)
          : standing === 'only proposed'
            ? proposed
            : standing.startsWith('principal')
              ? {}
              : await to(person.id);
  await db().clearance.create({
    data: {
      memoId,
      number: 1,
      zone: 'UTC',
      officerId: isOfficer ? person.id : author.id,
      principalId: standing.startsWith('principal') ? person.id : null,
      withdrawnAt: standing === 'officer withdrawn' ? new Date() : null,
      issuedAt: standing.endsWith('issued') ? new Date() : null,
      addressees,
    },
  });
}

describe.each([...roles].flatMap((role) => [`${role}, ours`, `${role}, theirs`]))('%s', (name) => {
  test('sees in lists and by the search just the memos that the policy lets them read', async () => {
    const actor = people.get(name) as Actor;
    const readable: string[] = [];
    for (const { id } of made) {
      const memo = await subjectOf(db(), id);
      if (memo && can(actor, 'memo.read', memo)) readable.push(id);
    }
    const rows = await db().memo.findMany({
      where: { ...memosVisibleTo(actor), id: { in: made.map(({ id }) => id) } },
      select: { id: true },
    });
    expect(rows.map(({ id }) => id).sort()).toEqual(readable.sort());
    const found: string[] = [];
    for (let page = 1; ; page += 1) {
      const asked = searchSchema.parse({ q: 'talks', kind: 'memos', page: String(page) });
      const { memos } = await search(actor, asked);
      found.push(...memos.items.map(({ id }) => id));
      if (memos.items.length === 0) break;
    }
    const known = new Set(made.map(({ id }) => id));
    const seen = found.filter((id) => known.has(id)).sort();
    expect(seen).toEqual(readable);
  });
});

test('everybody who may read a memo is among its readers, and nobody else', async () => {
  for (const { id, name } of made.filter((_, at) => at % 7 === 0)) {
    const memo = await subjectOf(db(), id);
    if (!memo) throw new Error('gone');
    const readers = (await readersOf(db(), memo)).map((each) => each.id);
    for (const [who, person] of people)
      expect(readers.includes(person.id), `${who}: ${name}`).toBe(can(person, 'memo.read', memo));
  }
});

test('the policy gives each standing what it is meant to give, as it is stored', async () => {
  const seen = new Map<string, Role[]>();
  for (const [at, { id, name }] of made.entries()) {
    const memo = await subjectOf(db(), id);
    const [who, person] = [...people][at % people.size] as [string, Actor];
    if (!who.endsWith('ours') || !memo) continue;
    const reads = can(person, 'memo.read', memo) ? [person.role] : [];
    seen.set(name, [...(seen.get(name) ?? []), ...reads]);
  }
  const all = [...roles];
  expect(seen.get('none, named, null')).toEqual(['administrator']);
  expect(seen.get('none, team, null')).toEqual(all);
  expect(seen.get('none, named, read')).toEqual(all);
  expect(seen.get('author, named, null')).toEqual(all);
  expect(seen.get('officer, named, null')).toEqual(all);
  expect(seen.get('officer withdrawn, named, null')).toEqual(['administrator']);
  expect(seen.get('asked, named, null')).toEqual(all);
  expect(seen.get('asked by office, named, null')).toEqual(all);
  expect(seen.get('asked by one away, named, null')).toEqual(all);
  expect(seen.get('asked by one away last week, named, null')).toEqual(['administrator']);
  expect(seen.get('only proposed, named, null')).toEqual(['administrator']);
  expect(seen.get('asked, issued, named, null')).toEqual(['administrator']);
  expect(seen.get('principal, issued, named, null')).toEqual(all);
});
