import type { Touch, TouchedSentence } from '@/domain/correction';
import { ChangedWords } from './changed-words';

type Props = {
  memo: string;
  touched: TouchedSentence[];
  articles: Record<string, { slug: string; title: string }>;
};

/** What newer versions of a memo's sources changed, sentence by sentence; nothing where they did not. */
export function CorrectionsList({ memo, touched, articles }: Props) {
  if (touched.length === 0) return null;
  return (
    <section
      aria-labelledby="corrections"
      className="mt-6 rounded-lg border border-alarm px-4 py-4 sm:px-6"
    >
      <h2 id="corrections" className="font-semibold font-serif text-xl">
        A source has changed
      </h2>
      <p className="mt-1 text-quiet">
        {touched.length === 1 ? 'One sentence rests' : `${touched.length} sentences rest`} on what
        an earlier version of it said. The memo stays as it is until somebody changes it.
      </p>
      <ul>
        {touched.map(({ block, text, touches }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence has no other name than its place.
          <li key={at} className="border-rule border-b py-3 last:border-0 last:pb-0">
            <a
              href={`/memos/${memo}#${block}`}
              className="font-serif text-ink no-underline hover:underline"
            >
              {text}
            </a>
            {touches.map((touch) => (
              <Change key={touch.was.id} touch={touch} slug={articles[touch.article]?.slug ?? ''} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const says = {
  gone: 'no longer has the words that this rests on',
  around: 'has the words still, and others around them',
};

function Change({ touch, slug }: { touch: Touch; slug: string }) {
  const { how, was, is } = touch;
  const now = is?.number ?? null;
  return (
    <div className="mt-2 text-sm">
      <p className={how === 'gone' ? 'text-alarm' : 'text-quiet'}>
        Paragraph {was.number} {says[how]}
        {now === null ? '; nothing like it is left.' : ':'}
      </p>
      {is ? (
        <p className="mt-1 rounded-md bg-wash px-3 py-2">
          <ChangedWords was={was.text} is={is.text} />{' '}
          <a href={`/articles/${slug}#p${now}`}>¶ {now} now</a>
        </p>
      ) : (
        <p className="mt-1 rounded-md bg-wash px-3 py-2">{was.text}</p>
      )}
    </div>
  );
}
