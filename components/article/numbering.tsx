'use client';

import { useActionState } from 'react';
import type { LeftOut } from '@/domain/article';
import type { FormAction, FormState } from '@/domain/errors';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';

type Paragraph = { id: string; number: number | null; leftOut: LeftOut | null; text: string };
type Action = FormAction | null;
type Props = {
  details: { revision: number; isCited: boolean; paragraphs: Paragraph[] };
  /** Null for those who may only read. */
  leaveOut: Action;
  restore: Action;
};

/**
 * Every stretch of the text in its order: the numbered paragraphs, and what is left out of the
 * numbering with its reason. Once a memo cites the numbers they can't be changed.
 */
export function Numbering({ details, leaveOut, restore }: Props) {
  const { paragraphs, revision, isCited } = details;
  const [leaving, submitLeaving, isLeaving] = useActionState(leaveOut ?? refuse, null);
  const [restoring, submitRestoring, isRestoring] = useActionState(restore ?? refuse, null);
  const mayChange = leaveOut !== null && restore !== null && !isCited;
  return (
    <section aria-labelledby="numbering">
      <h2 id="numbering" className="font-serif text-xl font-semibold">
        Numbering
      </h2>
      <p className="mt-1 mb-3 max-w-prose text-quiet">
        {isCited
          ? 'A memo cites this article by its paragraph numbers, so they stay as they are.'
          : 'Only numbered paragraphs can be cited. Nothing that was received is ever deleted.'}
      </p>
      <FormMessage state={leaving?.ok === false ? leaving : restoring} />
      <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
        {paragraphs.map((each) => (
          <li
            key={each.id}
            className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 gap-y-2 px-4 py-3 sm:grid-cols-[2rem_minmax(0,1fr)_auto] data-left:text-quiet"
            data-left={each.leftOut ?? undefined}
          >
            <span className="pt-0.5 text-sm text-quiet">{each.number ?? '–'}</span>
            <div className="min-w-0">
              {each.leftOut ? (
                <p className="text-sm font-semibold first-letter:uppercase">{each.leftOut}</p>
              ) : null}
              <p className="break-words font-serif">{short(each.text)}</p>
            </div>
            {mayChange ? (
              <Form
                action={each.leftOut ? submitRestoring : submitLeaving}
                className="col-start-2 sm:col-start-3"
              >
                <input type="hidden" name="paragraph" value={each.id} />
                <input type="hidden" name="revision" value={revision} />
                <Button
                  type="submit"
                  look="quiet"
                  disabled={isLeaving || isRestoring}
                  aria-label={
                    each.leftOut
                      ? `Restore: ${opening(each.text)}`
                      : `Leave out paragraph ${each.number}`
                  }
                >
                  {each.leftOut ? 'Restore' : 'Leave out'}
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const refuse = async (): Promise<FormState> => null;
const short = (text: string) => (text.length > 220 ? `${text.slice(0, 220)} …` : text);
const opening = (text: string) => text.split(/\s+/).slice(0, 6).join(' ');
