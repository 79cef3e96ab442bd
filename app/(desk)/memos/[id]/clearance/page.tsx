import type { Metadata } from 'next';
import Link from 'next/link';
import { AnswerForm } from '@/components/clearance/answer-form';
import { Decisions } from '@/components/clearance/decisions';
import { IssuedNote } from '@/components/clearance/issued-note';
import { ListLines } from '@/components/clearance/list-lines';
import { ListingForm } from '@/components/clearance/listing-form';
import { ObstaclesList } from '@/components/clearance/obstacles-list';
import { OpenForm } from '@/components/clearance/open-form';
import { ScanForm } from '@/components/clearance/scan-form';
import { StageTrack } from '@/components/clearance/stage-track';
import { ActionForm } from '@/components/ui/action-form';
import { buttonLook } from '@/components/ui/button';
import { Empty } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { isOfTeam } from '@/domain/access';
import { clockInWords } from '@/domain/clearance/due';
import { nameOf } from '@/domain/clearance/obstacles';
import { can } from '@/domain/policy';
import type { Actor } from '@/domain/user';
import { type ClearanceView, getClearance, type MemoClearance } from '@/server/clearance/view';
import { listAround, listOffices } from '@/server/offices';
import { read, requireActor } from '@/server/page';
import {
  submitAnswer,
  submitDecision,
  submitDissent,
  submitIssue,
  submitListing,
  submitNoResponse,
  submitOpening,
  submitProposal,
  submitStriking,
  submitWithdrawal,
} from './actions';

export const metadata: Metadata = { title: 'Clearance' };

export default async function ClearancePage({ params }: PageProps<'/memos/[id]/clearance'>) {
  const actor = await requireActor();
  const found = await read(getClearance(actor, (await params).id));
  const { memo, clearance } = found;
  const mayOpen = can(actor, 'clearance.manage', memo) && !clearance?.isOpen;
  const people = await listAround(actor, memo.id);
  return (
    <div className="grid max-w-4xl gap-8">
      <PageHead title="Clearance" lead={memo.title}>
        <Link href={`/memos/${memo.id}`} prefetch={false} className={buttonLook()}>
          Back to the memo
        </Link>
      </PageHead>
      {clearance ? <Round {...found} clearance={clearance} actor={actor} people={people} /> : null}
      {!clearance && !mayOpen ? (
        <Empty title="This memo is not in clearance">Its editors open one.</Empty>
      ) : null}
      {mayOpen ? (
        <section aria-labelledby="open" className="grid gap-3">
          <h2 id="open" className="font-semibold font-serif text-xl">
            {clearance ? 'Clear it anew' : 'Send it for clearance'}
          </h2>
          <p className="text-quiet">
            You become its action officer: you set the list, and you issue it when all have
            answered.
          </p>
          <OpenForm memo={memo.id} people={people} action={submitOpening} />
        </section>
      ) : null}
    </div>
  );
}

type RoundProps = MemoClearance & {
  clearance: ClearanceView;
  actor: Actor;
  people: { id: string; name: string }[];
};

async function Round({ memo, sections, clearance, actor, people }: RoundProps) {
  const { id, revision, zone, lines, issued, may, sheet, isOpen } = clearance;
  const inWords = (instant: string) => clockInWords(instant, zone);
  const now = new Date().toISOString();
  const listed = lines.filter(({ state }) => state === 'listed');
  const offices = isOpen && isOfTeam(actor, memo) ? await listOffices(actor, memo.teamId) : [];
  const base = memo.version;
  return (
    <>
      {issued ? (
        <IssuedNote
          {...issued}
          memo={memo.id}
          headline={sheet.headline}
          isCleared={sheet.isCleared}
          at={inWords(issued.at)}
        />
      ) : null}
      {lines
        .filter(({ answers }) => answers.length > 0)
        .map((line) => (
          <AnswerForm
            key={line.id}
            memo={memo.id}
            version={base}
            addressee={line.id}
            name={line.person === actor.name ? '' : nameOf(line)}
            note={line.note}
            concerns={sections.filter(({ name }) => line.sections.includes(name))}
            answers={line.answers}
            last={line.response}
            action={submitAnswer}
          />
        ))}
      <section aria-labelledby="list" className="grid gap-4">
        <div>
          <h2 id="list" className="font-semibold font-serif text-xl">
            List, round {clearance.number}
          </h2>
          <p className="text-quiet text-sm">
            Times are {zone}. Action officer: {clearance.officer}
            {clearance.principal ? ` · decides: ${clearance.principal}` : ''}
          </p>
        </div>
        <StageTrack lines={listed} open={clearance.openStage} />
        <ListLines
          memo={memo.id}
          version={base}
          revision={revision}
          headings={Object.fromEntries(sections.map(({ name, heading }) => [name, heading]))}
          lines={lines.map((line) => ({
            ...line,
            dueInWords: line.due ? inWords(line.due) : null,
            answeredAt: line.response ? inWords(line.response.at) : null,
            isLate: line.due !== null && line.due < now,
          }))}
          actions={
            may.manage
              ? {
                  strike: submitStriking,
                  decide: submitProposal,
                  dissent: submitDissent,
                  noResponse: submitNoResponse,
                }
              : null
          }
        />
      </section>
      {isOpen ? (
        <ObstaclesList
          clearance={id}
          revision={revision}
          base={base}
          obstacles={clearance.obstacles}
          mayIssue={may.manage}
          action={submitIssue}
        />
      ) : (
        <section aria-labelledby="decisions" className="grid gap-3">
          <h2 id="decisions" className="font-semibold font-serif text-xl">
            Decisions
          </h2>
          <Decisions
            clearance={id}
            decisions={clearance.decisions}
            mayDecide={may.decide}
            inWords={Object.fromEntries(
              clearance.decisions.flatMap(({ decision }) =>
                decision ? [[decision.at, inWords(decision.at)]] : [],
              ),
            )}
            action={submitDecision}
          />
          <Scans clearance={clearance} mayAttach={may.attach} inWords={inWords} />
        </section>
      )}
      {may.manage || may.propose ? (
        <section aria-labelledby="add" className="grid gap-3">
          <h2 id="add" className="font-semibold font-serif text-xl">
            {may.manage ? 'Put somebody on the list' : 'Propose somebody'}
          </h2>
          <ListingForm
            // Another list is another form: its fields begin anew.
            key={lines.length}
            clearance={id}
            revision={revision}
            zone={zone}
            isOfficer={may.manage}
            offices={offices}
            people={people}
            sections={sections}
            nextStage={Math.max(1, ...listed.map(({ stage }) => stage))}
            action={submitListing}
          />
        </section>
      ) : null}
      {may.manage ? (
        <div>
          <ActionForm
            action={submitWithdrawal}
            hidden={{ clearance: id, revision }}
            label="End the round without clearing it"
            look="quiet"
          />
        </div>
      ) : null}
    </>
  );
}

function Scans({
  clearance,
  mayAttach,
  inWords,
}: {
  clearance: ClearanceView;
  mayAttach: boolean;
  inWords: (instant: string) => string;
}) {
  return (
    <>
      {clearance.scans.length > 0 ? (
        <ul className="grid gap-1">
          {clearance.scans.map(({ id, name, by, at }) => (
            <li key={id}>
              <a href={`/api/scans/${id}`}>{name}</a>{' '}
              <span className="text-quiet text-sm">
                attached by {by}, {inWords(at)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {mayAttach ? <ScanForm clearance={clearance.id} /> : null}
    </>
  );
}
