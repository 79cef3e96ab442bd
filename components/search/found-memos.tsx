import Link from 'next/link';
import type { Part } from '@/domain/search/parts';
import { When } from '../ui/sheet';
import { Marked } from './marked';

type FoundMemo = {
  id: string;
  title: Part[];
  form: string;
  author: string;
  updatedAt: Date;
  passage: Part[];
};

/** Memos that were found, with the stretches that have the words. */
export function FoundMemos({ memos }: { memos: FoundMemo[] }) {
  return memos.map((memo) => (
    <li key={memo.id} className="px-4 py-3">
      <h3 className="font-serif text-lg font-semibold leading-snug">
        <Link
          href={`/memos/${memo.id}`}
          prefetch={false}
          className="text-ink no-underline hover:text-accent hover:underline"
        >
          <Marked parts={memo.title} />
        </Link>
      </h3>
      <p className="text-sm text-quiet">
        {memo.form} · {memo.author} · <When at={memo.updatedAt} />
      </p>
      {memo.passage.length > 0 ? (
        <p className="mt-1.5 font-serif leading-relaxed wrap-anywhere">
          <Marked parts={memo.passage} />
        </p>
      ) : null}
    </li>
  ));
}
