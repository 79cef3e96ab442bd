import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';

type Props = {
  clearance: string;
  revision: number;
  base: number;
  obstacles: string[];
  mayIssue: boolean;
  action: FormAction;
};

/** What keeps a memo from being issued, or the button that issues it. */
export function ObstaclesList({ clearance, revision, base, obstacles, mayIssue, action }: Props) {
  return (
    <section aria-labelledby="issuing" className="grid gap-3">
      <h2 id="issuing" className="font-semibold font-serif text-xl">
        Issuing
      </h2>
      {obstacles.length === 0 ? (
        <p>
          <span aria-hidden="true" className="font-bold text-good">
            ✓{' '}
          </span>
          Nothing stands in the way. All answers in is not cleared: an officer issues it.
        </p>
      ) : (
        <>
          <p>It can’t be issued yet:</p>
          <ul className="list-disc pl-5">
            {obstacles.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {mayIssue && obstacles.length === 0 ? (
        <ActionForm
          action={action}
          hidden={{ clearance, revision, base }}
          label="Issue as cleared"
          look="primary"
        />
      ) : null}
    </section>
  );
}
