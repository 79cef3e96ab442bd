import type { Metadata } from 'next';
import { AbsenceForm } from '@/components/clearance/absence-form';
import { MailForm } from '@/components/notification/mail-form';
import { EndSession } from '@/components/ui/end-session';
import { PageHead, When } from '@/components/ui/sheet';
import { getMailWish } from '@/server/notifications/wish';
import { listAbsences, listColleagues } from '@/server/offices';
import { requireActor } from '@/server/page';
import { listSessions } from '@/server/sessions';
import { submitDelegation, submitDelegationEnd, submitEndSession, submitMailWish } from './actions';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const actor = await requireActor();
  const sessions = await listSessions(actor);
  const wish = await getMailWish(actor);
  const today = new Date().toISOString().slice(0, 10);
  const absences = await listAbsences(actor, today);
  const teams = await Promise.all(actor.teamIds.map((teamId) => listColleagues(actor, teamId)));
  const people = [...new Map(teams.flat().map((each) => [each.id, each])).values()].filter(
    ({ id }) => id !== actor.id,
  );
  return (
    <>
      <PageHead title={actor.name} lead={`${actor.email} · ${actor.role}`} />
      <h2 className="mb-3 font-serif text-xl font-semibold">Where you are signed in</h2>
      <ul className="max-w-3xl divide-y divide-rule rounded-lg border border-rule bg-sheet">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-3 px-4 py-3"
          >
            <div className="min-w-0">
              <p className="font-semibold">
                {session.current ? 'This browser' : 'Another browser'}
              </p>
              <p className="break-words text-sm text-quiet">{session.agent || 'unknown'}</p>
              <p className="text-sm text-quiet">
                Signed in <When at={session.createdAt} />, last seen <When at={session.seenAt} />
              </p>
            </div>
            {session.current ? null : <EndSession action={submitEndSession} id={session.id} />}
          </li>
        ))}
      </ul>
      <h2 className="mt-10 mb-3 font-serif text-xl font-semibold">Mail</h2>
      {wish.hasMail ? (
        <MailForm {...wish} action={submitMailWish} />
      ) : (
        <p className="max-w-3xl text-quiet">
          No mail server is set, so that you are told here alone, by the bell above.
        </p>
      )}
      <h2 className="mt-10 mb-3 font-serif text-xl font-semibold">While you are away</h2>
      <AbsenceForm
        key={absences.length}
        people={people}
        absences={absences}
        delegate={submitDelegation}
        end={submitDelegationEnd}
      />
    </>
  );
}
