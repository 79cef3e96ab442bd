'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the desk's main navigation; it says where one is. */
export function DeskLink({ href, children }: { href: string; children: ReactNode }) {
  const here = usePathname().startsWith(href);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      className="border-b-2 border-transparent px-3 py-3 text-ink no-underline hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold"
    >
      {children}
    </Link>
  );
}
