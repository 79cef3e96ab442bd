import type { Metadata } from 'next';
import { WordDesk } from '@/components/memo/word-desk';
import { Alarm } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { requireActor } from '@/server/page';
import { listTemplatesForEvidence } from '@/server/templates';

export const metadata: Metadata = { title: 'A memo from a Word file' };

export default async function FromWordPage() {
  const actor = await requireActor();
  if (!actor.teamIds.some((teamId) => can(actor, 'memo.create', { teamId })))
    return <Alarm>As a {actor.role} you read memos; ask an editor to make one.</Alarm>;
  const templates = await listTemplatesForEvidence(actor);
  return (
    <>
      <PageHead
        title="A memo from a Word file"
        lead="Its quotes are looked for in the stored articles. You see what becomes of it before it is kept."
      />
      <WordDesk templates={templates.map(({ slug, name }) => ({ slug, name }))} />
    </>
  );
}
