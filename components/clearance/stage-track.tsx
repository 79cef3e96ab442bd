import type { Addressee, Standing } from '@/domain/clearance/list';
import { nameOf } from '@/domain/clearance/obstacles';
import { StandingMark } from './standing';

type Line = Addressee & { standing: Standing };

/** The stages of a list side by side, the one at work marked, and how each office in them stands. */
export function StageTrack({ lines, open }: { lines: Line[]; open: number | null }) {
  const clearing = lines.filter(({ asked }) => asked === 'clear');
  const stages = [...new Set(clearing.map(({ stage }) => stage))].sort((a, b) => a - b);
  if (stages.length === 0) return null;
  return (
    <ol className="flex flex-wrap gap-3" aria-label="Stages">
      {stages.map((stage) => (
        <li
          key={stage}
          className={`min-w-56 grow rounded-lg border bg-sheet px-4 py-3 ${stage === open ? 'border-accent' : 'border-rule'}`}
        >
          <p className="flex justify-between text-sm">
            <span className="font-semibold">Stage {stage}</span>
            <span className={stage === open ? 'text-accent' : 'text-quiet'}>
              {state(stage, open)}
            </span>
          </p>
          <ul className="mt-2 grid gap-1 text-sm">
            {clearing
              .filter((each) => each.stage === stage)
              .map((each) => (
                <li key={each.id} className="flex flex-wrap justify-between gap-x-3">
                  <span>{nameOf(each)}</span>
                  <StandingMark standing={each.standing} informed={false} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function state(stage: number, open: number | null): string {
  if (open === null || stage < open) return 'done';
  return stage === open ? 'at work' : 'to come';
}
