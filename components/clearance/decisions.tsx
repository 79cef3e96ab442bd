import { markNames } from '@/domain/clearance/orders';
import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Field } from '../ui/field';

type Decided = {
  place: number;
  text: string;
  decision: { mark: string; note: string; by: string; at: string } | null;
};

type Props = {
  clearance: string;
  decisions: Decided[];
  mayDecide: boolean;
  inWords: Record<string, string>;
  action: FormAction;
};

const marks = Object.entries(markNames);

/** The recommendations of an issued memo, each with its boxes, or with what was decided. */
export function Decisions({ clearance, decisions, mayDecide, inWords, action }: Props) {
  if (decisions.length === 0) return <p className="text-quiet">The memo recommends nothing.</p>;
  return (
    <ol className="grid gap-3">
      {decisions.map(({ place, text, decision }) => (
        <li key={place} className="rounded-lg border border-rule bg-sheet px-4 py-3">
          <p className="font-serif">{text}</p>
          {decision ? (
            <p className="mt-2 text-sm">
              <span className="font-semibold">
                {markNames[decision.mark as keyof typeof markNames] ?? decision.mark}
              </span>
              , {decision.by}, {inWords[decision.at]}
              {decision.note ? <span className="block">{decision.note}</span> : null}
            </p>
          ) : null}
          {!decision && mayDecide ? (
            <div className="mt-3">
              <ActionForm
                action={action}
                hidden={{ clearance, place }}
                label="Put it on record"
                look="primary"
              >
                <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
                  <legend className="sr-only">Decision on recommendation {place + 1}</legend>
                  {marks.map(([mark, name]) => (
                    <label key={mark} className="inline-flex min-h-11 items-center gap-2">
                      <input
                        type="radio"
                        name="mark"
                        value={mark}
                        required
                        className="size-4 accent-(--color-accent)"
                      />
                      {name}
                    </label>
                  ))}
                </fieldset>
                <Field label="A word to it" name="note" maxLength={2000} />
              </ActionForm>
            </div>
          ) : null}
          {!decision && !mayDecide ? (
            <p className="mt-2 text-quiet text-sm">Not decided yet.</p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
