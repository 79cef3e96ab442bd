import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { CopyForm } from '@/components/template/copy-form';
import { TemplateFacts } from '@/components/template/template-facts';
import { VersionList } from '@/components/template/version-list';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { read, requireActor } from '@/server/page';
import { getTemplate, teamsToCopyFor } from '@/server/template-use';
import { submitCopy } from '../actions';

const load = cache(async (slug: string) => {
  const actor = await requireActor();
  return { actor, template: await read(getTemplate(actor, slug)) };
});

export async function generateMetadata({
  params,
}: PageProps<'/templates/[slug]'>): Promise<Metadata> {
  return { title: (await load((await params).slug)).template.latest.template.name };
}

export default async function TemplatePage({ params }: PageProps<'/templates/[slug]'>) {
  const { actor, template } = await load((await params).slug);
  const { slug, latest, versions, behind } = template;
  const { name, purpose, origin } = latest.template;
  const teams = await teamsToCopyFor(actor);
  const mayEdit = can(actor, 'template.change', template);
  return (
    <>
      <PageHead title={name} lead={purpose}>
        {mayEdit ? (
          <Link href={`/templates/${slug}/edit`} prefetch={false} className={buttonLook('primary')}>
            Edit
          </Link>
        ) : null}
      </PageHead>
      <p className="-mt-4 mb-6 text-quiet text-sm">{origin}</p>
      <TemplateFacts template={latest.template} />
      {teams.length > 0 ? (
        <section aria-labelledby="copy" className="off-paper mt-8">
          <details open={!mayEdit} className="rounded-lg border border-rule bg-sheet px-5 py-3">
            <summary id="copy" className="cursor-pointer font-semibold">
              Copy this template
            </summary>
            <p className="mt-1 mb-4 max-w-prose text-quiet text-sm">
              {mayEdit
                ? 'The copy has versions of its own, and memos made from this one stay as they are.'
                : 'What comes with the house stays as it came, so that an update can better it. A copy is your team’s, to be edited.'}
            </p>
            <CopyForm action={submitCopy} template={{ slug, name }} teams={teams} />
          </details>
        </section>
      ) : null}
      <div className="mt-10 grid gap-10 md:grid-cols-2">
        <section aria-labelledby="versions">
          <h2 id="versions" className="mb-4 font-serif font-semibold text-xl">
            Versions
          </h2>
          <VersionList versions={versions} />
        </section>
        {behind.length > 0 ? (
          <section aria-labelledby="behind">
            <h2 id="behind" className="font-serif font-semibold text-xl">
              Memos on older versions
            </h2>
            <p className="mb-3 text-quiet text-sm">
              They stay as they are until somebody moves them.
            </p>
            <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
              {behind.map((memo) => (
                <li key={memo.id}>
                  <Link
                    href={`/memos/${memo.id}/template`}
                    prefetch={false}
                    className="block px-4 py-2.5 no-underline hover:bg-wash"
                  >
                    <span className="block font-semibold font-serif text-ink">{memo.title}</span>
                    <span className="text-quiet text-sm">on version {memo.version}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}
