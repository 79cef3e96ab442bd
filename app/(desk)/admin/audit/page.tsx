import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AuditFilterForm } from '@/components/audit/audit-filter';
import { AuditTable } from '@/components/audit/audit-table';
import { buttonLook } from '@/components/ui/button';
import { Empty } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { auditSubjects } from '@/domain/audit';
import { can } from '@/domain/policy';
import { auditFilterSchema, listAudit, perPage } from '@/server/audit-log/list';
import { requireActor } from '@/server/page';
import { listPeople } from '@/server/users';

export const metadata: Metadata = { title: 'Audit' };

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const actor = await requireActor();
  if (!can(actor, 'audit.read', { teamId: null })) notFound();
  const { page, ...filter } = auditFilterSchema.parse(await searchParams);
  const { lines, total } = await listAudit(actor, { ...filter, page });
  const to = (other: number) => `?${new URLSearchParams({ ...filter, page: `${other}` })}`;
  return (
    <>
      <PageHead
        title="Audit"
        lead="Who did what, when, and from where. Nothing of it can be changed; “scenesetter audit” checks its seals."
      />
      <AuditFilterForm
        filter={filter}
        people={await listPeople(actor)}
        nouns={[...auditSubjects]}
      />
      {lines.length > 0 ? <AuditTable lines={lines} /> : <Empty title="Nothing of that was done" />}
      <nav aria-label="Pages" className="mt-4 flex items-center gap-3 text-sm">
        {page > 1 ? (
          <Link href={to(page - 1)} className={buttonLook('quiet')}>
            Newer
          </Link>
        ) : null}
        <span className="text-quiet">{total === 1 ? 'One entry' : `${total} entries`}</span>
        {page * perPage < total ? (
          <Link href={to(page + 1)} className={buttonLook('quiet')}>
            Older
          </Link>
        ) : null}
      </nav>
    </>
  );
}
