import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { type Article, type Paragraph, type ReadArticle, readArticle } from '@/domain/article';
import { AppError } from '@/domain/errors';
import { type Details, settleDetails } from '@/domain/intake/details';
import { bodyOf, type Fingerprint, fingerprintOf } from '@/domain/intake/fingerprint';
import { tidyText } from '@/domain/intake/received';
import { freeSlug, slugOf } from '@/domain/intake/slug';
import { can } from '@/domain/policy';
import type { Actor } from '@/domain/user';
import { record } from './audit';
import { authorize, authorizeFound, idFrom } from './authorize';
import { carryAssessments } from './carry';
import { change, type Store } from './db';
import { type Candidate, fillFingerprints, findNear, findSame } from './duplicates';
import { toDay } from './evidence';
import { type Arrival, receive, type Source } from './intake/receive';
import { keepProposals } from './proposals';

/**
 * What whoever brings an article in says besides: details, and what a near duplicate is: the next
 * version of the article with this id, or (`separate`) a text of its own.
 */
export type ImportOptions = {
  given?: Partial<Details>;
  asVersionOf?: string | undefined;
  separate?: boolean | undefined;
};

/** How an import ended. Only `stored` wrote anything; a `question` is to be answered by options. */
export type ImportResult =
  | {
      state: 'stored';
      id: string;
      slug: string;
      title: string;
      /** The version's number: 1 for a new article. */
      version: number;
      paragraphs: number;
      unsure: string[];
      /** Of the assessments of the version before. */
      carried: number;
      lost: number;
    }
  | { state: 'already stored'; id: string; slug: string; title: string }
  | { state: 'question'; title: string; candidates: Candidate[] };

/** Whose import it is: the team, and the person where one is signed in. */
export type Importer = { teamId: string; actorId: string | null };

/**
 * Brings an article in from a file, a paste or an address; `today` is the day of access,
 * `YYYY-MM-DD`. The same bytes or words as a stored article write nothing; a near duplicate
 * answers with a question unless the options say what it is. Refusals are sentences.
 */
export async function importArticle(
  actor: Actor,
  source: Source,
  options: ImportOptions,
  today: string,
): Promise<ImportResult> {
  const teamId = actor.teamIds.find((id) => can(actor, 'article.import', { teamId: id }));
  authorize(actor, 'article.import', { teamId: teamId ?? actor.teamIds[0] ?? null });
  const arrival = await receive(source);
  return change(async (tx) => {
    if (options.asVersionOf) {
      const article = await tx.article.findUnique({ where: { id: idFrom(options.asVersionOf) } });
      authorizeFound(actor, 'article.change', article);
      return keepArticle(
        tx,
        { teamId: article.teamId, actorId: actor.id },
        arrival,
        options,
        today,
      );
    }
    const importer = { teamId: teamId as string, actorId: actor.id };
    return keepArticle(tx, importer, arrival, options, today);
  });
}

/**
 * Decides and writes, in the caller's transaction, once the caller has authorized it. Imports of
 * one team wait for each other, so that two of the same article can't both be new.
 */
export async function keepArticle(
  tx: Store,
  importer: Importer,
  arrival: Arrival,
  options: ImportOptions,
  today: string,
): Promise<ImportResult> {
  const { teamId } = importer;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${teamId}, 20261124))`;
  await fillFingerprints(tx, teamId);
  const { received, fileName } = arrival;
  const read = readArticle(received.text, received);
  if (!read.paragraphs.some((each) => each.number !== null))
    throw new AppError('invalid', 'There is no paragraph of an article in this text.');
  const body = bodyOf(read.paragraphs);
  const fingerprint = fingerprintOf(body);
  const sha256 = createHash('sha256').update(arrival.bytes).digest('hex');
  const previous = options.asVersionOf ? await loadLatest(tx, options.asVersionOf, teamId) : null;
  const hashes = { sha256, foldedSha256: fingerprint.foldedSha256 };
  const same = previous ? sameVersion(previous, hashes) : await findSame(tx, teamId, hashes);
  if (same) return { state: 'already stored', ...same };
  const clues = { given: options.given ?? {}, received, read, previous, fileName, today };
  const { details, unsure } = settleDetails(clues);
  if (!previous && !options.separate) {
    const candidates = await findNear(tx, teamId, body, fingerprint);
    if (candidates.length > 0) return { state: 'question', title: details.title, candidates };
  }
  const fingerprinted = { ...details, ...fingerprint, sha256, unsure };
  return write(tx, { importer, arrival, previous, read, details: fingerprinted, today });
}

type Decided = {
  importer: Importer;
  arrival: Arrival;
  previous: Latest | null;
  read: ReadArticle;
  details: Details & Fingerprint & { sha256: string; unsure: string[] };
  today: string;
};

async function write(tx: Store, decided: Decided): Promise<ImportResult> {
  const { importer, arrival, previous, read, details, today } = decided;
  const { received, mediaType } = arrival;
  const paragraphs: Paragraph[] = read.paragraphs.map((each) => ({ id: v7(), ...each }));
  const article = previous ?? (await createArticle(tx, importer.teamId, details));
  const number = (previous?.number ?? 0) + 1;
  if (previous)
    await tx.articleVersion.update({ where: { id: previous.versionId }, data: { latest: false } });
  const { id: versionId } = await tx.articleVersion.create({
    select: { id: true },
    data: {
      ...details,
      articleId: article.id,
      number,
      publishedOn: new Date(details.publishedOn),
      accessedOn: new Date(today),
      original: Buffer.from(arrival.bytes),
      text: received.text,
      format: received.format,
      mediaType,
      fileName: arrival.fileName && (tidyText(arrival.fileName).slice(0, 255) || null),
      importedById: importer.actorId,
      paragraphs: { create: paragraphs.map((each, position) => ({ ...each, position })) },
    },
  });
  const from = previous && { id: previous.versionId, paragraphs: previous.paragraphs };
  const outcome = from
    ? await carryAssessments(tx, from, { id: versionId, paragraphs })
    : { carried: 0, lost: 0 };
  await keepProposals(tx, { id: versionId, text: received.text, paragraphs });
  await record(tx, {
    actorId: importer.actorId,
    event: previous ? 'article.versioned' : 'article.imported',
    subjectType: 'article',
    subjectId: article.id,
    detail: {
      version: versionId,
      number,
      format: received.format,
      sha256: details.sha256,
      ...outcome,
    },
  });
  return {
    state: 'stored',
    id: article.id,
    slug: article.slug,
    title: details.title,
    version: number,
    paragraphs: paragraphs.filter((each) => each.number !== null).length,
    unsure: details.unsure,
    ...outcome,
  };
}

async function createArticle(tx: Store, teamId: string, { title, publishedOn }: Details) {
  const slug = slugOf(title, publishedOn);
  const taken = await tx.article.findMany({
    where: { teamId, slug: { startsWith: slug } },
    select: { slug: true },
  });
  const free = freeSlug(
    slug,
    taken.map((each) => each.slug),
  );
  return tx.article.create({ data: { teamId, slug: free } });
}

async function loadLatest(tx: Store, articleId: string, teamId: string) {
  const row = await tx.articleVersion.findFirst({
    where: { articleId, article: { teamId } },
    orderBy: { number: 'desc' },
    omit: { original: true, text: true },
    include: { article: true, paragraphs: { orderBy: { position: 'asc' } } },
  });
  if (!row) throw new AppError('not-found', 'There is no article to make a new version of.');
  const { id: versionId, article, paragraphs, publishedOn, ...rest } = row;
  return {
    ...rest,
    id: article.id,
    slug: article.slug,
    versionId,
    publishedOn: toDay(publishedOn),
    paragraphs: paragraphs as Article['paragraphs'],
  };
}

type Latest = Awaited<ReturnType<typeof loadLatest>>;

/** An article may come back to an older text; only its latest version is the same as itself. */
function sameVersion(latest: Latest, hashes: { sha256: string; foldedSha256: string }) {
  const { id, slug, title } = latest;
  const same = latest.sha256 === hashes.sha256 || latest.foldedSha256 === hashes.foldedSha256;
  return same ? { id, slug, title } : null;
}
