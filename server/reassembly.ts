import type { Node } from 'prosemirror-model';
import { hashText } from '@/domain/article';
import { assembleAnew, chooseAssessments } from '@/domain/assemble';
import type { Evidence } from '@/domain/assessment';
import { derive } from '@/domain/derive';
import { type DocumentJson, readDocument, writeDocument } from '@/domain/document/document';
import { sectionsOf } from '@/domain/document/parts';
import { withoutSuggestions } from '@/domain/document/settle';
import { AppError } from '@/domain/errors';
import { can } from '@/domain/policy';
import { countRenamed, renamed } from '@/domain/reassembly/names';
import type { Ask, EvidenceOrder, MemoOrder, Order, WordOrder } from '@/domain/reassembly/order';
import { type Proposal, proposalsOf } from '@/domain/reassembly/proposals';
import { type Template, templateSchema } from '@/domain/template';
import type { Actor } from '@/domain/user';
import { authorizeMemo, subjectOf } from './access';
import { articleLines, articlesVisibleTo } from './articles';
import { lastAssembly } from './assemblies';
import { nothingHere } from './authorize';
import { db, type Store } from './db';
import { loadEvidence } from './evidence';
import { issuesOf } from './issues';
import { currentText } from './live/log';
import { latestOf, namesIn } from './newer';

/**
 * What a new assembly of a memo would change in its text at `version`. `moved` is how many quotes and
 * citations go over to a newer version of their article as they stand. `digest` names all of this.
 */
export type Plan = {
  memo: { id: string; teamId: string; title: string };
  sections: { name: string; heading: string }[];
  version: number;
  order: Order;
  evidence: Evidence;
  proposals: Proposal[];
  moved: number;
  digest: string;
};

/** The same with the texts that it was worked out from. */
export type Worked = Plan & {
  mine: Node;
  renamedMine: Node;
  fresh: Node;
  held: string[];
  older: string[];
};

/**
 * What a new assembly would change in a memo that the actor reads, from what is stored now. Refused
 * where they may not read what that is.
 */
export async function planReassembly(
  actor: Actor,
  memoId: string,
  ask: Ask,
): Promise<Plan & { mayTake: boolean }> {
  const subject = await authorizeMemo(db(), actor, 'memo.read', memoId);
  const memo = await loadForPlan(db(), memoId);
  await authorizeSources(db(), actor, memo);
  const plan = await workOut(db(), memo, ask);
  return { ...plan, mayTake: can(actor, 'memo.assemble', subject) };
}

/**
 * How many parts of a memo that the actor reads are out of date: an assembly from what is stored now
 * has others. None are counted for those who may not read what it is assembled of.
 */
export async function countOutdated(actor: Actor, memoId: string): Promise<number> {
  const memo = await loadForPlan(db(), memoId);
  if (!(await maySeeSources(db(), actor, memo))) return 0;
  return (await workOut(db(), memo, { add: [], issues: [] })).proposals.length;
}

/** What else a memo may be assembled of: the issues spoken to, and the team's other articles. */
export async function choicesFor(actor: Actor, { memo, order, evidence }: Plan, ask: Ask) {
  const known = await issuesOf(db(), evidence.assessments);
  const chosen = order.made === 'evidence' ? order.issues : [];
  const issues = known.map(({ id, name }) => ({
    id,
    name,
    statements: evidence.assessments.filter((each) => each.issues.some((tag) => tag.issueId === id))
      .length,
    isIn: chosen.includes(id),
  }));
  const lines = await articleLines(
    { AND: [articlesVisibleTo(actor), { teamId: memo.teamId }] },
    200,
  );
  const slugs = new Set(evidence.articles.map(({ slug }) => slug));
  const toTitle = ({ id, title }: (typeof lines)[number]) => ({ id, title });
  return {
    issues,
    matrix: order.made === 'evidence' && order.matrix,
    added: lines.filter(({ id }) => ask.add.includes(id)).map(toTitle),
    others: lines
      .filter(({ slug, assessments }) => assessments > 0 && !slugs.has(slug))
      .map(toTitle),
  };
}

/** A memo's row with what a plan is worked out from. */
export async function loadForPlan(store: Store, id: string) {
  return store.memo.findUniqueOrThrow({
    where: { id },
    include: {
      template: { select: { definition: true } },
      articles: { select: { versionId: true } },
    },
  });
}

type Row = Awaited<ReturnType<typeof loadForPlan>>;

/**
 * Refuses those who may not read what a memo is assembled of: its team's articles as they are now, and
 * the memo whose lines it was made of.
 */
export async function authorizeSources(store: Store, actor: Actor, memo: Row): Promise<void> {
  if (!(await maySeeSources(store, actor, memo))) throw nothingHere();
}

async function maySeeSources(store: Store, actor: Actor, { teamId, parentId }: Row) {
  const parent = parentId ? await subjectOf(store, parentId) : null;
  return can(actor, 'article.read', { teamId }) && (!parent || can(actor, 'memo.read', parent));
}

/** Works a plan out; the caller has authorized it. */
export async function workOut(store: Store, memo: Row, ask: Ask): Promise<Worked> {
  const last = await lastAssembly(store, memo.id);
  const template = templateSchema.parse(memo.template.definition);
  const held = memo.articles.map(({ versionId }) => versionId);
  const made =
    last.order.made === 'word'
      ? await fromWord(store, last.order, last.document, held)
      : last.order.made === 'memo'
        ? await fromMemo(store, last.order, template)
        : await fromEvidence(store, last.order, template, { held, ask, teamId: memo.teamId });
  const { names, older } = await namesIn(store, held, made.evidence);
  const { version, document: mine } = await currentText(store, memo);
  const [base, renamedMine] = [renamed(last.document, names), renamed(mine, names)];
  const fresh = readDocument(made.document);
  const proposals = proposalsOf({ base, mine: renamedMine, fresh });
  const { order, evidence } = made;
  const digest = hashText(JSON.stringify([version, order, proposals, [...names]]));
  const moved = countRenamed(mine, names);
  const sections = sectionsOf(mine).map(({ attrs, firstChild }) => ({
    name: attrs.name as string,
    heading: firstChild?.textContent ?? '',
  }));
  const { id, teamId, title } = memo;
  const plan = { memo: { id, teamId, title }, sections, version, order, evidence, proposals };
  return { ...plan, moved, digest, mine, renamedMine, fresh, held, older };
}

type Made = { order: Order; document: DocumentJson; evidence: Evidence };

/** What came from Word is assembled of nothing else: anew it is what it was. */
async function fromWord(
  store: Store,
  order: WordOrder,
  document: Node,
  held: string[],
): Promise<Made> {
  const evidence = await loadEvidence(store, await latestOf(store, held));
  return { order, document: writeDocument(document), evidence };
}

async function fromEvidence(
  store: Store,
  last: EvidenceOrder,
  template: Template,
  { held, ask, teamId }: { held: string[]; ask: Ask; teamId: string },
): Promise<Made> {
  const added = await store.articleVersion.findMany({
    where: { latest: true, article: { id: { in: ask.add }, teamId } },
    select: { id: true },
  });
  const versions = [...new Set([...(await latestOf(store, held)), ...added.map(({ id }) => id)])];
  const evidence = await loadEvidence(store, versions);
  const wanted = ask.issues.length > 0 ? ask.issues : last.issues;
  const issues = (await issuesOf(store, evidence.assessments)).filter(({ id }) =>
    wanted.includes(id),
  );
  const matrix = ask.issues.length > 0 ? ask.matrix === 'on' : last.matrix;
  const order = { ...last, issues: issues.map(({ id }) => id), matrix, versions };
  const assessments = chooseAssessments(evidence.assessments, evidence.articles, issues);
  const document = assembleAnew({
    ...order,
    template,
    issues,
    evidence: { ...evidence, assessments },
  });
  return { order, document, evidence };
}

async function fromMemo(store: Store, last: MemoOrder, template: Template): Promise<Made> {
  const row = await loadForPlan(store, last.parent);
  if (!row) throw new AppError('not-found', 'The memo that this one was made of is gone.');
  const { version, document } = await currentText(store, row);
  const parent = withoutSuggestions(document);
  const versions = row.articles.map(({ versionId }) => versionId);
  const evidence = await loadEvidence(store, versions);
  return {
    order: { ...last, version },
    document: derive({ ...last, template, parent }),
    evidence,
  };
}
