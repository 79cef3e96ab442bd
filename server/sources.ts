import { isOnTheRecord } from '@/domain/assessment';
import { AppError } from '@/domain/errors';
import type { Sources } from '@/domain/evidence-list';
import { readWords } from '@/domain/search/words';
import type { Actor } from '@/domain/user';
import { authorizeMemo } from './access';
import { record } from './audit';
import { idFrom } from './authorize';
import { change, db, type Store } from './db';
import { loadEvidence } from './evidence';
import { issuesOf } from './issues';
import { shelvesVisibleTo } from './search/shelves';
import { findStatements } from './search/statements';
import { readTerms } from './search/terms';
import { loadStatements, statementsVisibleTo } from './statements';

/** How many statements of other articles are offered beside a memo, and how many are looked at. */
const most = { shown: 12, looked: 40 };

const none: Sources = { evidence: { articles: [], assessments: [] }, issues: [] };

/** What the memo may rest on at the moment: its articles, and their statements on the record. */
export async function getSources(actor: Actor, memoId: string): Promise<Sources> {
  await authorizeMemo(db(), actor, 'memo.read', memoId);
  const memo = await memoOf(db(), memoId);
  return sourcesOf(db(), memo.versionIds);
}

/**
 * Statements on the record of the team's other articles that have the words of `q`, the last one
 * also as a beginning, with those of their paragraphs alone that carry them.
 */
export async function findOtherStatements(
  actor: Actor,
  memoId: string,
  q: string,
): Promise<Sources> {
  await authorizeMemo(db(), actor, 'memo.assemble', memoId);
  const memo = await memoOf(db(), memoId);
  const words = readWords(q);
  if (words.web === '') return none;
  const terms = await readTerms(words, true);
  if (terms.all === '') return none;
  // A memo of one team takes nothing from another's articles, though the writer may be in both.
  const within = { ...actor, teamIds: [memo.teamId] };
  const shelves = await shelvesVisibleTo(within, { from: null, to: null });
  const filters = { from: null, to: null, outlet: '', expert: '', issue: '' };
  const scope = { teamIds: within.teamIds, shelves, ...filters };
  const found = await findStatements(terms, scope, { take: most.looked, skip: 0 });
  const known = await db().articleVersion.findMany({
    where: { id: { in: memo.versionIds } },
    select: { articleId: true },
  });
  const { evidence, issues } = await loadStatements(
    within,
    {
      id: { in: found.items.map((each) => each.id) },
      version: { articleId: { notIn: known.map((each) => each.articleId) } },
    },
    { take: most.shown },
  );
  return { evidence, issues };
}

/**
 * Adds the article that carries the statement to what the memo rests on, and returns all of that.
 * Adding it again changes nothing. Refused where the statement may not be used in this memo.
 */
export async function addSource(
  actor: Actor,
  memoId: string,
  assessmentId: string,
): Promise<Sources> {
  return change(async (tx) => {
    await authorizeMemo(tx, actor, 'memo.assemble', memoId);
    const memo = await memoOf(tx, memoId);
    const within = { ...actor, teamIds: [memo.teamId] };
    const statement = await tx.assessment.findFirst({
      where: { AND: [statementsVisibleTo(within), { id: idFrom(assessmentId) }] },
      select: { versionId: true },
    });
    if (!statement)
      throw new AppError('not-found', 'This statement can’t be used here any more. Search again.');
    const { versionId } = statement;
    const added = await tx.memoArticle.createMany({
      data: [{ memoId, versionId }],
      skipDuplicates: true,
    });
    if (added.count > 0)
      await record(tx, {
        actorId: actor.id,
        event: 'memo.source-added',
        subjectType: 'memo',
        subjectId: memoId,
        detail: { version: versionId },
      });
    return sourcesOf(tx, [...memo.versionIds, versionId]);
  });
}

async function memoOf(store: Store, id: string) {
  const memo = await store.memo.findUniqueOrThrow({
    where: { id },
    select: { teamId: true, articles: { select: { versionId: true } } },
  });
  return { ...memo, versionIds: memo.articles.map((article) => article.versionId) };
}

async function sourcesOf(store: Store, versionIds: string[]): Promise<Sources> {
  const { articles, assessments } = await loadEvidence(store, [...new Set(versionIds)]);
  const evidence = { articles, assessments: assessments.filter(isOnTheRecord) };
  return { evidence, issues: await issuesOf(store, evidence.assessments) };
}
