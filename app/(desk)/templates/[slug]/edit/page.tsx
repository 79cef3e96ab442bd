import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { submitTemplate } from '@/app/(desk)/templates/actions';
import { TemplateEditor } from '@/components/template/template-editor';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { read, requireActor } from '@/server/page';
import { getPreviewMatter } from '@/server/template-preview';
import { getTemplate } from '@/server/template-use';

export const metadata: Metadata = { title: 'Edit a template' };

export default async function EditTemplatePage({ params }: PageProps<'/templates/[slug]/edit'>) {
  const actor = await requireActor();
  const template = await read(getTemplate(actor, (await params).slug));
  if (!can(actor, 'template.change', template)) notFound();
  const { slug, latest, versions } = template;
  const names = (list: 'fields' | 'sections') =>
    versions.flatMap((each) => each.template[list].map(({ name }) => name));
  return (
    <>
      <PageHead
        compact
        title={`Edit “${latest.template.name}”`}
        lead="What you save is a new version. Memos stay on the one they were made with, until somebody moves them."
      />
      <TemplateEditor
        action={submitTemplate}
        slug={slug}
        version={latest.version}
        template={latest.template}
        known={{ fields: names('fields'), sections: names('sections') }}
        matter={await getPreviewMatter(actor)}
      />
    </>
  );
}
