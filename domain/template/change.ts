import { z } from 'zod';
import { AppError } from '../errors';
import { type Template, templateSchema, templateSlug } from '../template';

const version = z.coerce.number().int().min(1).max(1_000_000);

/** The most letters that a definition may have when it is sent. */
const longest = 200_000;

/** A definition as a form sends it: its JSON. Refused with a sentence where it is none. */
export const definitionSchema = z
  .string()
  .max(longest, 'This template is too long to be kept.')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'This is no template.' });
      return z.NEVER;
    }
  })
  .pipe(templateSchema);

/** What the form to copy a template sends: which, and how the team’s own is to be called. */
export const templateCopySchema = z.object({
  slug: templateSlug,
  team: z.uuid('Choose whose template it is to be.'),
  name: z.string().trim().min(1, 'Give the copy a name.').max(60, 'Give it 60 letters or fewer.'),
});

/** What the form to edit a template sends; `base` is the version that one began with. */
export const templateChangeSchema = z.object({
  slug: templateSlug,
  base: version,
  definition: definitionSchema,
});

/** What the form to move a memo sends: its version as its page showed it, and the template’s. */
export const memoMoveSchema = z.object({
  memo: z.uuid(),
  base: z.coerce.number().int().min(0).max(2_147_483_647),
  to: version,
});

export type TemplateCopy = z.infer<typeof templateCopySchema>;
export type TemplateChange = z.infer<typeof templateChangeSchema>;
export type MemoMove = z.infer<typeof memoMoveSchema>;

/**
 * The next version's definition of a team's template: what was edited, under the name in addresses
 * and with the origin that it has. Refused where another version came in between, and where nothing
 * was changed.
 */
export function decideChange(
  latest: { version: number; template: Template },
  { base, definition }: TemplateChange,
): Template {
  const { slug, origin } = latest.template;
  if (latest.version !== base) throw savedMeanwhile(latest.version);
  const next = { ...definition, slug, origin };
  if (JSON.stringify(next) === JSON.stringify(latest.template))
    throw new AppError('invalid', `Nothing is different from version ${base}. Nothing was saved.`);
  return next;
}

/** That another version came in between; its number is among the fields, to look at and go on from. */
export function savedMeanwhile(version: number): AppError {
  return new AppError(
    'conflict',
    `Somebody saved version ${version} of this template meanwhile. Nothing was saved, and what you changed is still here: look at theirs, and save yours on top of it or not.`,
    { latest: `${version}` },
  );
}

/** The first version of a team’s copy. It says what it was copied from, and is never called official. */
export function decideCopy(
  from: Template,
  { name, slug, team }: { name: string; slug: string; team: string },
): Template {
  const [source = from.origin] = from.origin.split(' · ').slice(-1);
  const origin = `House template of ${team}, copied from “${from.name}” · ${source}`;
  return { ...from, name, slug, origin };
}
