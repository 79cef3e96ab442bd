import type { Paragraph } from '@/domain/article';
import { type Anchored, reanchor } from '@/domain/reanchor';
import type { Actor } from '@/domain/user';
import { authorizeFound, idFrom } from './authorize';
import { db, type Store } from './db';

/** How many assessments of the last version stand in the new one, and how many don't. */
export type Carried = { carried: number; lost: number };

/** An assessment of the version before that the new version's text does not carry. */
export type LostAssessment = { id: string; holders: string[]; words: string[] };

/**
 * Copies the assessments of a version onto the next, each where its words stand now. What does not
 * stand there whole stays behind, on the version it was found in.
 */
export async function carryAssessments(
  tx: Store,
  from: { id: string; paragraphs: Paragraph[] },
  to: { id: string; paragraphs: Paragraph[] },
): Promise<Carried> {
  const rows = await tx.assessment.findMany({
    where: { versionId: from.id },
    include: { holders: true, issues: true, spans: { orderBy: { position: 'asc' } } },
    orderBy: { position: 'asc' },
  });
  const { carried, lost } = reanchor(from.paragraphs, to.paragraphs, rows);
  const places = new Map(carried.map((each) => [each.id, each]));
  for (const { id, versionId: _, holders, issues, spans: __, ...rest } of rows) {
    const place = places.get(id);
    if (!place) continue;
    await tx.assessment.create({
      data: {
        ...rest,
        revision: 0,
        versionId: to.id,
        carriedFromId: id,
        holders: { create: holders.map(({ expertId }) => ({ expertId })) },
        issues: { create: issues.map(({ assessmentId: _, ...tag }) => tag) },
        spans: { create: spansOf(place) },
      },
    });
  }
  return { carried: carried.length, lost: lost.length };
}

const spansOf = (place: Anchored) =>
  place.spans.map(({ paragraphId, start, end, text, quoted }, position) => ({
    position,
    paragraphId,
    start,
    end,
    text,
    quoted,
  }));

/** The assessments that an article's latest version lost from the one before, in their order. */
export async function listLost(actor: Actor, articleId: string): Promise<LostAssessment[]> {
  const article = await db().article.findUnique({
    where: { id: idFrom(articleId) },
    include: { versions: { orderBy: { number: 'desc' }, take: 2, select: { id: true } } },
  });
  authorizeFound(actor, 'article.read', article);
  const [latest, before] = article.versions;
  if (!latest || !before) return [];
  const rows = await db().assessment.findMany({
    where: { versionId: before.id, carriedTo: { none: { versionId: latest.id } } },
    include: {
      holders: { include: { expert: { select: { name: true } } } },
      spans: { orderBy: { position: 'asc' }, select: { text: true } },
    },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ id, holders, spans }) => ({
    id,
    holders: holders.map((holder) => holder.expert.name),
    words: spans.map((span) => span.text),
  }));
}
