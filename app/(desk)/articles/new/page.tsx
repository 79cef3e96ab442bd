import type { Metadata } from 'next';
import { IntakeDesk } from '@/components/article/intake-desk';
import { Alarm } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { requireActor } from '@/server/page';

export const metadata: Metadata = { title: 'Bring in an article' };

export default async function NewArticlePage() {
  const actor = await requireActor();
  if (!actor.teamIds.some((teamId) => can(actor, 'article.import', { teamId })))
    return <Alarm>As a {actor.role} you read articles; ask an editor to bring one in.</Alarm>;
  return (
    <>
      <PageHead
        title="Bring in an article"
        lead="It is kept byte for byte as you give it, and read into numbered paragraphs."
      />
      <IntakeDesk />
    </>
  );
}
