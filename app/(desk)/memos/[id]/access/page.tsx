import type { Metadata } from 'next';
import Link from 'next/link';
import { AudienceForm } from '@/components/access/audience-form';
import { PeopleList } from '@/components/access/people-list';
import { ShareForm } from '@/components/access/share-form';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { read, requireActor } from '@/server/page';
import { getSharing } from '@/server/sharing';
import { submitAudience, submitShare, submitUnshare } from './actions';

export const metadata: Metadata = { title: 'Who may see this' };

export default async function AccessPage({ params }: PageProps<'/memos/[id]/access'>) {
  const actor = await requireActor();
  const sharing = await read(getSharing(actor, (await params).id));
  const { memo, audience, revision, people, others, lost, mayShare } = sharing;
  const hidden = { memo: memo.id, revision };
  return (
    <div className="grid max-w-3xl gap-8">
      <PageHead title="Who may see this" lead={memo.title}>
        <Link href={`/memos/${memo.id}`} prefetch={false} className={buttonLook()}>
          Back to the memo
        </Link>
      </PageHead>
      <AudienceForm
        audience={audience}
        hidden={hidden}
        lost={lost}
        action={mayShare ? submitAudience : null}
      />
      <section aria-labelledby="people" className="grid gap-3">
        <h2 id="people" className="font-semibold font-serif text-xl">
          People
        </h2>
        <PeopleList
          people={people}
          hidden={hidden}
          change={mayShare ? submitShare : null}
          remove={mayShare ? submitUnshare : null}
        />
      </section>
      {mayShare ? (
        <section aria-labelledby="name" className="grid gap-3">
          <h2 id="name" className="font-semibold font-serif text-xl">
            Name somebody
          </h2>
          <p className="text-quiet">
            Anybody who has an account here, of this team or another. They see this memo with the
            evidence that it rests on, and not the team’s other articles.
          </p>
          {/* Another list is another form: its fields begin anew. */}
          <ShareForm key={revision} people={others} hidden={hidden} action={submitShare} />
        </section>
      ) : (
        <p className="text-quiet">
          Its author, its action officer and the team’s administrators change this.
        </p>
      )}
    </div>
  );
}
