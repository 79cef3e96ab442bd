'use server';

import { redirect } from 'next/navigation';
import { templateChangeSchema, templateCopySchema } from '@/domain/template/change';
import { action } from '@/server/action';
import { changeTemplate, copyTemplate } from '@/server/templates';

/** Copies a template for a team, and opens the copy to be edited. */
export const submitCopy = action(templateCopySchema, async (actor, input) => {
  redirect(`/templates/${await copyTemplate(actor, input)}/edit`);
});

/** Keeps an edited template as its next version, and shows its versions. */
export const submitTemplate = action(templateChangeSchema, async (actor, input) => {
  await changeTemplate(actor, input);
  redirect(`/templates/${input.slug}`);
});
