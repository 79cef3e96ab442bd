import type { Metadata } from 'next';
import { EndSession } from '@/components/ui/end-session';
import { PageHead, When } from '@/components/ui/sheet';
import { requireActor } from '@/server/page';
import { listSessions } from '@/server/sessions';
import { submitEndSession } from './actions';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const actor = await requireActor();
  const sessions = await listSessions(actor);
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
    </>
  );
}
