import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InviteForm } from '@/components/ui/invite-form';
import { PersonRow } from '@/components/ui/person-row';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { requireActor } from '@/server/page';
import { listPeople } from '@/server/users';
import { submitInvitation, submitUserChange } from './actions';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const actor = await requireActor();
  if (!can(actor, 'user.read', { teamId: null })) notFound();
  const people = await listPeople(actor);
  return (
    <>
      <PageHead title="People" lead="Who has an account here, and what each may do." />
      <ul className="mb-10 divide-y divide-rule rounded-lg border border-rule bg-sheet">
        {people.map((person) => (
          <PersonRow
            key={`${person.id} ${person.version}`}
            person={person}
            action={submitUserChange}
          />
        ))}
      </ul>
      <h2 className="mb-3 font-serif text-xl font-semibold">Invite somebody</h2>
      <InviteForm action={submitInvitation} />
    </>
  );
}
