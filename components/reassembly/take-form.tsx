'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import type { ProposalLines } from '@/domain/reassembly/words';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';
import { ProposalList } from './proposal-list';

type Props = {
  memo: string;
  base: number;
  digest: string;
  ask: { add: string[]; issues: string[]; matrix: boolean };
  sections: { name: string; heading: string }[];
  proposals: ProposalLines[];
  /** How many quotes and citations go over to a newer version as they stand. */
  moved: number;
  mayTake: boolean;
  action: FormAction;
};

/** Chooses among the proposals and takes what is ticked into the memo. */
export function TakeForm({ memo, base, digest, ask, mayTake, action, ...shown }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  const { proposals, moved, sections } = shown;
  const isNothing = proposals.length === 0 && moved === 0;
  return (
    <Form action={submit} className="grid gap-6">
      <input type="hidden" name="memo" value={memo} />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="digest" value={digest} />
      {ask.add.map((id) => (
        <input key={id} type="hidden" name="add[]" value={id} />
      ))}
      {ask.issues.map((id) => (
        <input key={id} type="hidden" name="issues[]" value={id} />
      ))}
      {ask.matrix ? <input type="hidden" name="matrix" value="on" /> : null}
      {moved > 0 ? (
        <p className="rounded-md bg-wash px-4 py-3">
          {moved === 1 ? 'One quote or citation stands' : `${moved} quotes and citations stand`} in
          a newer version of the article and will lead there.
        </p>
      ) : null}
      <ProposalList sections={sections} proposals={proposals} />
      <FormMessage state={state} />
      {isNothing || !mayTake ? null : (
        <div className="sticky bottom-0 border-rule border-t bg-desk py-3">
          <Button type="submit" look="primary" disabled={pending}>
            {pending ? 'Taking …' : 'Take what is ticked'}
          </Button>
          <p className="mt-2 text-quiet text-sm">
            What is not ticked stays as it is, and is not proposed again until its evidence changes.
          </p>
        </div>
      )}
    </Form>
  );
}
