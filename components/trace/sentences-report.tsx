import Link from 'next/link';
import type { Tally } from '@/domain/document/sentences';
import { CoverageBar } from './coverage-bar';

/** Beside a memo: what its sentences are, how many are bound, and how many judgments to look at. */
export function SentencesReport({
  memo,
  tally,
  warnings,
}: {
  memo: string;
  tally: Tally;
  warnings: number;
}) {
  return (
    <section aria-labelledby="sentences" className="grid gap-2 text-sm">
      <h2 id="sentences" className="font-semibold">
        Sentences
      </h2>
      <CoverageBar tally={tally} />
      {warnings > 0 ? (
        <p>
          {warnings === 1 ? 'One warning' : `${warnings} warnings`} on how our judgments say what is
          likely.
        </p>
      ) : null}
      <p>
        <Link
          href={`/memos/${memo}/sentences`}
          prefetch={false}
          className="inline-flex min-h-8 items-center"
        >
          Each sentence and its source
        </Link>
      </p>
    </section>
  );
}
