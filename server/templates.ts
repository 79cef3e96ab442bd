import { AppError } from '@/domain/errors';
import { type Template, templateSchema } from '@/domain/template';
import { builtInTemplates, templatesFromMemos } from '@/domain/template/built-in';
import type { Actor } from '@/domain/user';
import { authorize } from './authorize';
import type { Store } from './db';

/** The templates a memo can be made from evidence in, the latest of each, in the house's order. */
export function listTemplates(actor: Actor): Template[] {
  authorize(actor, 'template.read', { teamId: null });
  return builtInTemplates;
}

/** The templates that another memo's lines can be drawn into, those made for it first. */
export function listTemplatesForLines(actor: Actor): Template[] {
  authorize(actor, 'template.read', { teamId: null });
  const draws = ({ sections }: Template) => sections.some((section) => section.draws.length > 0);
  return [...builtInTemplates.filter(draws), ...templatesFromMemos];
}

/**
 * The stored template of this slug, in its latest version, and its definition. A template of the
 * house's own is stored when it is first used, so that the memo stays on that version.
 */
export async function useTemplate(
  tx: Store,
  slug: string,
): Promise<{ id: string; template: Template }> {
  const all = [...builtInTemplates, ...templatesFromMemos];
  const template = all.find((each) => each.slug === slug);
  if (!template) throw new AppError('invalid', `There is no template “${slug}”.`);
  const latest = await tx.template.findFirst({ where: { slug }, orderBy: { version: 'desc' } });
  if (
    latest &&
    JSON.stringify(templateSchema.parse(latest.definition)) === JSON.stringify(template)
  )
    return { id: latest.id, template };
  const version = (latest?.version ?? 0) + 1;
  // Another first memo may be storing it at the same moment: then it is theirs that is used.
  await tx.template.createMany({
    data: [{ slug, version, name: template.name, definition: template }],
    skipDuplicates: true,
  });
  const where = { slug_version: { slug, version } };
  const { id } = await tx.template.findUniqueOrThrow({ where, select: { id: true } });
  return { id, template };
}
