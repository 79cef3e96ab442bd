import { type Paragraph, renumber } from '@/domain/article';
import { AppError } from '@/domain/errors';
import type { Correction, Numbering } from '@/domain/intake/details';
import type { Actor } from '@/domain/user';
import { articlesVisibleTo } from './articles';
import { record } from './audit';
import { authorizeFound, idFrom, isId } from './authorize';
import { change, db, type Store } from './db';
import { toDay } from './evidence';
import { keepProposals } from './proposals';

/** All that is known of an article's latest version and how it came here. */
export type ArticleDetails = {
  id: string;
  teamId: string;
  slug: string;
  versionId: string;
  number: number;
  revision: number;
  title: string;
  outlet: string;
  byline: string | null;
  publishedOn: string;
  url: string | null;
  unsure: string[];
  accessedOn: string | null;
  format: string;
  fileName: string | null;
  bytes: number;
  sha256: string;
  importedBy: string | null;
  /** Whether a memo cites this version, so that its numbering can't change any more. */
  isCited: boolean;
  paragraphs: Paragraph[];
};

const stale = 'Somebody changed this article meanwhile. Reload the page and look at it again.';

/** The details of an article by its slug or id. */
export async function getDetails(actor: Actor, idOrSlug: string): Promise<ArticleDetails> {
  const row = await db().article.findFirst({
    where: {
      ...articlesVisibleTo(actor),
      ...(isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug }),
    },
    include: {
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        omit: { text: true },
        include: {
          importedBy: { select: { name: true } },
          paragraphs: { orderBy: { position: 'asc' } },
          _count: { select: { memos: true } },
        },
      },
    },
  });
  authorizeFound(actor, 'article.read', row);
  const [version] = row.versions;
  if (!version) throw new AppError('not-found', 'This article has no text.');
  const {
    id: versionId,
    original,
    importedBy,
    paragraphs,
    publishedOn,
    accessedOn,
    _count,
  } = version;
  const { number, revision, title, outlet, byline, url, unsure, format, fileName, sha256 } =
    version;
  return {
    id: row.id,
    teamId: row.teamId,
    slug: row.slug,
    versionId,
    ...{ number, revision, title, outlet, byline, url, unsure, format, fileName, sha256 },
    publishedOn: toDay(publishedOn),
    accessedOn: accessedOn && toDay(accessedOn),
    bytes: original.length,
    importedBy: importedBy?.name ?? null,
    isCited: _count.memos > 0,
    paragraphs: paragraphs as (Paragraph & { position: number })[],
  };
}

/** The bytes of an article's latest version as they were received, with the name to save them by. */
export async function getOriginal(
  actor: Actor,
  id: string,
): Promise<{ bytes: Uint8Array; name: string; isText: boolean }> {
  const row = await db().article.findUnique({
    where: { id: idFrom(id) },
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  authorizeFound(actor, 'article.read', row);
  const [version] = row.versions;
  if (!version) throw new AppError('not-found', 'This article has no text.');
  const ending = { text: 'txt', html: 'html', docx: 'docx', pdf: 'pdf', eml: 'eml' }[
    version.format
  ];
  const name = version.fileName ?? `${row.slug}.${ending ?? 'bin'}`;
  return { bytes: version.original, name, isText: version.format === 'text' };
}

/** Corrects what people ask for an article by. What was received stays; nothing is unsure after. */
export async function correctDetails(actor: Actor, input: Correction): Promise<string> {
  return change(async (tx) => {
    const { version: id, revision, publishedOn, ...details } = input;
    const version = await tx.articleVersion.findUnique({
      where: { id },
      omit: { original: true, text: true },
      include: { article: true },
    });
    authorizeFound(actor, 'article.change', version?.article ?? null);
    if (!version) throw new AppError('not-found', stale);
    const before = { ...version, publishedOn: toDay(version.publishedOn) };
    const { count } = await tx.articleVersion.updateMany({
      where: { id, revision },
      data: {
        ...details,
        publishedOn: new Date(publishedOn),
        unsure: [],
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError('conflict', stale);
    const changed = Object.entries({ ...details, publishedOn })
      .filter(([name, value]) => before[name as keyof typeof before] !== value)
      .map(([name]) => name);
    await record(tx, {
      actorId: actor.id,
      event: 'article.corrected',
      subjectType: 'article',
      subjectId: version.articleId,
      detail: { version: id, changed: changed.join(' ') },
    });
    return version.article.slug;
  });
}

/**
 * Leaves a paragraph out of the numbering. Refused where a memo cites this version's numbers, and
 * where an assessment stands in the paragraph.
 */
export function leaveOut(actor: Actor, input: Numbering): Promise<string> {
  return changeNumbering(actor, input, async (tx, paragraph) => {
    if (paragraph.leftOut !== null)
      throw new AppError('conflict', 'This paragraph is left out already. Reload the page.');
    if ((await tx.span.count({ where: { paragraphId: paragraph.id } })) > 0)
      throw new AppError(
        'conflict',
        `Paragraph ${paragraph.number} carries an assessment. Remove that first, then leave it out.`,
      );
    return 'by hand';
  });
}

/** Takes a paragraph back into the numbering. Refused where a memo cites this version's numbers. */
export function restore(actor: Actor, input: Numbering): Promise<string> {
  return changeNumbering(actor, input, async (_tx, paragraph) => {
    if (paragraph.leftOut === null)
      throw new AppError('conflict', 'This paragraph is numbered already. Reload the page.');
    return null;
  });
}

type Row = { id: string; number: number | null; leftOut: string | null };

async function changeNumbering(
  actor: Actor,
  { paragraph: id, revision }: Numbering,
  decide: (tx: Store, paragraph: Row) => Promise<'by hand' | null>,
): Promise<string> {
  return change(async (tx) => {
    const found = await tx.paragraph.findUnique({
      where: { id },
      include: {
        version: {
          omit: { original: true, text: true },
          include: {
            article: true,
            paragraphs: { orderBy: { position: 'asc' } },
            _count: { select: { memos: true } },
          },
        },
      },
    });
    authorizeFound(actor, 'article.change', found?.version.article ?? null);
    if (!found) throw new AppError('not-found', stale);
    const { version } = found;
    if (version._count.memos > 0)
      throw new AppError(
        'conflict',
        'A memo cites this article by its paragraph numbers, so they stay as they are. Bring the article in as a new version to number it anew.',
      );
    const leftOut = await decide(tx, found);
    const { count } = await tx.articleVersion.updateMany({
      where: { id: version.id, revision },
      data: { revision: { increment: 1 } },
    });
    if (count === 0) throw new AppError('conflict', stale);
    const changed = version.paragraphs.map((each) =>
      each.id === id ? { ...each, leftOut } : each,
    ) as Paragraph[];
    const numbered = renumber(changed);
    await writeNumbers(tx, version.paragraphs, numbered);
    // What is said in a paragraph that comes back has not been looked for yet.
    if (leftOut === null) {
      const { text } = await tx.articleVersion.findUniqueOrThrow({
        where: { id: version.id },
        select: { text: true },
      });
      await keepProposals(tx, { id: version.id, text, paragraphs: numbered });
    }
    await record(tx, {
      actorId: actor.id,
      event: leftOut ? 'article.paragraph-left-out' : 'article.paragraph-restored',
      subjectType: 'article',
      subjectId: version.articleId,
      detail: { version: version.id, paragraph: id },
    });
    return version.article.slug;
  });
}

async function writeNumbers(tx: Store, before: Row[], after: Paragraph[]): Promise<void> {
  for (const [index, { id, number, leftOut }] of after.entries()) {
    const old = before[index];
    if (old?.number === number && old.leftOut === leftOut) continue;
    await tx.paragraph.update({ where: { id }, data: { number, leftOut } });
  }
}
