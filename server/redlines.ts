import type { Node } from 'prosemirror-model';
import { wordsOf } from '@/domain/document/document';
import { withoutSuggestions } from '@/domain/document/settle';
import { basesIn } from '@/domain/document/walk';
import { AppError } from '@/domain/errors';
import { followAuthors, type SignedSteps, withPortions } from '@/domain/redline/authors';
import type { By, Redlined } from '@/domain/redline/redlined';
import { signRedline } from '@/domain/redline/sign';
import { type RedlineRequest, redlineFormats } from '@/domain/revision';
import type { Actor } from '@/domain/user';
import { record } from './audit';
import { authorize } from './authorize';
import { db, type Store } from './db';
import { exportRedline as exportWord } from './export/docx/tracked/redline';
import { renderRedlinePdf } from './export/pdf';
import { type Exported, fileName } from './exports';
import { type Comparison, compareVersions } from './history';

/**
 * The redline of two versions as a file: Word with tracked changes, or PDF. Each change has whoever
 * made it. Refused where either version rests on, or repeats, what was said off the record.
 */
export async function exportRedline(
  actor: Actor,
  id: string,
  { from, to, format, paper, createdAt = new Date() }: RedlineRequest & { createdAt?: Date },
): Promise<Exported> {
  const comparison = await compareVersions(actor, id, { from, to });
  const { memo } = comparison;
  authorize(actor, 'memo.export', memo);
  const recorded = (event: 'memo.exported' | 'memo.export-refused') =>
    record(db(), {
      actorId: actor.id,
      event,
      subjectType: 'memo',
      subjectId: memo.id,
      detail: { format: `redline-${format}`, from, version: to },
    });
  if (await repeatsOffRecord(comparison)) {
    await recorded('memo.export-refused');
    throw new AppError(
      'invalid',
      'One of the two versions rests on a statement that may not be used by its ground rule, or that is no longer in the store, so nothing was exported. Compare versions without it.',
    );
  }
  const fallback = fallbackOf(comparison);
  const { redlined, authors } = await signComparison(comparison, fallback);
  const note = `Redline of ${comparison.from.name} to ${comparison.to.name}`;
  const { template } = memo;
  const page = { paper: paper ?? template.paper, type: template.type };
  const options = { createdAt, ...page, fallback, note, authors };
  const render = format === 'docx' ? exportWord : renderRedlinePdf;
  const bytes = await render(redlined, options);
  await recorded('memo.exported');
  const { mediaType, extension } = redlineFormats[format];
  const name = `${fileName(memo.title)}-redline-${from}-to-${to}.${extension}`;
  return { bytes, mediaType, name };
}

/** Who signs what nobody in particular changed: whoever wrote last, or the memo's author. */
function fallbackOf({ memo, from, to }: Comparison): By {
  const last = from.version > to.version ? from : to;
  return { by: last.by.at(-1) ?? memo.author, at: last.at };
}

/** The redline with an author to each change, and who they are, in the order of their changes. */
async function signComparison(
  { memo, before, after, printed, redlined, from, to }: Comparison,
  fallback: By,
): Promise<{ redlined: Redlined; authors: string[] }> {
  // Towards an earlier version, what came is what somebody had taken out, and the other way round.
  const isBack = from.version > to.version;
  const [first, last] = isBack ? [to.version, from.version] : [from.version, to.version];
  const batches = await batchesBetween(db(), memo.id, first, last);
  const followed = followAuthors(isBack ? after : before, batches);
  const [was, is] = isBack
    ? [followed.later, followed.earlier]
    : [followed.earlier, followed.later];
  const earlier = withPortions(was, printed.before);
  const later = withPortions(is, printed.after);
  const authors = [...new Set(batches.map((batch) => batch.by))];
  return { redlined: signRedline(redlined, { earlier, later, fallback }), authors };
}

/** What was written from one version to a later one, by whom and when. */
async function batchesBetween(
  store: Store,
  memoId: string,
  from: number,
  to: number,
): Promise<SignedSteps[]> {
  const batches = await store.memoBatch.findMany({
    where: { memoId, to: { gt: from }, from: { lt: to } },
    orderBy: { from: 'asc' },
    select: { from: true, steps: true, createdAt: true, author: { select: { name: true } } },
  });
  // Either end may lie within a batch.
  return batches.map((batch) => ({
    by: batch.author.name,
    at: batch.createdAt.getTime(),
    steps: (batch.steps as unknown[]).slice(Math.max(0, from - batch.from), to - batch.from),
  }));
}

/** Fewer words than this are a term that anybody may use. */
const fewestWords = 4;

/**
 * Whether either version rests on a statement that is not on the record or not in store, or has the
 * words of one that was said off the record: a redline also shows what was taken out since.
 */
async function repeatsOffRecord({ memo, before, after }: Comparison): Promise<boolean> {
  const { articles, assessments } = memo.evidence;
  const known = new Set([
    ...assessments.map((each) => each.id),
    ...articles.flatMap((article) => article.paragraphs.map((paragraph) => paragraph.id)),
  ]);
  const documents = [before, after].map(withoutSuggestions);
  if (documents.some((each) => [...basesIn(each)].some((basis) => !known.has(basis)))) return true;
  const spans = await db().span.findMany({
    where: {
      assessment: {
        versionId: { in: articles.map((article) => article.id) },
        groundRule: { not: 'on_the_record' },
      },
    },
    select: { text: true },
  });
  const said = documents.map(plainWords);
  return spans
    .map(({ text }) => plainly(text))
    .filter((text) => text.split(' ').length >= fewestWords)
    .some((text) => said.some((words) => words.includes(text)));
}

function plainWords(document: Node): string {
  return plainly(`${document.firstChild?.firstChild?.textContent ?? ''} ${wordsOf(document)}`);
}

/** Words without the signs in which typing and typesetting differ. */
function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
