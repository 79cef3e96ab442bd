import { audiences, levels, type MemoSubject } from '@/domain/access';
import { can, type MemoAction } from '@/domain/policy';
import type { Actor, Role } from '@/domain/user';
import { Prisma } from '@/prisma/client/client';
import { authorize, idFrom, nothingHere } from './authorize';
import { db, type Store } from './db';

/**
 * Lets the actor do this to the memo of this id, or refuses as `authorize` does: a memo that one may
 * not read is not found, like one that is not there. Returns what the memo says of who may do what,
 * for what else is asked of it; every way to a memo goes through here.
 */
export async function authorizeMemo(
  store: Store,
  actor: Actor | null,
  action: MemoAction,
  id: string,
): Promise<MemoSubject> {
  const memo = await subjectOf(store, idFrom(id));
  if (!memo) throw nothingHere();
  authorize(actor, action, memo);
  return memo;
}

type Row = {
  teamId: string;
  audience: string;
  authorId: string;
  officers: string[];
  asked: string[];
  grants: { userId: string; level: string }[];
};

/** What a memo says of who may do what with it, as it stands now; null where there is no such memo. */
export async function subjectOf(store: Store, id: string): Promise<MemoSubject | null> {
  const [row] = await store.$queryRaw<Row[]>`
    SELECT m.team_id AS "teamId", m.audience::text AS audience, m.author_id AS "authorId",
           ARRAY(SELECT r.officer_id::text FROM clearance r
                  WHERE r.memo_id = m.id AND r.withdrawn_at IS NULL) AS officers,
           ARRAY(${askedIn(Prisma.sql`m.id`)}) AS asked,
           (SELECT coalesce(json_agg(json_build_object('userId', g.user_id, 'level', g.level)), '[]')
              FROM memo_grant g WHERE g.memo_id = m.id) AS grants
      FROM memo m WHERE m.id = ${id}::uuid`;
  if (!row) return null;
  const { teamId, authorId, officers, asked } = row;
  const audience = audiences.find((each) => each === row.audience) ?? 'named';
  const grants = row.grants.flatMap(({ userId, level }) =>
    levels.filter((each) => each === level).map((each) => ({ userId, level: each })),
  );
  return { teamId, access: { audience, authorId, officers, asked, grants } };
}

/** Whom the open round of a memo asks, who answers for them today, and who decides. */
function askedIn(memoId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH listed AS (
      SELECT a.user_id, a.office_id FROM clearance r
        JOIN addressee a ON a.clearance_id = r.id AND a.state = 'listed'
       WHERE r.memo_id = ${memoId} AND r.withdrawn_at IS NULL AND r.issued_at IS NULL
    ), people AS (
      SELECT user_id FROM listed WHERE user_id IS NOT NULL
      UNION SELECT o.user_id FROM listed JOIN office_member o ON o.office_id = listed.office_id
    )
    SELECT user_id::text FROM people
    UNION SELECT d.delegate_id::text FROM people JOIN delegation d ON d.user_id = people.user_id
           AND (now() AT TIME ZONE 'UTC')::date BETWEEN d.first_day AND d.last_day
    UNION SELECT r.principal_id::text FROM clearance r
           WHERE r.memo_id = ${memoId} AND r.withdrawn_at IS NULL AND r.principal_id IS NOT NULL`;
}

/**
 * Which memos the actor sees: of their teams those that are open, those that they keep or are asked in,
 * and whichever they are named on. Held against the policy by a test.
 */
export function memosVisibleTo(actor: Actor, now = new Date()) {
  const ofTeams = { teamId: { in: actor.teamIds } };
  const named = { grants: { some: { userId: actor.id } } };
  if (actor.role === 'administrator') return { OR: [ofTeams, named] };
  const withdrawnAt = null;
  const mine = [
    { audience: 'team' as const },
    { authorId: actor.id },
    { clearances: { some: { withdrawnAt, officerId: actor.id } } },
    { clearances: { some: { withdrawnAt, principalId: actor.id } } },
    { clearances: { some: { withdrawnAt, issuedAt: null, addressees: asks(actor, now) } } },
  ];
  return { OR: [{ ...ofTeams, OR: mine }, named] } satisfies Prisma.MemoWhereInput;
}

function asks(actor: Actor, now: Date) {
  const day = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const isAway = { delegateId: actor.id, firstDay: { lte: day }, lastDay: { gte: day } };
  const person = { OR: [{ id: actor.id }, { delegations: { some: isAway } }] };
  const who = [{ user: person }, { office: { members: { some: { user: person } } } }];
  return { some: { state: 'listed' as const, OR: who } };
}

/** The people whom a clearance of the memo may ask: of its team, or named on it; by name. */
export async function peopleAround(store: Store, memo: MemoSubject): Promise<Reader[]> {
  return (await accountsAround(store, memo)).map(({ id, name, role }) => ({ id, name, role }));
}

/** The memos that the actor sees past those that are open to their teams, for the search. */
export async function memosApart(actor: Actor): Promise<{ apart: string[]; keeps: boolean }> {
  const keeps = actor.role === 'administrator';
  const ofTeams = {
    teamId: { in: actor.teamIds },
    ...(keeps ? {} : { audience: 'team' as const }),
  };
  const rows = await db().memo.findMany({
    where: { AND: [memosVisibleTo(actor), { NOT: ofTeams }] },
    select: { id: true },
  });
  return { apart: rows.map(({ id }) => id), keeps };
}

/** Who is among the people of a memo: an active account, and what it may do. */
export type Reader = { id: string; name: string; role: Role };

/** Everybody who may read a memo, by name. */
export async function readersOf(store: Store, memo: MemoSubject): Promise<Reader[]> {
  return (await accountsAround(store, memo))
    .filter((each) => can(each, 'memo.read', memo))
    .map(({ id, name, role }) => ({ id, name, role }));
}

/** The accounts that a memo is about: of its team, or named on it, whether they see it or not. */
export async function accountsAround(store: Store, memo: MemoSubject): Promise<Actor[]> {
  const people = await store.user.findMany({
    where: {
      active: true,
      OR: [
        { memberships: { some: { teamId: memo.teamId } } },
        { id: { in: memo.access.grants.map(({ userId }) => userId) } },
      ],
    },
    orderBy: { name: 'asc' },
    include: withTeams,
  });
  return people.map(toAccount);
}

/** What an account is read with to ask what it may do. */
export const withTeams = { memberships: { select: { teamId: true } } } as const;

/** An account as the policy is asked about it. */
export function toAccount(
  row: Omit<Actor, 'teamIds'> & { memberships: { teamId: string }[] },
): Actor {
  const { id, name, email, role, memberships } = row;
  return { id, name, email, role, teamIds: memberships.map(({ teamId }) => teamId) };
}
