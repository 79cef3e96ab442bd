import { assemble, chooseAssessments } from '@/domain/assemble';
import { type Evidence, isOnTheRecord } from '@/domain/assessment';
import { readDocument } from '@/domain/document/document';
import { setMemo } from '@/domain/document/set';
import { AppError } from '@/domain/errors';
import type { Issue } from '@/domain/issue';
import type { Template } from '@/domain/template';
import { previewOrder } from '@/domain/template/preview';
import type { Actor } from '@/domain/user';
import { getArticle, latestToBrief } from './articles';
import { authorize } from './authorize';
import { exportPdf } from './export/typst/pdf';

/** What a template is tried on: an article of the actor's, and what was said in it on the record. */
export type PreviewMatter = { evidence: Evidence; issues: Issue[] };

/** The article that every start has in store, which each format was made on. */
const demonstration = 'pakistan-us-talks-2012-12-14';

/**
 * What a template is tried on: the demonstration article, or else the latest that a memo can be made
 * of; null where there is none.
 */
export async function getPreviewMatter(actor: Actor): Promise<PreviewMatter | null> {
  const known = await getArticle(actor, demonstration).catch(ignoreMissing);
  const id = known ? null : await latestToBrief(actor);
  const view = known ?? (id === null ? null : await getArticle(actor, id));
  if (!view || view.issues.length === 0) return null;
  const { article, assessments, issues } = view;
  const used = chooseAssessments(assessments.filter(isOnTheRecord), [article], issues);
  return { evidence: { articles: [article], assessments: used }, issues };
}

function ignoreMissing(fault: unknown): null {
  if (fault instanceof AppError && fault.code === 'not-found') return null;
  throw fault;
}

/** An unsaved template as a PDF, tried on what it is previewed with. For those who edit templates. */
export async function previewPdf(actor: Actor, template: Template): Promise<Uint8Array> {
  const [teamId = null] = actor.teamIds;
  authorize(actor, 'template.create', { teamId });
  const matter = await getPreviewMatter(actor);
  if (!matter) throw new AppError('not-found', 'There is no article to try the template on yet.');
  const document = readDocument(assemble({ ...previewOrder, ...matter, template }));
  const printed = setMemo(document, matter.evidence, { form: template.name });
  const { paper, type } = template;
  const { pdf } = await exportPdf(printed, { createdAt: new Date(0), paper, type });
  return pdf;
}
