import Link from 'next/link';
import type { ReactNode } from 'react';
import type { FormAction } from '@/domain/errors';
import type { HistoryVersion, Kept } from '@/domain/history';
import { callVersion, isOwnName } from '@/domain/revision';
import { buttonLook } from '../ui/button';
import { NameForm, RestoreForm } from './version-forms';

type Props = {
  memo: { id: string; version: number };
  version: HistoryVersion;
  chosen: { from: number; to: number } | null;
  mayEdit: boolean;
  actions: { name: FormAction; restore: FormAction };
};

/** One version: when, who, its names, what changed in it, and what can be done with it. */
export function VersionRow({ memo, version, chosen, mayEdit, actions }: Props) {
  const name = version.names.find((each) => !isOwnName(each.label)) ?? null;
  const title = name?.label ?? titleOf(version);
  const own = version.names.filter((each) => isOwnName(each.label) && each.label !== title);
  const isLatest = version.version === memo.version;
  return (
    <li className="relative py-4 pl-6">
      <Dot named={name !== null} latest={isLatest} />
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h3 className={name ? 'font-serif text-xl font-semibold leading-snug' : 'font-semibold'}>
            {title}
          </h3>
          <p className="text-sm text-quiet">{summarise(version, name !== null)}</p>
          {isLatest ? <Tag>Now</Tag> : null}
          {own.map((each) => (
            <Tag key={each.label}>{each.label}</Tag>
          ))}
        </div>
        {chosen ? <Choices version={version} name={name} chosen={chosen} /> : null}
      </div>
      <div className="mt-1 -ml-4 flex flex-wrap items-start gap-x-1">
        {version.changes > 0 ? (
          <Link
            href={`/memos/${memo.id}/history/compare?from=${version.since}&to=${version.version}`}
            prefetch={false}
            className={buttonLook('quiet')}
          >
            What changed here
          </Link>
        ) : null}
        {mayEdit ? (
          <Unfolding label={name ? 'Rename' : 'Name this version'}>
            <NameForm
              key={name?.label}
              memo={memo.id}
              version={version.version}
              name={name?.label ?? null}
              action={actions.name}
            />
          </Unfolding>
        ) : null}
        {mayEdit && !isLatest ? (
          <Unfolding label="Restore">
            <RestoreForm
              memo={memo.id}
              version={version.version}
              base={memo.version}
              action={actions.restore}
            />
          </Unfolding>
        ) : null}
      </div>
    </li>
  );
}

function Dot({ named, latest }: { named: boolean; latest: boolean }) {
  const look = named
    ? 'h-[16px] w-[16px] -left-[9px] bg-accent'
    : 'h-[12px] w-[12px] -left-[7px] bg-desk';
  const ring = latest || named ? 'border-accent' : 'border-quiet';
  return (
    <span aria-hidden="true" className={`absolute top-5.5 rounded-full border-2 ${look} ${ring}`} />
  );
}

function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="mt-1 mr-2 inline-block rounded-full border border-rule px-2.5 py-0.5 text-sm">
      {children}
    </span>
  );
}

function Choices({
  version,
  name,
  chosen,
}: {
  version: HistoryVersion;
  name: Kept | null;
  chosen: { from: number; to: number };
}) {
  const called = name?.label ?? `${callVersion(version.version, [])}, ${timeOf(version.at)}`;
  const choice = (side: 'from' | 'to', label: string) => (
    <label className="flex min-h-11 cursor-pointer items-center gap-1.5 text-sm">
      <input
        type="radio"
        form="compare"
        name={side}
        value={version.version}
        defaultChecked={chosen[side] === version.version}
        aria-label={`${label}: ${called}`}
        className="size-5 accent-(--color-accent)"
      />
      {label}
    </label>
  );
  return (
    <div className="flex gap-4">
      {choice('from', 'From')}
      {choice('to', 'To')}
    </div>
  );
}

function Unfolding({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="open:w-full">
      <summary className={`${buttonLook('quiet')} list-none [&::-webkit-details-marker]:hidden`}>
        {label}
      </summary>
      <div className="mt-1 mb-2 ml-4 rounded-lg border border-rule bg-sheet p-4">{children}</div>
    </details>
  );
}

function titleOf({ by, names }: HistoryVersion): string {
  if (by.length > 0) return `${by.join(' and ')} wrote`;
  return names[0]?.label ?? 'The first version';
}

/** When, how much, and who where the title does not say it. */
function summarise(version: HistoryVersion, named: boolean): string {
  const { by, names, changes } = version;
  const [from, to] = [timeOf(version.began), timeOf(version.at)];
  const who = by.length === 0 ? names[0]?.by : named ? by.join(', ') : '';
  const edits = changes === 1 ? 'one edit' : `${changes} edits`;
  const parts = [from === to ? to : `${from} to ${to}`, who, changes > 0 ? edits : ''];
  return [...parts, callVersion(version.version, [])].filter(Boolean).join(' · ');
}

function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
