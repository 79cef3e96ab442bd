import type { Metadata } from 'next';
import { ArticleList } from '@/components/article/article-list';
import { PageHead } from '@/components/ui/sheet';
import { listArticles } from '@/server/articles';
import { requireActor } from '@/server/page';

export const metadata: Metadata = { title: 'Articles' };

export default async function ArticlesPage() {
  const actor = await requireActor();
  return (
    <>
      <PageHead title="Articles" lead="Stored source texts, kept as they were received." />
      <ArticleList articles={await listArticles(actor)} />
    </>
  );
}
