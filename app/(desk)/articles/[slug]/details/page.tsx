import type { Metadata } from 'next';
import Link from 'next/link';
import { DetailsForm } from '@/components/article/details-form';
import { LostList } from '@/components/article/lost-list';
import { Numbering } from '@/components/article/numbering';
import { Provenance } from '@/components/article/provenance';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { listLost } from '@/server/carry';
import { getDetails } from '@/server/details';
import { read, requireActor } from '@/server/page';
import { submitCorrection, submitLeaveOut, submitRestore } from './actions';

export const metadata: Metadata = { title: 'Details of an article' };

export default async function DetailsPage({ params }: PageProps<'/articles/[slug]/details'>) {
  const actor = await requireActor();
  const details = await read(getDetails(actor, (await params).slug));
  const lost = await read(listLost(actor, details.id));
  const mayChange = can(actor, 'article.change', details);
  const lead = details.number > 1 ? `Details, version ${details.number}` : 'Details';
  return (
    <>
      <PageHead title={details.title} lead={lead}>
        <Link href={`/articles/${details.slug}`} prefetch={false} className={buttonLook('plain')}>
          Read it
        </Link>
        <Link
          href={`/articles/${details.slug}/check`}
          prefetch={false}
          className={buttonLook('primary')}
        >
          Statements
        </Link>
      </PageHead>
      <div className="grid grid-cols-1 gap-10">
        <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <DetailsForm
            key={details.revision}
            details={details}
            action={mayChange ? submitCorrection : null}
          />
          <Provenance details={details} />
        </div>
        <LostList lost={lost} />
        <Numbering
          details={details}
          leaveOut={mayChange ? submitLeaveOut : null}
          restore={mayChange ? submitRestore : null}
        />
      </div>
    </>
  );
}
