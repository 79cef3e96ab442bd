import type { Metadata } from 'next';
import Link from 'next/link';
import { cache, Suspense } from 'react';
import { ArticleText } from '@/components/article/article-text';
import { TouchedMemos } from '@/components/article/touched-memos';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { dateInWords } from '@/domain/date';
import { can } from '@/domain/policy';
import type { Actor } from '@/domain/user';
import { getArticle } from '@/server/articles';
import { memosTouchedBy } from '@/server/corrections';
import { read, requireActor } from '@/server/page';

/** The article is asked for twice, for its title and for the page, and loaded once. */
const load = cache(async (slug: string) => {
  const actor = await requireActor();
  return { actor, view: await read(getArticle(actor, slug)) };
});

export async function generateMetadata({
  params,
}: PageProps<'/articles/[slug]'>): Promise<Metadata> {
  return { title: (await load((await params).slug)).view.article.title };
}

export default async function ArticlePage({ params }: PageProps<'/articles/[slug]'>) {
  const actor = await requireActor();
  const { id, article, assessments, issues } = await read(getArticle(actor, (await params).slug));
  const mayWrite = actor.teamIds.some((teamId) => can(actor, 'memo.create', { teamId }));
  const lead = [
    article.outlet,
    article.byline ?? 'unsigned',
    dateInWords(article.publishedOn),
  ].join(' · ');
  return (
    <>
      <PageHead title={article.title} lead={lead}>
        <Link
          href={`/articles/${article.slug}/check`}
          prefetch={false}
          className={buttonLook('plain')}
        >
          Statements
        </Link>
        <Link
          href={`/articles/${article.slug}/details`}
          prefetch={false}
          className={buttonLook('plain')}
        >
          Details
        </Link>
        {mayWrite ? (
          <Link href={`/memos/new?article=${id}`} className={buttonLook('primary')}>
            New memo
          </Link>
        ) : null}
      </PageHead>
      {/* Each memo on an earlier version is gone through: the article does not wait for that. */}
      <Suspense fallback={null}>
        <Touched actor={actor} article={id} />
      </Suspense>
      <ArticleText article={article} assessments={assessments} issues={issues} />
    </>
  );
}

async function Touched({ actor, article }: { actor: Actor; article: string }) {
  return <TouchedMemos {...(await memosTouchedBy(actor, article))} />;
}
