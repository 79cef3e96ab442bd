import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { Workbench } from '@/components/assessment/workbench';
import { buttonLook } from '@/components/ui/button';
import { Notice } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { dateInWords } from '@/domain/date';
import { read, requireActor } from '@/server/page';
import { getWorkbench } from '@/server/workbench';
import {
  submitAccept,
  submitAdd,
  submitChange,
  submitIssue,
  submitReject,
  submitRemove,
  submitReopen,
} from './actions';

const load = cache(async (slug: string) => read(getWorkbench(await requireActor(), slug)));

export async function generateMetadata({
  params,
}: PageProps<'/articles/[slug]/check'>): Promise<Metadata> {
  return { title: `Check: ${(await load((await params).slug)).article.title}` };
}

export default async function CheckPage({ params }: PageProps<'/articles/[slug]/check'>) {
  const { articleId, article, ...bench } = await load((await params).slug);
  const { outlet, byline, publishedOn } = article;
  const lead = [outlet, byline ?? 'unsigned', dateInWords(publishedOn)].join(' · ');
  return (
    <>
      <PageHead title={article.title} lead={lead} compact>
        <Link href={`/articles/${article.slug}`} prefetch={false} className={buttonLook('plain')}>
          Read it
        </Link>
        <Link
          href={`/articles/${article.slug}/details`}
          prefetch={false}
          className={buttonLook('plain')}
        >
          Details
        </Link>
        {bench.mayChange ? (
          <Link
            href={`/memos/new?article=${articleId}`}
            prefetch={false}
            className={buttonLook('primary')}
          >
            New memo
          </Link>
        ) : null}
      </PageHead>
      {bench.lost > 0 ? (
        <div className="mb-4">
          <Notice>
            {bench.lost === 1 ? 'One statement' : `${bench.lost} statements`} of the version before
            no longer stand in the text.{' '}
            <Link href={`/articles/${article.slug}/details`}>See which</Link>
          </Notice>
        </div>
      ) : null}
      <Workbench
        key={article.id}
        article={article}
        teamId={bench.teamId}
        proposals={bench.proposals}
        assessments={bench.assessments}
        issues={bench.issues}
        people={bench.people}
        mayChange={bench.mayChange}
        actions={{
          accept: submitAccept,
          reject: submitReject,
          reopen: submitReopen,
          add: submitAdd,
          change: submitChange,
          remove: submitRemove,
        }}
        addIssue={submitIssue}
      />
    </>
  );
}
