import type { Metadata } from 'next';
import { cache, Suspense } from 'react';
import { AccessNote } from '@/components/access/access-note';
import { ClearanceNote } from '@/components/clearance/clearance-note';
import { CommentsNote } from '@/components/comment/comments-note';
import { LitWords } from '@/components/comment/lit-words';
import { FitMeter } from '@/components/memo/fit-meter';
import { MemoDesk } from '@/components/memo/memo-desk';
import { MemoPage } from '@/components/memo/memo-page';
import { Family } from '@/components/reassembly/family';
import { SentencesReport } from '@/components/trace/sentences-report';
import { countOf, litIn } from '@/domain/comment/comment';
import { readDocument } from '@/domain/document/document';
import type { Printed } from '@/domain/document/print';
import { sentencesIn, tallyOf } from '@/domain/document/sentences';
import { withoutSuggestions } from '@/domain/document/settle';
import { countSuggestions } from '@/domain/document/suggestions';
import { placesToWrite } from '@/domain/document/walk';
import { can } from '@/domain/policy';
import { isSound } from '@/domain/quote/check';
import type { Actor } from '@/domain/user';
import { clearanceStateOf } from '@/server/clearance/text';
import { threadsOn } from '@/server/comments/list';
import { correctionsFor } from '@/server/corrections';
import { familyOf } from '@/server/derived';
import { present } from '@/server/exports';
import { fitOfMemo } from '@/server/fit';
import { getMemo, type MemoView } from '@/server/memos';
import { read, requireActor } from '@/server/page';
import { listRecovered } from '@/server/recovered';
import { newerVersion } from '@/server/template-moves';
import { countOpenWarnings } from '@/server/warnings';
import { submitEntry, submitGrade, submitThread } from './comments/actions';

/** The memo is asked for twice, for its title and for the page, and loaded once. */
const load = cache(async (id: string) => {
  const actor = await requireActor();
  return { actor, memo: await read(getMemo(actor, id)) };
});

export async function generateMetadata({ params }: PageProps<'/memos/[id]'>): Promise<Metadata> {
  return { title: (await load((await params).id)).memo.title };
}

export default async function MemoRoute({ params }: PageProps<'/memos/[id]'>) {
  const { actor, memo } = await load((await params).id);
  const { printed, findings, broken } = present(memo);
  const document = readDocument(memo.document);
  const settled = withoutSuggestions(document);
  const threads = await threadsOn(actor, { ...memo, document });
  const unsound = findings.filter((finding) => !isSound(finding.state));
  const states = Object.fromEntries(
    unsound.map((finding) => [`${finding.assessment} ${finding.text}`, finding.state]),
  );
  // Where the articles are another team's, what the memo has of them is all that its reader sees.
  const shown = can(actor, 'article.read', { teamId: memo.teamId }) ? memo.evidence.articles : [];
  const addresses = Object.fromEntries(
    shown.map((article) => [article.id, `/articles/${article.slug}`]),
  );
  return (
    <MemoDesk
      memo={{
        id: memo.id,
        form: memo.form,
        version: memo.version,
        paper: memo.template.paper,
        face: memo.template.type.face,
        marking: memo.template.marking,
      }}
      reach={reachOf(actor, memo)}
      quotes={{
        total: findings.length,
        faults: [...unsound.flatMap((each) => each.message ?? []), ...broken],
      }}
      places={placesToWrite(settled).length}
      account={actor.email}
      writer={{ id: actor.id, name: actor.name }}
      suggestions={countSuggestions(document)}
      recovered={await listRecovered(actor, memo.id)}
      newer={await newerVersion(actor, memo)}
      corrected={(await correctionsFor(actor, memo)).length}
      sentences={
        <SentencesReport
          memo={memo.id}
          tally={tallyOf(sentencesIn(settled))}
          warnings={await countOpenWarnings(memo)}
        />
      }
      comments={<CommentsNote memo={memo.id} {...countOf(threads)} />}
      commenting={{ open: submitThread, enter: submitEntry, grade: submitGrade }}
      clearance={<ClearanceNote memo={memo.id} {...(await clearanceStateOf(memo))} />}
      access={<AccessNote memo={memo.id} access={memo.access} />}
      family={
        <Suspense fallback={null}>
          <Relatives memo={memo} mayMake={can(actor, 'memo.derive', memo)} actor={actor} />
        </Suspense>
      }
      fit={
        // Pages have to be printed to be counted: the memo does not wait for that.
        <Suspense fallback={null}>
          <Length memo={memo} printed={printed} />
        </Suspense>
      }
    >
      <LitWords lit={litIn(threads, document)} />
      <MemoPage printed={printed} addresses={addresses} states={states} />
    </MemoDesk>
  );
}

function reachOf(actor: Actor, memo: MemoView): 'edit' | 'suggest' | null {
  if (can(actor, 'memo.edit', memo)) return 'edit';
  return can(actor, 'memo.suggest', memo) ? 'suggest' : null;
}

/** What was made of the memo is assembled anew to be compared: the memo does not wait for that. */
async function Relatives({ memo, ...rest }: { memo: MemoView; mayMake: boolean; actor: Actor }) {
  const family = await familyOf(rest.actor, memo.id);
  return <Family memo={memo.id} mayMake={rest.mayMake} {...family} />;
}

async function Length({ memo, printed }: { memo: MemoView; printed: Printed }) {
  return <FitMeter fits={await fitOfMemo(memo, printed)} />;
}
