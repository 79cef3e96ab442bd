import type { Metadata } from 'next';
import { TemplateList } from '@/components/template/template-list';
import { PageHead } from '@/components/ui/sheet';
import { requireActor } from '@/server/page';
import { listTemplates } from '@/server/template-use';

export const metadata: Metadata = { title: 'Templates' };

export default async function TemplatesPage() {
  const actor = await requireActor();
  const templates = await listTemplates(actor);
  return (
    <>
      <PageHead
        title="Templates"
        lead="What a memo is made from: its head, its sections, how long it may be and how it is printed."
      />
      <TemplateList
        title="Your team’s own"
        templates={templates.filter(({ isHouse }) => !isHouse)}
        empty="Your team has none of its own yet. Open one of the house’s below; an administrator can copy it and edit the copy."
      />
      <TemplateList
        title="With the house"
        templates={templates.filter(({ isHouse }) => isHouse)}
        empty=""
      />
    </>
  );
}
