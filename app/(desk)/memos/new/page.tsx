import type { Metadata } from 'next';
import Link from 'next/link';
import { NewMemoForm } from '@/components/memo/new-memo-form';
import { buttonLook } from '@/components/ui/button';
import { Alarm, Empty } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { getArticle, latestToBrief, listArticles } from '@/server/articles';
import { read, requireActor } from '@/server/page';
import { listTemplatesForEvidence } from '@/server/templates';
import { submitNewMemo } from './actions';

export const metadata: Metadata = { title: 'New memo' };

export default async function NewMemoPage({ searchParams }: PageProps<'/memos/new'>) {
  const actor = await requireActor();
  if (!actor.teamIds.some((teamId) => can(actor, 'memo.create', { teamId })))
    return <Alarm>As a {actor.role} you read memos; ask an editor to make one.</Alarm>;
  const asked = (await searchParams).article;
  const articles = await listArticles(actor);
  // An article that nothing was found in yet can wait: a memo is made of what was said.
  const chosen =
    typeof asked === 'string' ? asked : ((await latestToBrief(actor)) ?? articles[0]?.id);
  if (!chosen)
    return (
      <>
        <PageHead title="New memo" />
        <Empty title="There is no article to make a memo from">
          <Link href="/articles">See the articles</Link>
        </Empty>
      </>
    );
  const view = await read(getArticle(actor, chosen));
  const counts = view.issues.map((issue) => ({
    id: issue.id,
    name: issue.name,
    statements: view.assessments.filter((each) =>
      each.issues.some((tag) => tag.issueId === issue.id),
    ).length,
  }));
  if (counts.length === 0)
    return (
      <>
        <PageHead title="New memo" lead={view.article.title} />
        <Empty title="Nobody in this article has spoken to an issue yet">
          A memo is assembled from statements and the issues they speak to.{' '}
          <Link href={`/articles/${view.article.slug}/check`}>Check its statements first</Link>.
        </Empty>
      </>
    );
  const templates = await listTemplatesForEvidence(actor);
  return (
    <>
      <PageHead
        title="New memo"
        lead="Choose what it covers; it is assembled from what the article’s experts said."
      >
        <Link href="/memos/from-word" className={buttonLook()}>
          From a Word file
        </Link>
      </PageHead>
      <NewMemoForm
        key={view.id}
        action={submitNewMemo}
        articles={articles}
        article={{ id: view.id, title: view.article.title }}
        issues={counts}
        templates={templates.map(({ slug, name, purpose, origin }) => ({
          slug,
          name,
          purpose,
          origin,
        }))}
        from={actor.name}
      />
    </>
  );
}
