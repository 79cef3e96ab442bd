import type { Audience } from '@/domain/access';
import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Disclosure } from '../ui/disclosure';

type Props = {
  audience: Audience;
  hidden: { memo: string; revision: number };
  /** Names of those who would not see it any more, were it open only to the people named. */
  lost: string[];
  /** Null for whoever may only look. */
  action: FormAction | null;
};

/** Whom the memo is open to, and the way to change that, which says first what it does to whom. */
export function AudienceForm({ audience, hidden, lost, action }: Props) {
  const isOpen = audience === 'team';
  return (
    <section aria-labelledby="audience" className="grid gap-3">
      <h2 id="audience" className="font-semibold font-serif text-xl">
        {isOpen ? 'Open to the team' : 'Only the people named'}
      </h2>
      <p aria-live="polite">
        {isOpen
          ? 'Everybody of its team sees it, each by their role, and so does whoever is named below.'
          : 'Its author, its action officer, the team’s administrators, those asked in an open clearance, and whoever is named below see it. Nobody else finds it, by any way.'}
      </p>
      {action ? (
        <div className="max-w-md">
          {/* Once it is changed there is another thing to do: what was open for the last one is shut. */}
          <Disclosure
            key={audience}
            name={isOpen ? 'Shut it to all but the people named' : 'Open it to the team'}
          >
            <div className="mt-3 grid gap-3 rounded-lg border border-rule bg-sheet px-4 py-4">
              <p>
                {isOpen ? sayLost(lost) : 'Everybody of the team will see it, with its history.'}
              </p>
              <ActionForm
                action={action}
                hidden={{ ...hidden, audience: isOpen ? 'named' : 'team' }}
                label={isOpen ? 'Shut it' : 'Open it'}
              />
            </div>
          </Disclosure>
        </div>
      ) : null}
    </section>
  );
}

/** At most so many are named. */
const namedMost = 8;

function sayLost(lost: string[]): string {
  if (lost.length === 0)
    return 'Everybody who sees it now will still see it; nobody else of the team will from now on.';
  const more = lost.length - namedMost;
  const names = [...lost.slice(0, namedMost), ...(more > 0 ? [`${more} more`] : [])];
  const list = new Intl.ListFormat('en-GB').format(names);
  return `${list} will not see it any more, unless you name them. What they wrote in it stays.`;
}
