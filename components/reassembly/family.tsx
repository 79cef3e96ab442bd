import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '../ui/message';

type Relative = { id: string; title: string; form: string; outdated: number };

type Props = {
  memo: string;
  mayMake: boolean;
  parent: Relative | null;
  outdated: number;
  derived: Relative[];
};

/** Beside a memo: whether it is out of date, what it was made of, and what was made of it. */
export function Family({ memo, mayMake, parent, outdated, derived }: Props) {
  return (
    <>
      {outdated > 0 ? (
        <Notice>
          <p className="font-semibold">
            {parent
              ? `Out of date: ${count(outdated, 'line')}`
              : `New evidence: ${count(outdated, 'part')} would change`}
          </p>
          <p className="mt-1 text-sm">
            <To memo={memo} to="/assemble">
              See what would change
            </To>
          </p>
        </Notice>
      ) : null}
      <section aria-labelledby="family" className="grid gap-1 text-sm">
        <h2 id="family" className="font-semibold">
          Evidence and other memos
        </h2>
        {parent ? (
          <p>
            Made of <To memo={parent.id}>{parent.title}</To>{' '}
            <span className="text-quiet">({parent.form})</span>
          </p>
        ) : null}
        {derived.length > 0 ? (
          <ul className="grid gap-1">
            {derived.map(({ id, title, form, outdated: stale }) => (
              <li key={id}>
                <To memo={id}>{form === title ? form : `${form}: ${title}`}</To>
                {stale > 0 ? (
                  <span className="block text-alarm">Out of date: {count(stale, 'line')}</span>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {outdated === 0 ? (
          <p>
            <To memo={memo} to="/assemble">
              Bring up to date
            </To>
          </p>
        ) : null}
        {mayMake ? (
          <p>
            <To memo={memo} to="/derive">
              Make talking points, a summary … of it
            </To>
          </p>
        ) : null}
      </section>
    </>
  );
}

function To({ memo, to = '', children }: { memo: string; to?: string; children: ReactNode }) {
  return (
    <Link
      href={`/memos/${memo}${to}`}
      prefetch={false}
      className="inline-flex min-h-8 items-center"
    >
      {children}
    </Link>
  );
}

const count = (n: number, noun: string) => (n === 1 ? `1 ${noun}` : `${n} ${noun}s`);
