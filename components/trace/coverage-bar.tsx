import { describeCoverage } from '@/domain/coverage';
import { kindNames } from '@/domain/document/basis';
import { sentenceKinds } from '@/domain/document/sentence-mark';
import type { Tally } from '@/domain/document/sentences';

/** One shade for each kind, from what sources say to what we say; what lacks a binding is in the colour of alarms. */
const shades = {
  reported: 'bg-ink',
  assessment: 'bg-ink/45',
  judgment: 'bg-good',
  recommendation: 'bg-good/60',
  boilerplate: 'bg-quiet/40',
  lacking: 'bg-alarm',
};

type Part = { name: string; count: number; shade: string };

/** What a memo is made of: its sentences by kind, as one bar with its key, and how many are bound. */
export function CoverageBar({ tally }: { tally: Tally }) {
  const parts: Part[] = [
    ...sentenceKinds.map((kind) => ({
      name: kindNames[kind],
      count: tally[kind],
      shade: shades[kind],
    })),
    { name: 'Not bound', count: tally.unbound + tally.partly, shade: shades.lacking },
  ].filter(({ count }) => count > 0);
  return (
    <div className="grid gap-2 text-sm">
      <p>{describeCoverage(tally)}</p>
      <div aria-hidden="true" className="flex h-2 gap-0.5 overflow-hidden rounded-full">
        {parts.map(({ name, count, shade }) => (
          <div key={name} className={shade} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-quiet">
        {parts.map(({ name, count, shade }) => (
          <li key={name} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-2.5 rounded-full ${shade}`} />
            {name} {count}
          </li>
        ))}
      </ul>
    </div>
  );
}
