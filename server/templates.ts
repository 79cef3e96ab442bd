import { v7 } from 'uuid';
import { AppError } from '@/domain/errors';
import { slugOf } from '@/domain/intake/slug';
import { type Template, templateSchema } from '@/domain/template';
import { builtInTemplates, templatesFromMemos } from '@/domain/template/built-in';
import {
  decideChange,
  decideCopy,
  savedMeanwhile,
  type TemplateChange,
  type TemplateCopy,
} from '@/domain/template/change';
import type { Actor } from '@/domain/user';
import { record } from './audit';
import { authorize } from './authorize';
import { change, db, type Store } from './db';

/** One version of a template. `id` and `at` are null for one of the house that no memo used yet. */
export type TemplateVersion = {
  id: string | null;
  version: number;
  template: Template;
  teamId: string | null;
  at: Date | null;
};

/** Which templates the actor sees: the house's and those of their teams. A test holds it against the policy. */
export function templatesVisibleTo(actor: Actor) {
  return { OR: [{ teamId: null }, { teamId: { in: actor.teamIds } }] };
}

type Row = {
  id: string;
  slug: string;
  version: number;
  definition: unknown;
  teamId: string | null;
  createdAt: Date;
};

/** A stored version, read. */
export function readVersion({ id, version, definition, teamId, createdAt }: Row): TemplateVersion {
  return { id, version, template: templateSchema.parse(definition), teamId, at: createdAt };
}

/** The house's templates, in its order: those made from evidence, then those made from memos alone. */
const ofHouse = [...builtInTemplates, ...templatesFromMemos];

/** The latest versions of the templates that a memo can be made from evidence in. */
export async function listTemplatesForEvidence(actor: Actor): Promise<Template[]> {
  const all = (await latestTemplates(actor)).map(({ template }) => template);
  return all.filter(({ madeFrom }) => madeFrom === 'evidence');
}

/** The latest versions of the templates that another memo's lines can be drawn into. */
export async function listTemplatesForLines(actor: Actor): Promise<Template[]> {
  const all = (await latestTemplates(actor)).map(({ template }) => template);
  return all.filter(({ sections }) => sections.some((section) => section.draws.length > 0));
}

/**
 * The latest versions of the templates that the actor sees: the house's in its order, then those of
 * the actor's teams by name.
 */
export async function latestTemplates(actor: Actor): Promise<TemplateVersion[]> {
  authorize(actor, 'template.read', { teamId: null });
  const rows = await db().template.findMany({
    where: templatesVisibleTo(actor),
    orderBy: [{ slug: 'asc' }, { version: 'desc' }],
    distinct: ['slug'],
  });
  const house = ofHouse.map((template) =>
    latestOfHouse(template, rows.find(({ slug }) => slug === template.slug) ?? null),
  );
  const own = rows.filter(({ teamId }) => teamId !== null).map(readVersion);
  return [...house, ...own.sort((a, b) => a.template.name.localeCompare(b.template.name, 'en'))];
}

/** The latest version under this slug, stored or not; null where there is none that the actor sees. */
export async function findLatest(
  store: Store,
  actor: Actor,
  slug: string,
): Promise<TemplateVersion | null> {
  const row = await store.template.findFirst({
    where: { AND: [templatesVisibleTo(actor), { slug }] },
    orderBy: { version: 'desc' },
  });
  const template = ofHouse.find((each) => each.slug === slug);
  if (template) return latestOfHouse(template, row);
  return row && readVersion(row);
}

/** What the house has now: a version that came with an update counts before a memo uses it. */
function latestOfHouse(template: Template, row: Row | null): TemplateVersion {
  const stored = row && readVersion(row);
  if (stored && JSON.stringify(stored.template) === JSON.stringify(template)) return stored;
  const version = (stored?.version ?? 0) + 1;
  return { id: null, version, template, teamId: null, at: null };
}

/**
 * The stored template of this slug, in its latest version, and its definition, for a memo of the
 * team. A template of the house's own is stored when it is first used, so that the memo stays on
 * that version.
 */
export async function takeTemplate(
  tx: Store,
  { actor, slug, teamId }: { actor: Actor; slug: string; teamId: string },
): Promise<{ id: string; version: number; template: Template }> {
  const latest = await findLatest(tx, { ...actor, teamIds: [teamId] }, slug);
  if (!latest) throw new AppError('invalid', `There is no template “${slug}”.`);
  const { version, template } = latest;
  if (latest.id !== null) return { id: latest.id, version, template };
  // Another first memo may be storing it at the same moment: then it is theirs that is used.
  await tx.template.createMany({
    data: [{ slug, version, name: template.name, definition: template }],
    skipDuplicates: true,
  });
  const where = { slug_version: { slug, version } };
  const { id } = await tx.template.findUniqueOrThrow({ where, select: { id: true } });
  return { id, version, template };
}

/** Copies a template, in its latest version, for a team to edit. Returns the copy's slug. */
export async function copyTemplate(actor: Actor, input: TemplateCopy): Promise<string> {
  return change(async (tx) => {
    const from = await findLatest(tx, actor, input.slug);
    if (!from) throw noTemplate(input.slug);
    authorize(actor, 'template.create', { teamId: input.team });
    const team = await tx.team.findUniqueOrThrow({ where: { id: input.team } });
    const id = v7();
    // Of chance at its end: no team learns from it what another's are called.
    const slug = slugOf(input.name, id.slice(-6)).replace(/^(?=\d)/, 't-');
    const template = decideCopy(from.template, { name: input.name, slug, team: team.name });
    await tx.template.create({
      data: {
        id,
        slug,
        version: 1,
        name: template.name,
        definition: template,
        teamId: team.id,
        madeById: actor.id,
      },
    });
    await recordTemplate(tx, actor, { id, event: 'template.copied', version: 1 });
    return slug;
  });
}

/**
 * Keeps an edited template as its next version; memos stay on theirs. Refused where somebody else's
 * came in between. Returns the version's number.
 */
export async function changeTemplate(actor: Actor, input: TemplateChange): Promise<number> {
  const { slug } = input;
  return change(async (tx) => {
    const latest = await findLatest(tx, actor, slug);
    if (!latest) throw noTemplate(slug);
    authorize(actor, 'template.change', { teamId: latest.teamId });
    const template = decideChange(latest, input);
    const [id, version] = [v7(), latest.version + 1];
    const { teamId } = latest;
    const data = { id, slug, version, name: template.name, definition: template, teamId };
    const made = await tx.template.createMany({
      data: [{ ...data, madeById: actor.id }],
      skipDuplicates: true,
    });
    if (made.count === 0) throw savedMeanwhile(version);
    await recordTemplate(tx, actor, { id, event: 'template.changed', version });
    return version;
  });
}

/** That there is none, or none that the actor sees: both answer alike. */
export function noTemplate(slug: string): AppError {
  return new AppError('not-found', `There is no template “${slug}” here.`);
}

type Told = { id: string; event: 'template.copied' | 'template.changed'; version: number };

async function recordTemplate(tx: Store, actor: Actor, { id, event, version }: Told) {
  const subject = { subjectType: 'template', subjectId: id } as const;
  await record(tx, { actorId: actor.id, event, ...subject, detail: { version } });
}
