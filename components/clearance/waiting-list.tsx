import Link from 'next/link';
import type { Standing } from '@/domain/clearance/list';
import { StandingMark } from './standing';

type Waiting = {
  memo: { id: string; title: string };
  who: string;
  asked: 'clear' | 'comment' | 'information';
  standing: Standing;
  dueInWords: string | null;
};

type Props = { title: string; id: string; waiting: Waiting[] };

const asks = { clear: 'to clear', comment: 'to comment on', information: 'for information' };

/** Memos that wait for somebody, by due time, each leading to its list; nothing where none does. */
export function WaitingList({ title, id, waiting }: Props) {
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 font-semibold font-serif text-xl">
        {title}
      </h2>
      <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
        {waiting.map(({ memo, who, asked, standing, dueInWords }) => (
          <li
            key={`${memo.id} ${who} ${asked}`}
            className="flex flex-wrap justify-between gap-x-4 gap-y-1 px-4 py-3"
          >
            <span>
              <Link href={`/memos/${memo.id}/clearance`} prefetch={false} className="font-semibold">
                {memo.title}
              </Link>
              <span className="block text-quiet text-sm">
                {who}, {asks[asked]}
                {dueInWords ? ` · due ${dueInWords}` : ''}
              </span>
            </span>
            <StandingMark standing={standing} informed={asked === 'information'} />
          </li>
        ))}
      </ul>
    </section>
  );
}
