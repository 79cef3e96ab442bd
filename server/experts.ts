import type { Expert } from '@/domain/expert';
import { lookupWord, type Named, resemblance } from '@/domain/same-expert';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { authorizeFound, idFrom } from './authorize';
import { db, type Store } from './db';
import { toExpert, withAffiliations } from './evidence';

/** An expert as lists show it; `revision` is what a change names. */
export type ExpertLine = Expert & {
  teamId: string;
  revision: number;
  statements: number;
  articles: number;
};

/** Two experts that may be one, and why; for a person to say. */
export type Likeness = { one: ExpertLine; other: ExpertLine; reason: string };

/** Which experts the actor sees: those of their teams. Held against the policy by a test. */
export function expertsVisibleTo(actor: Actor) {
  return { teamId: { in: actor.teamIds } };
}

const onRecord = {
  assessment: { groundRule: 'on_the_record', version: { latest: true } },
} satisfies Prisma.AssessmentHolderWhereInput;

/** Statements are counted as they are shown: on the record, in the latest version of each article. */
const withCounts = {
  ...withAffiliations,
  holds: {
    where: onRecord,
    select: { assessment: { select: { version: { select: { articleId: true } } } } },
  },
} satisfies Prisma.ExpertInclude;

/** The experts that the actor sees, by name, and how many there are in all. */
export async function listExperts(
  actor: Actor,
  { take = 200, skip = 0 } = {},
): Promise<{ experts: ExpertLine[]; total: number }> {
  // Whoever is heard off the record alone is named to nobody who does not check articles.
  const where = {
    AND: [
      expertsVisibleTo(actor),
      { OR: [{ holds: { some: onRecord } }, { holds: { none: {} } }] },
    ],
  };
  const rows = await db().expert.findMany({
    where,
    include: withCounts,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take,
    skip,
  });
  return { experts: rows.map(toLine), total: await db().expert.count({ where }) };
}

/** One expert that the actor may read. */
export async function getExpert(actor: Actor, id: string): Promise<ExpertLine> {
  const row = await db().expert.findUnique({ where: { id: idFrom(id) }, include: withCounts });
  authorizeFound(actor, 'expert.read', row);
  return toLine(row);
}

function toLine(row: Prisma.ExpertGetPayload<{ include: typeof withCounts }>): ExpertLine {
  const articles = new Set(row.holds.map(({ assessment }) => assessment.version.articleId));
  return {
    ...toExpert(row),
    teamId: row.teamId,
    revision: row.revision,
    statements: row.holds.length,
    articles: articles.size,
  };
}

/**
 * For each name, the team's experts that may be meant, with the reason. The caller has authorized
 * the read of the team's experts.
 */
export async function expertsLike(
  store: Store,
  teamId: string,
  named: Named[],
): Promise<Map<string, { expert: Expert; reason: string }[]>> {
  const words = [...new Set(named.map((each) => lookupWord(each.name)))].filter(Boolean);
  const rows =
    words.length === 0
      ? []
      : await store.expert.findMany({
          where: { id: { in: await idsCalled(store, teamId, words) } },
          include: withAffiliations,
          orderBy: { name: 'asc' },
        });
  const experts = rows.map(toExpert);
  return new Map(named.map((each) => [each.name, matches(each, experts)]));
}

/** Those whose name or an alias has one of the words, whatever its accents; by the names' index. */
async function idsCalled(store: Store, teamId: string, words: string[]): Promise<string[]> {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await store.$queryRaw<{ id: string }[]>`
    SELECT id FROM expert
     WHERE team_id = ${teamId}::uuid
       AND names LIKE ANY (SELECT lower(unaccent(pattern)) FROM unnest(${patterns}::text[]) AS pattern)
     LIMIT 500`;
  return rows.map((row) => row.id);
}

function matches(named: Named, experts: Expert[]): { expert: Expert; reason: string }[] {
  return experts.flatMap((expert) => {
    const reason = resemblance(named, expert);
    return reason ? [{ expert, reason }] : [];
  });
}

/** The actor's experts whom a name may mean, with the latest role that is known of each. */
export async function findCandidates(actor: Actor, asked: Pick<Named, 'name' | 'kind'>) {
  const named = { ...asked, aliases: [] };
  const found = await Promise.all(
    actor.teamIds.map((teamId) => expertsLike(db(), teamId, [named])),
  );
  return found
    .flatMap((likes) => likes.get(asked.name) ?? [])
    .map(({ expert: { id, name, kind, affiliations }, reason }) => {
      const held = affiliations.at(-1);
      const role = [held?.role, held?.organisation].filter(Boolean).join(', ');
      return { id, name, kind, role, reason };
    });
}

/** Pairs among the team's experts that may be the same and that nobody has told apart. */
export async function listLikenesses(actor: Actor, experts: ExpertLine[]): Promise<Likeness[]> {
  const groups = new Map<string, ExpertLine[]>();
  for (const expert of experts) {
    const key = `${expert.teamId} ${expert.kind} ${lookupWord(expert.name)}`;
    groups.set(key, [...(groups.get(key) ?? []), expert]);
  }
  const pairs = [...groups.values()].flatMap(pairsOf);
  if (pairs.length === 0) return [];
  const apart = await db().expertDistinct.findMany({
    where: { one: expertsVisibleTo(actor) },
    select: { oneId: true, otherId: true },
  });
  const told = new Set(apart.map(({ oneId, otherId }) => `${oneId} ${otherId}`));
  return pairs.filter(({ one, other }) => !told.has(pairKey(one.id, other.id)));
}

function pairsOf(group: ExpertLine[]): Likeness[] {
  return group.flatMap((one, index) =>
    group.slice(index + 1).flatMap((other) => {
      const reason = resemblance(one, other);
      return reason ? [{ one, other, reason }] : [];
    }),
  );
}

/** A pair's key, whichever comes first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
