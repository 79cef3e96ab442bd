import { revalidatePath } from 'next/cache';
import { unstable_rethrow } from 'next/navigation';
import { z } from 'zod';
import type { FormAction, FormState } from '@/domain/errors';
import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import { currentActor, webWhence } from './session';
import { doFrom } from './whence';

/**
 * Makes a server action of a schema and a function of `server/`. Whoever calls it has to be signed
 * in and send what the schema takes; refusals come back as sentences, all fields at once, and
 * everything else reaches the error page. Server actions are public: this is their only door.
 */
export function action<Schema extends z.ZodType>(
  schema: Schema,
  work: (actor: Actor, input: z.output<Schema>) => Promise<unknown>,
): FormAction {
  return async (_state, form) => {
    const actor = await currentActor();
    if (!actor) return refuse('Your session has ended. Sign in again; nothing was changed.');
    return answer(schema, form, (input) => work(actor, input));
  };
}

/** The same for the few forms that are for people who are not signed in yet. */
export function openAction<Schema extends z.ZodType>(
  schema: Schema,
  work: (input: z.output<Schema>) => Promise<unknown>,
): FormAction {
  return async (_state, form) => answer(schema, form, work);
}

async function answer<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  work: (input: z.output<Schema>) => Promise<unknown>,
): Promise<FormState> {
  const values = readForm(form);
  // PostgreSQL keeps none, and nobody writes one.
  if (JSON.stringify(values).includes('\\u0000')) return refuse('A text may not hold a NUL.');
  const input = schema.safeParse(values);
  if (!input.success) return refuse('Some of this can’t be used yet.', faultsByField(input.error));
  try {
    const message = await doFrom(await webWhence(), () => work(input.data));
    revalidatePath('/', 'layout');
    if (typeof message === 'string') return { ok: true, message };
    return { ok: true, ...noted.safeParse(message).data };
  } catch (fault) {
    unstable_rethrow(fault);
    if (fault instanceof AppError) return refuse(fault.message, fault.fields);
    throw fault;
  }
}

/** What some work says beside its message. */
const noted = z.object({ message: z.string(), note: z.string() });

/** Fields named "issues[]" are lists, even of one or none; React's own fields are left out. */
function readForm(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$')) continue;
    if (key.endsWith('[]')) values[key.slice(0, -2)] = form.getAll(key);
    else values[key] = form.get(key);
  }
  return values;
}

function faultsByField(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return fields;
}

function refuse(message: string, fields: Record<string, string> = {}): FormState {
  return { ok: false, message, fields };
}
