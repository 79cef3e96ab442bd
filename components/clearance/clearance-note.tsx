import Link from 'next/link';

type Props = {
  memo: string;
  state: 'cleared' | 'differs' | 'open' | null;
  answered: number;
  asked: number;
};

/** Beside a memo: whether this very text is cleared, and the way to its list. */
export function ClearanceNote({ memo, state, answered, asked }: Props) {
  return (
    <section aria-labelledby="clearance" className="grid gap-1 text-sm">
      <h2 id="clearance" className="font-semibold">
        Clearance
      </h2>
      {state === 'cleared' ? (
        <p className="text-good">
          <span aria-hidden="true">✓ </span>This is the text that was cleared.
        </p>
      ) : null}
      {state === 'differs' ? (
        <p className="text-alarm">A draft beside the cleared text: it has other words.</p>
      ) : null}
      {state === 'open' ? (
        <p>
          {answered} of {asked} have cleared this text.
        </p>
      ) : null}
      <p>
        <Link
          href={`/memos/${memo}/clearance`}
          prefetch={false}
          className="inline-flex min-h-8 items-center"
        >
          {state === null ? 'Send it for clearance' : 'Who cleared what'}
        </Link>
      </p>
    </section>
  );
}
