'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import type { Expert } from '@/domain/expert';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';

type Line = Expert & { revision: number; statements: number };
type Likeness = { one: Line; other: Line; reason: string };

/** Pairs of experts that may be one: a person merges them, or says that they are two. */
export function LikenessList({
  likenesses,
  merge,
  tellApart,
}: {
  likenesses: Likeness[];
  merge: FormAction;
  tellApart: FormAction;
}) {
  if (likenesses.length === 0) return null;
  return (
    <section aria-labelledby="likenesses" className="mb-8">
      <h2 id="likenesses" className="mb-2 font-serif text-xl font-semibold">
        Perhaps the same
      </h2>
      <ul className="grid gap-3">
        {likenesses.map((likeness) => (
          <Pair
            key={`${likeness.one.id} ${likeness.other.id}`}
            likeness={likeness}
            merge={merge}
            tellApart={tellApart}
          />
        ))}
      </ul>
    </section>
  );
}

function Pair({
  likeness: { one, other, reason },
  merge,
  tellApart,
}: {
  likeness: Likeness;
  merge: FormAction;
  tellApart: FormAction;
}) {
  const [merged, submitMerge, merging] = useActionState(merge, null);
  const [told, submitApart, telling] = useActionState(tellApart, null);
  // Whoever is better known keeps the name.
  const [kept, taken] = one.statements >= other.statements ? [one, other] : [other, one];
  return (
    <li className="rounded-lg border border-accent bg-wash px-4 py-3">
      <p>
        <Name expert={kept} /> and <Name expert={taken} />{' '}
        <span className="text-quiet">({reason})</span>
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Form action={submitMerge}>
          <input type="hidden" name="id" value={kept.id} />
          <input type="hidden" name="revision" value={kept.revision} />
          <input type="hidden" name="other" value={taken.id} />
          <input type="hidden" name="otherRevision" value={taken.revision} />
          <Button type="submit" disabled={merging}>
            The same: merge into {kept.name}
          </Button>
        </Form>
        <Form action={submitApart}>
          <input type="hidden" name="id" value={kept.id} />
          <input type="hidden" name="other" value={taken.id} />
          <Button type="submit" look="quiet" disabled={telling}>
            Two people
          </Button>
        </Form>
      </div>
      <FormMessage state={merged ?? told} />
    </li>
  );
}

function Name({ expert }: { expert: Line }) {
  const held = expert.affiliations.at(-1);
  const role = [held?.role, held?.organisation].filter(Boolean).join(', ');
  return (
    <>
      <a href={`/experts/${expert.id}`} className="font-semibold">
        {expert.name}
      </a>
      {role ? `, ${role}` : ''}
    </>
  );
}
