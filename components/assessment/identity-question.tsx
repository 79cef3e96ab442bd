'use client';

import { affiliationAsOf, type Expert } from '@/domain/expert';
import { Button } from '../ui/button';
import { Key } from './statement-card';

type Props = {
  name: string;
  date: string;
  candidates: { expert: Expert; reason: string }[];
  onSame: (id: string) => void;
  onOther: () => void;
};

/** Asks whether somebody named in the article is an expert of the store; never taken for granted. */
export function IdentityQuestion({ name, date, candidates, onSame, onOther }: Props) {
  return (
    <fieldset className="rounded-lg border border-accent bg-wash px-4 py-3 text-sm">
      <legend className="px-1 font-semibold">Who is {name}?</legend>
      <div className="flex flex-wrap gap-2">
        {candidates.map(({ expert, reason }, index) => {
          const held = affiliationAsOf(expert, date) ?? expert.affiliations.at(-1);
          const role = [held?.role, held?.organisation].filter(Boolean).join(', ');
          return (
            <Button key={expert.id} onClick={() => onSame(expert.id)} className="text-left">
              <span>
                The same as {expert.name}
                {role ? `, ${role}` : ''} <span className="font-normal">({reason})</span>
              </span>
              {index === 0 ? <Key>s</Key> : null}
            </Button>
          );
        })}
        <Button onClick={onOther}>
          Somebody new to the store <Key>d</Key>
        </Button>
      </div>
    </fieldset>
  );
}
