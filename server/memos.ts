import type { MemoSubject } from '@/domain/access';
import { assemble, chooseAssessments } from '@/domain/assemble';
import { type Evidence, isOnTheRecord } from '@/domain/assessment';
import type { Batch, Collision, Reach, SaveResult } from '@/domain/batch';
import {
  type DocumentJson,
  readDocument,
  wordsOf,
  writeDocument,
} from '@/domain/document/document';
import { basesIn } from '@/domain/document/walk';
import { AppError } from '@/domain/errors';
import type { Issue } from '@/domain/issue';
import type { NewMemo, Save } from '@/domain/memo';
import { can } from '@/domain/policy';
import type { EvidenceOrder } from '@/domain/reassembly/order';
import { type Template, templateSchema } from '@/domain/template';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { authorizeMemo, memosVisibleTo, subjectOf } from './access';
import { keepAssembly } from './assemblies';
import { record } from './audit';
import { authorize, authorizeFound, nothingHere } from './authorize';
import { change, db, type Store } from './db';
import { loadEvidence } from './evidence';
import { issuesOf } from './issues';
import { batchesSince, currentText } from './live/log';
import { roomOf } from './live/rooms';
import { listRecovered } from './recovered';
import { keepRevision } from './revisions';
import { takeTemplate } from './templates';
import { keepUses } from './uses';
import { documentAt } from './versions';

/** A memo as lists show it. */
export type MemoLine = {
  id: string;
  title: string;
  form: string;
  author: string;
  updatedAt: Date;
};

/** A memo to read, set or edit: its document at `version`, and the evidence it rests on. */
export type MemoView = MemoSubject & {
  id: string;
  title: string;
  form: string;
  /** The template it was made from, in the version it stays on. */
  template: Template;
  templateVersion: number;
  author: string;
  version: number;
  updatedAt: Date;
  document: DocumentJson;
  evidence: Evidence;
};

/** The memos that the actor sees, the latest changed first, and how many there are in all. */
export async function listMemos(
  actor: Actor,
  { take = 30, skip = 0 } = {},
): Promise<{ memos: MemoLine[]; total: number }> {
  const where = memosVisibleTo(actor);
  const [rows, total] = await Promise.all([
    db().memo.findMany({
      where,
      omit: { document: true, text: true },
      orderBy: { updatedAt: 'desc' },
      include: { author: { select: { name: true } }, template: { select: { name: true } } },
      take,
      skip,
    }),
    db().memo.count({ where }),
  ]);
  const memos = rows.map(({ id, title, template, author, updatedAt }) => ({
    id,
    title,
    form: template.name,
    author: author.name,
    updatedAt,
  }));
  return { memos, total };
}

/** One memo with the evidence it rests on. */
export async function getMemo(actor: Actor, id: string): Promise<MemoView> {
  const subject = await authorizeMemo(db(), actor, 'memo.read', id);
  const memo = await viewMemo(id, subject);
  if (!memo) throw nothingHere();
  return memo;
}

/**
 * The memo with its evidence; null where there is none. Who may see it is for the caller to ask, who
 * then knows whom it is open to (`known`).
 */
export async function viewMemo(id: string, known?: MemoSubject): Promise<MemoView | null> {
  const subject = known ?? (await subjectOf(db(), id));
  const row = await db().memo.findUnique({
    where: { id },
    include: {
      author: { select: { name: true } },
      template: { select: { name: true, version: true, definition: true } },
      articles: { select: { versionId: true } },
    },
  });
  if (!subject || !row) return null;
  const { title, updatedAt } = row;
  const { version, document } = await currentText(db(), row);
  return {
    ...subject,
    id,
    title,
    version,
    updatedAt,
    form: row.template.name,
    template: templateSchema.parse(row.template.definition),
    templateVersion: row.template.version,
    author: row.author.name,
    document: writeDocument(document),
    evidence: await evidenceOf(row.articles.map((article) => article.versionId)),
  };
}

/** What a memo may rest on: no statement whose holder may not be named goes further than here. */
async function evidenceOf(versionIds: string[]): Promise<Evidence> {
  const { articles, assessments } = await loadEvidence(db(), versionIds);
  return { articles, assessments: assessments.filter(isOnTheRecord) };
}

/** What the editor opens. */
export type Draft = Pick<MemoView, 'version' | 'document' | 'evidence'> & {
  issues: Issue[];
  recovered: (Collision & { id: string })[];
};

/** A memo's text, the issues that its evidence speaks to, and what is kept for its writer. */
export async function getDraft(actor: Actor, id: string): Promise<Draft> {
  const { version, document, evidence } = await getMemo(actor, id);
  const [issues, recovered] = await Promise.all([
    issuesOf(db(), evidence.assessments),
    listRecovered(actor, id),
  ]);
  return { version, document, evidence, issues, recovered };
}

/** A memo's text as it was at a version, for what was left unsent on top of it. */
export async function getTextAt(
  actor: Actor,
  id: string,
  version: number,
): Promise<Pick<Draft, 'version' | 'document'>> {
  await authorizeMemo(db(), actor, 'memo.read', id);
  const memo = await db().memo.findUniqueOrThrow({ where: { id }, select: { version: true } });
  if (version > memo.version)
    throw new AppError('invalid', 'This version is newer than the stored memo.');
  return { version, document: writeDocument(await documentAt(db(), id, version)) };
}

/**
 * Assembles a memo from an article, a template and the chosen issues, and keeps it with its first
 * revision. `date` is the memo's, `YYYY-MM-DD`. Returns the memo's id.
 */
export async function createMemo(actor: Actor, input: NewMemo, date: string): Promise<string> {
  return change(async (tx) => {
    const article = await tx.article.findUnique({
      where: { id: input.article },
      include: { versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } },
    });
    authorizeFound(actor, 'article.read', article);
    authorize(actor, 'memo.create', { teamId: article.teamId });
    const versionIds = article.versions.map((version) => version.id);
    const {
      id: templateId,
      template,
      version: templateVersion,
    } = await takeTemplate(tx, {
      actor,
      slug: input.template,
      teamId: article.teamId,
    });
    const document = await assembleFrom(tx, versionIds, { ...input, template, date });
    const memo = await tx.memo.create({
      data: {
        teamId: article.teamId,
        authorId: actor.id,
        templateId,
        title: input.title,
        document: document as Prisma.InputJsonObject,
        text: wordsOf(readDocument(document)),
        articles: { create: versionIds.map((versionId) => ({ versionId })) },
      },
    });
    const order = orderOf(input, versionIds, date);
    await keepAssembly(tx, actor, memo.id, { order, document });
    await keepUses(tx, memo.id, new Set(), basesIn(readDocument(document)));
    await keepRevision(tx, actor, { ...memo, document, label: 'As assembled' });
    await record(tx, {
      actorId: actor.id,
      event: 'memo.created',
      subjectType: 'memo',
      subjectId: memo.id,
      detail: { template: template.slug, templateVersion },
    });
    return memo.id;
  });
}

function orderOf(input: NewMemo, versions: string[], date: string): EvidenceOrder {
  const { title, to, from, issues } = input;
  const matrix = input.matrix === 'on';
  return { made: 'evidence', title, to, from, date, issues, matrix, versions };
}

type Ordered = Omit<NewMemo, 'template' | 'article'> &
  Pick<Parameters<typeof assemble>[0], 'template' | 'date'>;

async function assembleFrom(tx: Store, versionIds: string[], ordered: Ordered) {
  const evidence = await loadEvidence(tx, versionIds);
  const known = await issuesOf(tx, evidence.assessments);
  const issues = known.filter((issue) => ordered.issues.includes(issue.id));
  if (issues.length < ordered.issues.length)
    throw new AppError('invalid', 'One of the chosen issues is not spoken to in this article.');
  const assessments = chooseAssessments(evidence.assessments, evidence.articles, issues);
  const matrix = ordered.matrix === 'on';
  return assemble({ ...ordered, matrix, issues, evidence: { ...evidence, assessments } });
}

/**
 * Commits a batch of steps on top of the version it was made on, and of what others committed
 * since: the answer holds what came between and the steps as they were written. Words that met
 * with another's deletion are kept and told. A retry of a batch that did arrive changes nothing. What
 * the template gives the memo is as it was after it, unless the save is to `reframe` it. Whoever may
 * only suggest changes nothing but their own suggestions.
 */
export async function saveMemo(
  actor: Actor,
  input: Save,
  reach: Exclude<Reach, 'suggest'> = 'edit',
): Promise<SaveResult> {
  const least = reach === 'edit' ? 'memo.suggest' : 'memo.edit';
  const memo = await subjectOf(db(), input.memo);
  if (!memo || !can(actor, 'memo.read', memo)) throw new AppError('not-found', notOpen);
  authorize(actor, least, memo);
  const room = await roomOf(input.memo);
  if (!room) throw nothingHere();
  return room.commit(actor, input, can(actor, 'memo.edit', memo) ? reach : 'suggest');
}

/** Whoever was shut out while they wrote reads this; so does one who guesses at an id. */
const notOpen = 'This memo is not open to you any more.';

/** What was committed to a memo after version `from`, for a browser that has it open. */
export async function listChanges(
  actor: Actor,
  memoId: string,
  from: number,
): Promise<{ version: number; batches: Batch[] }> {
  await authorizeMemo(db(), actor, 'memo.read', memoId);
  const memo = await db().memo.findUniqueOrThrow({
    where: { id: memoId },
    select: { version: true },
  });
  if (memo.version <= from) return { version: memo.version, batches: [] };
  const batches = await batchesSince(db(), memoId, from);
  return { version: batches.at(-1)?.to ?? from, batches };
}
