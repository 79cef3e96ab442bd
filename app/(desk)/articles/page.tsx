import type { Metadata } from 'next';
import Link from 'next/link';
import { ArticleList } from '@/components/article/article-list';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { listArticles } from '@/server/articles';
import { requireActor } from '@/server/page';

export const metadata: Metadata = { title: 'Articles' };

export default async function ArticlesPage() {
  const actor = await requireActor();
  const mayImport = actor.teamIds.some((teamId) => can(actor, 'article.import', { teamId }));
  return (
    <>
      <PageHead title="Articles" lead="Stored source texts, kept as they were received.">
        {mayImport ? (
          <Link href="/articles/new" className={buttonLook('primary')}>
            Bring in an article
          </Link>
        ) : null}
      </PageHead>
      <ArticleList articles={await listArticles(actor)} mayImport={mayImport} />
    </>
  );
}
