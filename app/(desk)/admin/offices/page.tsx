import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OfficeForm } from '@/components/clearance/office-form';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { listColleagues, listOffices } from '@/server/offices';
import { requireActor } from '@/server/page';
import { submitOffice } from './actions';

export const metadata: Metadata = { title: 'Offices' };

export default async function OfficesPage() {
  const actor = await requireActor();
  const [team] = actor.teamIds.filter((teamId) => can(actor, 'office.change', { teamId }));
  if (!team) notFound();
  const [offices, people] = await Promise.all([
    listOffices(actor, team),
    listColleagues(actor, team),
  ]);
  return (
    <div className="max-w-3xl">
      <PageHead
        title="Offices"
        lead="An office clears memos as one: whoever is in it answers for it."
      />
      <ul className="mb-10 grid gap-4">
        {offices.map((office) => (
          <li key={office.id} className="rounded-lg border border-rule bg-sheet px-4 py-4">
            <h2 className="sr-only">{office.name}</h2>
            <OfficeForm team={team} office={office} people={people} action={submitOffice} />
          </li>
        ))}
      </ul>
      <h2 className="mb-3 font-serif text-xl font-semibold">Add an office</h2>
      <OfficeForm
        key={offices.length}
        team={team}
        office={null}
        people={people}
        action={submitOffice}
      />
    </div>
  );
}
