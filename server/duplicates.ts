import {
  bodyOf,
  type Fingerprint,
  fingerprintOf,
  isNearDuplicate,
  likenessOf,
  shinglesOf,
} from '@/domain/intake/fingerprint';
import type { Store } from './db';
import { toDay } from './evidence';

/** A stored article that is much like one that is brought in. `share` is from 0 to 1. */
export type Candidate = {
  id: string;
  slug: string;
  title: string;
  outlet: string;
  publishedOn: string;
  share: number;
};

const latestFirst = { number: 'desc' } as const;

/** The article of the team that has these very bytes or words already, in any of its versions. */
export async function findSame(
  tx: Store,
  teamId: string,
  { sha256, foldedSha256 }: { sha256: string; foldedSha256: string },
): Promise<{ id: string; slug: string; title: string } | null> {
  const row = await tx.articleVersion.findFirst({
    where: { article: { teamId }, OR: [{ sha256 }, { foldedSha256 }] },
    orderBy: latestFirst,
    select: { title: true, article: { select: { id: true, slug: true } } },
  });
  return row && { ...row.article, title: row.title };
}

/** The team's articles that share enough words with the text to be asked about, the likest first. */
export async function findNear(
  tx: Store,
  teamId: string,
  body: string,
  { bands }: Fingerprint,
): Promise<Candidate[]> {
  const rows = await tx.articleVersion.findMany({
    where: { article: { teamId }, bands: { hasSome: bands } },
    orderBy: latestFirst,
    take: 60,
    omit: { original: true, text: true },
    include: { article: true, paragraphs: { orderBy: { position: 'asc' } } },
  });
  const shingles = shinglesOf(body);
  const found = new Map<string, Candidate>();
  for (const row of rows) {
    const likeness = likenessOf(shingles, shinglesOf(bodyOf(row.paragraphs)));
    const known = found.get(row.articleId);
    const share = Math.max(likeness.jaccard, known?.share ?? 0);
    if (!isNearDuplicate(likeness) && !known) continue;
    const { slug } = row.article;
    const { title, outlet } = known ?? row;
    const publishedOn = known?.publishedOn ?? toDay(row.publishedOn);
    found.set(row.articleId, { id: row.articleId, slug, title, outlet, publishedOn, share });
  }
  return [...found.values()].sort((a, b) => b.share - a.share).slice(0, 5);
}

/** Gives a fingerprint to what the team stored before there were any; at most 200 at a time. */
export async function fillFingerprints(tx: Store, teamId: string): Promise<void> {
  const rows = await tx.articleVersion.findMany({
    where: { article: { teamId }, foldedSha256: '' },
    select: { id: true, paragraphs: { orderBy: { position: 'asc' } } },
    take: 200,
  });
  for (const { id, paragraphs } of rows)
    await tx.articleVersion.update({ where: { id }, data: fingerprintOf(bodyOf(paragraphs)) });
}
