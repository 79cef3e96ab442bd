import type { Metadata } from 'next';
import { ExpertList } from '@/components/expert/expert-list';
import { LikenessList } from '@/components/expert/likeness-list';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { listExperts, listLikenesses } from '@/server/experts';
import { requireActor } from '@/server/page';
import { submitMerge, submitTellApart } from './actions';

export const metadata: Metadata = { title: 'Experts' };

export default async function ExpertsPage() {
  const actor = await requireActor();
  const { experts, total } = await listExperts(actor);
  const mayChange = actor.teamIds.some((teamId) => can(actor, 'expert.change', { teamId }));
  const likenesses = mayChange ? await listLikenesses(actor, experts) : [];
  const lead = 'Everyone whom statements are kept of: people, groups and documents.';
  return (
    <>
      <PageHead title="Experts" lead={lead} />
      <LikenessList likenesses={likenesses} merge={submitMerge} tellApart={submitTellApart} />
      <ExpertList experts={experts} />
      {total > experts.length ? (
        <p className="mt-3 text-sm text-quiet">
          The first {experts.length} of {total}; search for the others by name.
        </p>
      ) : null}
    </>
  );
}
