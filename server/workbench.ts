import type { Article } from '@/domain/article';
import { type Assessment, isOnTheRecord } from '@/domain/assessment';
import type { Expert, ExpertKind } from '@/domain/expert';
import { can } from '@/domain/policy';
import type { Proposal } from '@/domain/proposal';
import { isCalled } from '@/domain/speaker';
import type { Actor } from '@/domain/user';
import type { Noted } from '@/domain/workbench';
import { articlesVisibleTo, getArticle } from './articles';
import { listLost } from './carry';
import { db } from './db';
import { expertsLike } from './experts';
import { type IssueLine, listIssues } from './issues';
import { proposalsOf } from './proposals';

/**
 * Somebody whom the article's statements are attributed to: the expert that a person has said it
 * is, or those of the store that it may be, with the reason.
 */
export type Named = {
  name: string;
  kind: ExpertKind;
  expertId: string | null;
  candidates: { expert: Expert; reason: string }[];
};

/** All that is needed to check an article: `article.id` is its version's. */
export type Workbench = {
  articleId: string;
  teamId: string;
  article: Article;
  proposals: Proposal[];
  assessments: Noted[];
  /** Statements of the version before that no longer stand in the text. */
  lost: number;
  issues: IssueLine[];
  people: Named[];
  mayChange: boolean;
};

/**
 * An article's latest version with its proposals and assessments, by id or slug. Statements whose
 * holder may not be named are for those alone who may change them.
 */
export async function getWorkbench(actor: Actor, idOrSlug: string): Promise<Workbench> {
  const { id: articleId, article, ...found } = await getArticle(actor, idOrSlug);
  const { teamId } = await db().article.findFirstOrThrow({
    where: { id: articleId, ...articlesVisibleTo(actor) },
    select: { teamId: true },
  });
  const mayChange = can(actor, 'assessment.change', { teamId });
  const visible = mayChange ? found.assessments : found.assessments.filter(isOnTheRecord);
  const assessments = await withNotes(visible);
  const lost = (await listLost(actor, articleId)).length;
  const shown = new Set(assessments.map((each) => each.id));
  const proposals = (await proposalsOf(db(), article.id)).filter(
    ({ assessmentId }) => assessmentId === null || shown.has(assessmentId),
  );
  const issues = (await listIssues(actor)).filter((issue) => issue.teamId === teamId);
  const people = await peopleIn(teamId, proposals, assessments);
  return { articleId, teamId, article, proposals, assessments, lost, issues, people, mayChange };
}

/** Notes are for those who check the article, and go into no memo: evidence is loaded without them. */
async function withNotes(assessments: Assessment[]): Promise<Noted[]> {
  const ids = assessments.map((each) => each.id);
  const rows = await db().assessment.findMany({
    where: { id: { in: ids } },
    select: { id: true, note: true },
  });
  const notes = new Map(rows.map(({ id, note }) => [id, note]));
  return assessments.map((each) => ({ ...each, note: notes.get(each.id) ?? '' }));
}

/** Everyone named in the proposals, each once; who was accepted already is settled. */
async function peopleIn(
  teamId: string,
  proposals: Proposal[],
  assessments: Assessment[],
): Promise<Named[]> {
  const named = new Map<string, Named>();
  for (const { statement, assessmentId } of proposals) {
    const held = assessments.find((each) => each.id === assessmentId)?.holders ?? [];
    for (const [index, { name, kind }] of statement.speakers.entries()) {
      const known = named.get(name);
      // A correction of the speaker settles who said that one thing, not whom the name means.
      const holder = held[index];
      const isThey = holder !== undefined && isCalled(holder, name);
      const expertId = known?.expertId ?? (isThey ? holder.id : null);
      named.set(name, { name, kind, expertId, candidates: [] });
    }
  }
  const open = [...named.values()].filter((each) => each.expertId === null);
  const likes = await expertsLike(
    db(),
    teamId,
    open.map(({ name, kind }) => ({ name, kind, aliases: [] })),
  );
  return [...named.values()].map((each) => ({ ...each, candidates: likes.get(each.name) ?? [] }));
}
