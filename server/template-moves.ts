import type { Node } from 'prosemirror-model';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { MemoSubject } from '@/domain/access';
import { largestBatch } from '@/domain/batch';
import { writeDocument } from '@/domain/document/document';
import { type Moving, moveDocument } from '@/domain/document/move';
import { stepsBetween } from '@/domain/document/restore';
import { AppError } from '@/domain/errors';
import { templateSchema } from '@/domain/template';
import type { MemoMove } from '@/domain/template/change';
import { changesBetween } from '@/domain/template/compare';
import type { Actor } from '@/domain/user';
import { authorizeMemo } from './access';
import { keepAssembly, lastAssembly } from './assemblies';
import { record } from './audit';
import { change, db, type Store } from './db';
import { saveMemo } from './memos';
import { keepRevision } from './revisions';
import { findLatest, type TemplateVersion, takeTemplate } from './templates';
import { documentAt } from './versions';

/** What would change if a memo were moved to the latest version of its template. */
export type Proposal = MemoSubject & {
  title: string;
  template: string;
  /** The memo’s own version. */
  base: number;
  from: number;
  to: number;
  /** What the versions of the template differ in. */
  changes: string[];
  /** What becomes of what was written in the memo. */
  notes: string[];
};

/** What a move would change; null where the memo is on the latest version of its template. */
export async function proposeMove(
  actor: Actor,
  memoId: string,
  date: string,
): Promise<Proposal | null> {
  const subject = await authorizeMemo(db(), actor, 'memo.read', memoId);
  const memo = await memoOf(db(), memoId);
  const latest = await latestOf(db(), actor, memo);
  const { version: from, template: before } = memo.on;
  if (!latest || latest.version <= from) return null;
  const { version: to, template: now } = latest;
  const document = await documentAt(db(), memoId, memo.version);
  const { notes } = moveDocument(document, { from: before, to: now, date });
  const changes = changesBetween(before, now);
  const { title, version: base } = memo;
  return { ...subject, title, template: now.name, base, from, to, changes, notes };
}

/** The number of a newer version of a memo's template; null where it is on the latest. */
export async function newerVersion(
  actor: Actor,
  memo: { teamId: string; template: { slug: string }; templateVersion: number },
): Promise<number | null> {
  const within = { ...actor, teamIds: [memo.teamId] };
  const latest = await findLatest(db(), within, memo.template.slug);
  return latest && latest.version > memo.templateVersion ? latest.version : null;
}

/**
 * Moves a memo to the latest version of its template, by ordinary steps, so that open editors take
 * them in and go on. The text before and after are kept, and nothing that people wrote is lost.
 * Refused where memo or template have changed since the proposal. `date` is the day, `YYYY-MM-DD`.
 */
export async function moveMemo(actor: Actor, input: MemoMove, date: string): Promise<string> {
  const { memo: id, base } = input;
  const { steps, was, now } = await change((tx) => prepare(tx, actor, { ...input, date }));
  const clientId = `move-${v7()}`;
  const save = { memo: id, from: base, clientId, clientSeq: 1, steps };
  // None where the text was moved before, and what follows was cut off.
  const version = steps.length > 0 ? (await saveMemo(actor, save, 'reframe')).version : base;
  await change(async (tx) => {
    await moveAssembly(tx, actor, id, { from: was.template, to: now.template, date });
    await tx.memo.updateMany({ where: { id, templateId: was.id }, data: { templateId: now.id } });
    const document = writeDocument(await documentAt(tx, id, version));
    const label = `Moved to version ${now.version} of its template`;
    await keepRevision(tx, actor, { id, version, document, label });
    await record(tx, {
      actorId: actor.id,
      event: 'memo.moved',
      subjectType: 'memo',
      subjectId: id,
      detail: { from: was.version, to: now.version, at: version },
    });
  });
  return `The memo is on version ${now.version} of its template.`;
}

/**
 * What the memo was assembled as goes along: a new assembly proposes then what the evidence adds to the
 * new sections, and not that text be taken out because its section went.
 */
async function moveAssembly(tx: Store, actor: Actor, memoId: string, moving: Moving) {
  const { order, document } = await lastAssembly(tx, memoId);
  const moved = writeDocument(moveDocument(document, moving).document);
  await keepAssembly(tx, actor, memoId, { order, document: moved });
}

const movedSchema = z.object({ from: z.number(), at: z.number() });

/**
 * A memo's text of an earlier version, from before it was moved, on the version of the template that
 * it is on now. Which one it was on then stands in the audit.
 */
export async function onItsTemplate(
  tx: Store,
  memoId: string,
  version: number,
  then: Node,
): Promise<Node> {
  const memo = await memoOf(tx, memoId);
  const moves = await tx.auditEntry.findMany({
    where: { subjectType: 'memo', subjectId: memoId, event: 'memo.moved' },
    orderBy: { at: 'asc' },
    select: { detail: true },
  });
  const next = moves.map(({ detail }) => movedSchema.parse(detail)).find(({ at }) => at > version);
  if (!next) return then;
  const { slug } = memo.on.template;
  const was = await tx.template.findUniqueOrThrow({
    where: { slug_version: { slug, version: next.from } },
  });
  const from = templateSchema.parse(was.definition);
  const date = new Date().toISOString().slice(0, 10);
  return moveDocument(then, { from, to: memo.on.template, date }).document;
}

async function prepare(tx: Store, actor: Actor, input: MemoMove & { date: string }) {
  await authorizeMemo(tx, actor, 'memo.edit', input.memo);
  const memo = await memoOf(tx, input.memo);
  const { slug } = memo.on.template;
  const now = await takeTemplate(tx, { actor, slug, teamId: memo.teamId });
  if (memo.version !== input.base || now.version !== input.to || memo.on.version >= now.version)
    throw changedSince();
  const { id: templateId, version, template } = memo.on;
  const document = await documentAt(tx, input.memo, input.base);
  const moved = moveDocument(document, { from: template, to: now.template, date: input.date });
  const label = `Before moving to version ${now.version} of its template`;
  const kept = { id: input.memo, version: input.base, document: writeDocument(document), label };
  await keepRevision(tx, actor, kept);
  const steps = stepsBetween(document, moved.document, largestBatch);
  return { steps, was: { id: templateId, version, template }, now };
}

type OnTemplate = { teamId: string; on: { template: { slug: string } } };

function latestOf(store: Store, actor: Actor, memo: OnTemplate): Promise<TemplateVersion | null> {
  return findLatest(store, { ...actor, teamIds: [memo.teamId] }, memo.on.template.slug);
}

async function memoOf(store: Store, id: string) {
  const memo = await store.memo.findUniqueOrThrow({
    where: { id },
    select: { teamId: true, title: true, version: true, template: true },
  });
  const { template: row, ...rest } = memo;
  const template = templateSchema.parse(row.definition);
  return { ...rest, on: { id: row.id, version: row.version, template } };
}

function changedSince(): AppError {
  return new AppError(
    'conflict',
    'The memo or its template has changed since this page was opened. Nothing was moved; load the page again and look at what would change.',
  );
}
