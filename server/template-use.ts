import { can } from '@/domain/policy';
import { changesBetween } from '@/domain/template/compare';
import type { Actor } from '@/domain/user';
import { memosVisibleTo } from './access';
import { db } from './db';
import {
  findLatest,
  latestTemplates,
  noTemplate,
  readVersion,
  type TemplateVersion,
  templatesVisibleTo,
} from './templates';

/** A template as its list shows it; `memos` are those that the actor sees, `behind` of them on older versions. */
export type TemplateLine = {
  slug: string;
  name: string;
  purpose: string;
  origin: string;
  isHouse: boolean;
  version: number;
  memos: number;
  behind: number;
};

/** The templates that the actor sees, in the order in which they are offered. */
export async function listTemplates(actor: Actor): Promise<TemplateLine[]> {
  const [latest, used] = await Promise.all([latestTemplates(actor), countUses(actor)]);
  return latest.map(({ version, template, teamId }) => {
    const { slug, name, purpose, origin } = template;
    const uses = used.filter((each) => each.slug === slug);
    const memos = sum(uses);
    const behind = sum(uses.filter((each) => each.version < version));
    return { slug, name, purpose, origin, isHouse: teamId === null, version, memos, behind };
  });
}

type Use = { slug: string; version: number; memos: number };

const sum = (uses: Use[]) => uses.reduce((count, each) => count + each.memos, 0);

/** How many memos that the actor sees rest on which version. */
async function countUses(actor: Actor): Promise<Use[]> {
  const groups = await db().memo.groupBy({
    by: ['templateId'],
    where: memosVisibleTo(actor),
    _count: true,
  });
  const rows = await db().template.findMany({
    where: { id: { in: groups.map((each) => each.templateId) } },
    select: { id: true, slug: true, version: true },
  });
  return rows.map(({ id, slug, version }) => ({
    slug,
    version,
    memos: groups.find((each) => each.templateId === id)?._count ?? 0,
  }));
}

/** A version as its template's page shows it: who made it, what it changed, and how many memos rest on it. */
export type VersionLine = TemplateVersion & { by: string | null; changes: string[]; memos: number };

/** A template with its versions, the latest first, and the memos that rest on older ones. */
export type TemplateView = {
  slug: string;
  teamId: string | null;
  latest: TemplateVersion;
  versions: VersionLine[];
  behind: { id: string; title: string; version: number }[];
};

/** How many memos on older versions a template's page lists. */
const most = 50;

/** One template. What the actor may not see is not found, like what is not there. */
export async function getTemplate(actor: Actor, slug: string): Promise<TemplateView> {
  const latest = await findLatest(db(), actor, slug);
  if (!latest) throw noTemplate(slug);
  const rows = await db().template.findMany({
    where: { AND: [templatesVisibleTo(actor), { slug }] },
    orderBy: { version: 'desc' },
    include: { madeBy: { select: { name: true } } },
  });
  const uses = (await countUses(actor)).filter((each) => each.slug === slug);
  const stored = rows.map((row) => ({ ...readVersion(row), by: row.madeBy?.name ?? null }));
  const all = latest.id === null ? [{ ...latest, by: null }, ...stored] : stored;
  const versions = all.map((each, index) => {
    const before = all[index + 1];
    return {
      ...each,
      changes: before ? changesBetween(before.template, each.template) : [],
      memos: uses.find(({ version }) => version === each.version)?.memos ?? 0,
    };
  });
  return { slug, teamId: latest.teamId, latest, versions, behind: await behindOf(actor, latest) };
}

async function behindOf(actor: Actor, { version, template }: TemplateVersion) {
  const memos = await db().memo.findMany({
    where: {
      ...memosVisibleTo(actor),
      template: { slug: template.slug, version: { lt: version } },
    },
    orderBy: { updatedAt: 'desc' },
    select: { id: true, title: true, template: { select: { version: true } } },
    take: most,
  });
  return memos.map(({ id, title, template: { version: on } }) => ({ id, title, version: on }));
}

/** The teams for which the actor may copy a template, by name. */
export async function teamsToCopyFor(actor: Actor): Promise<{ id: string; name: string }[]> {
  const ids = actor.teamIds.filter((teamId) => can(actor, 'template.create', { teamId }));
  return db().team.findMany({
    where: { id: { in: ids } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}
