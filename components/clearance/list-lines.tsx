import Link from 'next/link';
import type { Addressee, Standing } from '@/domain/clearance/list';
import { nameOf } from '@/domain/clearance/obstacles';
import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { StandingMark } from './standing';

/** A line of the list, with its times in words. */
export type ShownLine = Addressee & {
  standing: Standing;
  note: string;
  state: 'listed' | 'proposed' | 'declined';
  proposedBy: string | null;
  dueInWords: string | null;
  answeredAt: string | null;
  isLate: boolean;
};

/** What the action officer does with a line. */
export type OfficerActions = {
  strike: FormAction;
  decide: FormAction;
  dissent: FormAction;
  noResponse: FormAction;
};

type Props = {
  memo: string;
  version: number;
  revision: number;
  lines: ShownLine[];
  headings: Record<string, string>;
  /** Null to all but the action officer. */
  actions: OfficerActions | null;
};

const asks = { clear: 'Clearance', comment: 'Comments', information: 'Information' };

/** The whole list: whom, for what, by when, how they stand, and what they said. */
export function ListLines({ lines, ...around }: Props) {
  if (lines.length === 0) return <p className="text-quiet">Nobody is on the list yet.</p>;
  return (
    <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
      {lines.map((line) => (
        <li key={line.id} className="grid gap-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <About line={line} headings={around.headings} />
          <div className="sm:text-right">
            {line.state === 'listed' ? (
              <StandingMark
                standing={line.standing}
                informed={line.asked === 'information' && !line.response}
              />
            ) : (
              <span className="text-quiet">
                {line.state === 'proposed'
                  ? `Proposed by ${line.proposedBy}`
                  : 'Proposed; declined'}
              </span>
            )}
            {line.answeredAt ? <p className="text-quiet text-sm">{line.answeredAt}</p> : null}
          </div>
          <div className="sm:col-span-2">
            <Said line={line} memo={around.memo} version={around.version} />
            {around.actions ? (
              <Acts line={line} revision={around.revision} actions={around.actions} />
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function About({ line, headings }: { line: ShownLine; headings: Record<string, string> }) {
  const { asked, stage, dueInWords, sections } = line;
  const place = asked === 'clear' ? `, stage ${stage}` : '';
  return (
    <div>
      <p className="font-semibold">{nameOf(line)}</p>
      <p className="text-quiet text-sm">
        {asks[asked]}
        {place}
        {dueInWords ? ` · due ${dueInWords}` : ''}
      </p>
      {sections.length > 0 ? (
        <p className="text-quiet text-sm">
          On {sections.map((name) => headings[name] ?? name).join(', ')}
        </p>
      ) : null}
    </div>
  );
}

function Said({ line, memo, version }: { line: ShownLine; memo: string; version: number }) {
  const { response, standing } = line;
  if (!response) return null;
  return (
    <>
      {response.text ? (
        <blockquote className="border-rule border-l-2 pl-3">{response.text}</blockquote>
      ) : null}
      {standing === 're-clear' ? (
        <p className="text-sm">
          <Link
            href={`/memos/${memo}/history/compare?from=${response.version}&to=${version}`}
            prefetch={false}
          >
            What changed since they answered
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Acts({
  line,
  revision,
  actions,
}: {
  line: ShownLine;
  revision: number;
  actions: OfficerActions;
}) {
  const hidden = { addressee: line.id, revision };
  const { response, state, asked } = line;
  const isObjection = response?.outcome === 'object' && line.dissent === 'open';
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      {state === 'proposed' ? (
        <>
          <ActionForm
            action={actions.decide}
            hidden={{ ...hidden, listed: 'true' }}
            label="List them"
          />
          <ActionForm
            action={actions.decide}
            hidden={{ ...hidden, listed: 'false' }}
            label="Decline"
            look="quiet"
          />
        </>
      ) : null}
      {isObjection ? (
        <>
          <ActionForm
            action={actions.dissent}
            hidden={{ ...hidden, dissent: 'split' }}
            label="Put it to the principal"
          />
          <ActionForm
            action={actions.dissent}
            hidden={{ ...hidden, dissent: 'recorded' }}
            label="Record the dissent"
          />
        </>
      ) : null}
      {!response && line.isLate && asked === 'clear' && state === 'listed' ? (
        <ActionForm action={actions.noResponse} hidden={hidden} label="Go forward without them" />
      ) : null}
      {!response && state === 'listed' ? (
        <ActionForm action={actions.strike} hidden={hidden} label="Strike" look="quiet" />
      ) : null}
    </div>
  );
}
