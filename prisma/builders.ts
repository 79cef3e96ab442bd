import { v7 } from 'uuid';
import type { Actor, Role } from '@/domain/user';
import type { PrismaClient } from './client/client';
import { storeDemonstration } from './seed';
import { type Demonstration, readDemonstration } from './seed/demonstration';

/** A team with the demonstration article in it, under ids of its own. */
export type BuiltTeam = { id: string; articleId: string; demonstration: Demonstration };

/** Makes a team that has the demonstration article with all its assessments. */
export async function buildTeam(client: PrismaClient, name = `Desk ${v7()}`): Promise<BuiltTeam> {
  const demonstration = readDemonstration(() => v7());
  const team = await client.team.create({ data: { name } });
  await client.$transaction((tx) => storeDemonstration(tx, team.id, demonstration), {
    timeout: 30_000,
  });
  const article = await client.article.findFirstOrThrow({ where: { teamId: team.id } });
  return { id: team.id, articleId: article.id, demonstration };
}

/** Makes an account with this role in these teams. It has no password: nobody signs in as it. */
export async function buildActor(
  client: PrismaClient,
  role: Role,
  teamIds: string[],
): Promise<Actor> {
  const name = `${role} ${v7().slice(-6)}`;
  const user = await client.user.create({
    data: {
      name,
      email: `${v7()}@example.org`,
      role,
      memberships: { create: teamIds.map((teamId) => ({ teamId })) },
    },
  });
  return { id: user.id, name, email: user.email, role, teamIds };
}
