import Link from 'next/link';
import type { ReactNode } from 'react';
import { Bell } from '@/components/notification/bell';
import { DeskSearch } from '@/components/search/search-box';
import { DeskLink } from '@/components/ui/desk-link';
import { can } from '@/domain/policy';
import { countUnread } from '@/server/notifications/list';
import { requireActor } from '@/server/page';
import { submitSignOut } from './actions';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:bg-sheet focus:p-2"
      >
        Skip to the page
      </a>
      <header className="off-paper border-b border-rule bg-sheet">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 px-4 sm:px-6">
          <Link
            href="/"
            prefetch={false}
            className="py-3 font-serif text-xl font-semibold text-accent no-underline"
          >
            Scenesetter
          </Link>
          <nav aria-label="Desk" className="flex flex-wrap">
            <DeskLink href="/memos">Memos</DeskLink>
            <DeskLink href="/articles">Articles</DeskLink>
            <DeskLink href="/experts">Experts</DeskLink>
            <DeskLink href="/issues">Issues</DeskLink>
            <DeskLink href="/templates">Templates</DeskLink>
            {can(actor, 'user.read', { teamId: null }) ? (
              <DeskLink href="/admin/people">People</DeskLink>
            ) : null}
            {can(actor, 'audit.read', { teamId: null }) ? (
              <DeskLink href="/admin/audit">Audit</DeskLink>
            ) : null}
            {actor.teamIds.some((teamId) => can(actor, 'office.change', { teamId })) ? (
              <DeskLink href="/admin/offices">Offices</DeskLink>
            ) : null}
          </nav>
          <DeskSearch />
          <form action={submitSignOut} className="ml-auto flex items-center gap-3 text-sm">
            <Bell unread={await countUnread(actor)} />
            <Link
              href="/account"
              prefetch={false}
              className="py-3 text-quiet no-underline hover:underline"
            >
              {actor.name}
            </Link>
            <button type="submit" className="cursor-pointer py-3 text-accent hover:underline">
              Sign out
            </button>
          </form>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
        {children}
      </main>
    </>
  );
}
