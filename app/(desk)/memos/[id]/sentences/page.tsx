import type { Metadata } from 'next';
import Link from 'next/link';
import { CorrectionsList } from '@/components/trace/corrections-list';
import { CoverageBar } from '@/components/trace/coverage-bar';
import { SentenceList } from '@/components/trace/sentence-list';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { correctionsFor } from '@/server/corrections';
import { read, requireActor } from '@/server/page';
import { hashOf, traceMemo } from '@/server/warnings';
import { submitAcceptance } from './actions';

export const metadata: Metadata = { title: 'Sentences' };

export default async function SentencesPage({ params }: PageProps<'/memos/[id]/sentences'>) {
  const actor = await requireActor();
  const { memo, trace, accepted } = await read(traceMemo(actor, (await params).id));
  // Where the articles are another team's there is a paragraph to name, and no page to lead to.
  const shown = can(actor, 'article.read', { teamId: memo.teamId }) ? memo.evidence.articles : [];
  const articles = Object.fromEntries(shown.map(({ id, slug, title }) => [id, { slug, title }]));
  return (
    <div className="max-w-3xl">
      <PageHead title="Sentences" lead={memo.title}>
        <Link href={`/memos/${memo.id}`} prefetch={false} className={buttonLook()}>
          Back to the memo
        </Link>
      </PageHead>
      <CoverageBar tally={trace.tally} />
      <CorrectionsList
        memo={memo.id}
        touched={await correctionsFor(actor, memo)}
        articles={articles}
      />
      <SentenceList
        memo={memo.id}
        trace={trace}
        articles={articles}
        mayAccept={can(actor, 'memo.edit', memo)}
        standing={(rule, sentence) =>
          accepted.find((each) => each.rule === rule && each.sentence === hashOf(sentence)) ?? null
        }
        accept={submitAcceptance}
      />
    </div>
  );
}
