import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { v7 } from 'uuid';
import { bodyOf, fingerprintOf } from '@/domain/intake/fingerprint';
import type { Role } from '@/domain/user';
import type { Prisma, PrismaClient } from './client/client';
import { type Demonstration, readDemonstration } from './seed/demonstration';

/** An account of the demonstration team, with the password that was made for it here. */
export type SeededAccount = { role: Role; name: string; email: string; password: string };

const people: Omit<SeededAccount, 'password'>[] = [
  { role: 'administrator', name: 'Ada Administrator', email: 'administrator@example.org' },
  { role: 'editor', name: 'Edith Editor', email: 'editor@example.org' },
  { role: 'reviewer', name: 'Rosa Reviewer', email: 'reviewer@example.org' },
  { role: 'reader', name: 'Ravi Reader', email: 'reader@example.org' },
];

/**
 * Writes the demonstration into an empty store, all or nothing: a team with an account for each
 * role, the article, its experts, issues and assessments. Passwords are made on this machine and
 * only returned, never stored. Refused (by the database) where it has been done before.
 */
export async function seed(client: PrismaClient): Promise<SeededAccount[]> {
  const accounts = people.map((person) => ({ ...person, password: newPassword() }));
  const hashes = await Promise.all(accounts.map(({ password }) => hash(password)));
  const demonstration = readDemonstration(() => v7());
  await client.$transaction(
    async (tx) => {
      const team = await tx.team.create({ data: { name: 'South Asia desk' } });
      for (const [index, { password: _, ...person }] of accounts.entries())
        await tx.user.create({
          data: {
            ...person,
            passwordHash: hashes[index],
            memberships: { create: { teamId: team.id } },
          },
        });
      await storeDemonstration(tx, team.id, demonstration);
    },
    { timeout: 30_000 },
  );
  return accounts;
}

/** Five groups of four letters and digits that are not mistaken for each other: 98 bits. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const characters = Array.from(randomBytes(40), (byte) => byte)
    .filter((byte) => byte < 248)
    .slice(0, 20)
    .map((byte) => letters[byte % letters.length]);
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** Writes the article and all that was found in it for a team. */
export async function storeDemonstration(
  tx: Prisma.TransactionClient,
  teamId: string,
  demonstration: Demonstration,
): Promise<void> {
  await storeArticle(tx, teamId, demonstration);
  for (const { affiliations, ...expert } of demonstration.experts)
    await tx.expert.create({
      data: {
        ...expert,
        teamId,
        affiliations: {
          create: affiliations.map((each) => ({ ...each, asOf: new Date(each.asOf) })),
        },
      },
    });
  await tx.issue.createMany({
    data: demonstration.issues.map((issue, position) => ({ ...issue, teamId, position })),
  });
  for (const [position, assessment] of demonstration.assessments.entries())
    await tx.assessment.create({ data: assessmentRow(assessment, position) });
}

async function storeArticle(
  tx: Prisma.TransactionClient,
  teamId: string,
  { article, text }: Demonstration,
): Promise<void> {
  const { id, slug, paragraphs, publishedOn, accessedOn, ...rest } = article;
  await tx.article.create({
    data: {
      teamId,
      slug,
      versions: {
        create: {
          ...rest,
          id,
          number: 1,
          publishedOn: new Date(publishedOn),
          accessedOn: accessedOn ? new Date(accessedOn) : null,
          original: Buffer.from(text, 'utf8'),
          text,
          ...fingerprintOf(bodyOf(paragraphs)),
          paragraphs: {
            create: paragraphs.map((paragraph, position) => ({ ...paragraph, position })),
          },
        },
      },
    },
  });
}

function assessmentRow(
  assessment: Demonstration['assessments'][number],
  position: number,
): Prisma.AssessmentUncheckedCreateInput {
  const { articleId, holders, issues, spans, ...rest } = assessment;
  return {
    ...rest,
    versionId: articleId,
    position,
    holders: { create: holders.map((expert) => ({ expertId: expert.id })) },
    issues: { create: issues },
    spans: { create: spans.map((span, index) => ({ ...span, position: index })) },
  };
}
