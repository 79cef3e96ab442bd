import { daysKept } from '@/domain/export-job';
import { type FormatId, formatOf } from '@/domain/format';
import { buttonLook } from '../ui/button';
import { Empty } from '../ui/message';
import { When } from '../ui/sheet';

type Line = {
  id: string;
  format: FormatId;
  createdAt: Date;
  finishedAt: Date | null;
  total: number;
  made: number;
  leftOut: number;
  size: number;
  refused: { memo: string; title: string; message: string }[];
};

/** One's own exports: how far each is, its bundle once it is finished, and what was refused and why. */
export function ExportList({ exports }: { exports: Line[] }) {
  if (exports.length === 0)
    return (
      <Empty title="None in the last week">What you export appears here, with how far it is.</Empty>
    );
  return (
    <ul className="grid gap-4">
      {exports.map((line) => (
        <li key={line.id} className="rounded-lg border border-rule bg-sheet p-4">
          <h3 className="font-serif text-lg font-semibold leading-snug">
            {line.total === 1 ? 'One memo' : `${line.total} memos`} as {formatOf(line.format).label}
          </h3>
          <p className="text-sm text-quiet">
            Asked for <When at={line.createdAt} />
          </p>
          {line.finishedAt ? <Finished line={line} /> : <UnderWay line={line} />}
          <Refused line={line} />
        </li>
      ))}
    </ul>
  );
}

function UnderWay({ line }: { line: Line }) {
  const done = line.made + line.leftOut + line.refused.length;
  return (
    <div className="mt-3">
      <progress
        value={done}
        max={line.total}
        aria-label={`Memos made, of ${line.total}`}
        className="block h-2.5 w-full appearance-none overflow-hidden rounded-full bg-rule [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
      />
      <p className="mt-1 text-sm tabular-nums">
        {done} of {line.total}
        <span className="text-quiet"> · {done === 0 ? 'waiting for its turn' : 'being made'}</span>
      </p>
    </div>
  );
}

function Finished({ line }: { line: Line }) {
  const until = new Date(line.createdAt.getTime() + daysKept * 86_400_000);
  if (line.made === 0) return <p className="mt-3 font-semibold">No memo could be made.</p>;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <a href={`/api/exports/${line.id}`} download className={buttonLook()}>
        Download the bundle
      </a>
      <p className="text-sm text-quiet">
        {line.made === 1 ? '1 file' : `${line.made} files`}, {inWords(line.size)}
        <br />
        Kept until <When at={until} />
      </p>
    </div>
  );
}

function Refused({ line }: { line: Line }) {
  return (
    <>
      {line.leftOut > 0 ? (
        <p className="mt-3 text-sm">
          {line.leftOut === 1 ? 'One memo was' : `${line.leftOut} memos were`} left out: you could
          not read {line.leftOut === 1 ? 'it' : 'them'} any more.
        </p>
      ) : null}
      {line.refused.length > 0 ? (
        <div className="mt-3 border-t border-rule pt-3">
          <h4 className="font-semibold text-alarm">
            {line.refused.length === 1 ? 'One memo was' : `${line.refused.length} memos were`}{' '}
            refused
          </h4>
          <ul className="mt-1 grid gap-2">
            {line.refused.map(({ memo, title, message }) => (
              <li key={memo} className="break-words text-sm">
                <a href={`/memos/${memo}`} className="font-semibold">
                  {title}
                </a>
                <span className="block">{message}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function inWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
