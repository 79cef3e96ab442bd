import type { Metadata } from 'next';
import { cache } from 'react';
import { StatementList } from '@/components/assessment/statement-list';
import { Affiliations } from '@/components/expert/affiliations';
import { ExpertForm, SplitForm } from '@/components/expert/expert-forms';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { getExpert } from '@/server/experts';
import { read, requireActor } from '@/server/page';
import { loadStatements } from '@/server/statements';
import { submitExpert, submitSplit } from '../actions';

const load = cache(async (id: string) => {
  const actor = await requireActor();
  const expert = await read(getExpert(actor, id));
  const said = await loadStatements(actor, { holders: { some: { expertId: expert.id } } });
  return { actor, expert, ...said };
});

export async function generateMetadata({ params }: PageProps<'/experts/[id]'>): Promise<Metadata> {
  return { title: (await load((await params).id)).expert.name };
}

export default async function ExpertPage({ params }: PageProps<'/experts/[id]'>) {
  const { actor, expert, evidence, issues, uses, total } = await load((await params).id);
  const mayChange = can(actor, 'expert.change', expert);
  const { assessments } = evidence;
  const lead = expert.aliases.length > 0 ? `Also: ${expert.aliases.join('; ')}` : undefined;
  const choices = assessments.map(({ id, spans }) => ({
    id,
    words: spans.map((span) => span.text).join(' … '),
  }));
  return (
    <>
      <PageHead title={expert.name} lead={lead} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <section aria-labelledby="statements">
          <h2 id="statements" className="mb-3 font-serif text-xl font-semibold">
            {total === 1 ? 'One statement' : `${total} statements`}
          </h2>
          <StatementList {...evidence} issues={issues} uses={uses} named={false} />
          {total > assessments.length ? (
            <p className="mt-3 text-sm text-quiet">
              The latest {assessments.length} of {total}.
            </p>
          ) : null}
        </section>
        <aside aria-label="About them" className="grid content-start gap-6">
          <section>
            <h2 className="mb-3 font-serif text-xl font-semibold">Affiliations</h2>
            <Affiliations affiliations={expert.affiliations} />
          </section>
          {mayChange ? (
            <>
              <details className="off-paper rounded-lg border border-rule bg-sheet px-4 py-3">
                <summary className="cursor-pointer font-semibold">Names</summary>
                <div className="mt-3">
                  <ExpertForm key={expert.revision} expert={expert} action={submitExpert} />
                </div>
              </details>
              <details className="off-paper rounded-lg border border-rule bg-sheet px-4 py-3">
                <summary className="cursor-pointer font-semibold">Split off somebody else</summary>
                <div className="mt-3">
                  <SplitForm
                    key={expert.revision}
                    expert={expert}
                    statements={choices}
                    action={submitSplit}
                  />
                </div>
              </details>
            </>
          ) : null}
        </aside>
      </div>
    </>
  );
}
