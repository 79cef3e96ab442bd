import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import '@/components/comment/comment.css';
import { BlockField } from '@/components/comment/block-field';
import { OpenForm } from '@/components/comment/open-form';
import { ThreadCard } from '@/components/comment/thread-card';
import { LiveReading } from '@/components/memo/live-reading';
import { buttonLook } from '@/components/ui/button';
import { Empty } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { shorten, type Thread } from '@/domain/comment/comment';
import { getComments } from '@/server/comments/list';
import { read, requireActor } from '@/server/page';
import { submitEntry, submitGrade, submitThread } from './actions';

export const metadata: Metadata = { title: 'Comments' };

const actions = { open: submitThread, enter: submitEntry, grade: submitGrade };

export default async function CommentsPage({ params }: PageProps<'/memos/[id]/comments'>) {
  const actor = await requireActor();
  const found = await read(getComments(actor, (await params).id));
  const { memo, threads, people, mayComment, lines } = found;
  const open = threads.filter(({ isResolved }) => !isResolved);
  const there = open.filter(({ anchor }) => 'at' in anchor);
  const detached = open.filter(({ anchor }) => 'lost' in anchor);
  const closed = threads.filter(({ isResolved }) => isResolved);
  const list = (some: Thread[]) => (
    <ol className="threads">
      {some.map((thread) => (
        <li key={thread.id}>
          <ThreadCard
            thread={thread}
            people={people}
            mayComment={mayComment}
            actions={actions}
            words={<Words memo={memo.id} thread={thread} />}
          />
        </li>
      ))}
    </ol>
  );
  return (
    <div className="grid max-w-3xl gap-8">
      <PageHead title="Comments" lead={memo.title}>
        <Link href={`/memos/${memo.id}`} prefetch={false} className={buttonLook()}>
          Back to the memo
        </Link>
      </PageHead>
      <LiveReading memo={memo.id} version={memo.version} />
      {threads.length === 0 ? (
        <Empty title="Nobody has commented yet">
          {mayComment
            ? 'Choose words in the editor and press Ctrl+Alt+M, or comment on a paragraph below.'
            : 'Its reviewers comment on its words.'}
        </Empty>
      ) : null}
      <Part id="open" title="Open" threads={there} list={list} />
      <Part id="detached" title="Detached" threads={detached} list={list}>
        The words that these were about are gone from the memo. They stay here until somebody deals
        with them.
      </Part>
      <Part id="closed" title="Dealt with" threads={closed} list={list} />
      {mayComment ? (
        <section aria-labelledby="new" className="grid gap-3">
          <h2 id="new" className="font-semibold font-serif text-xl">
            Comment on a paragraph
          </h2>
          <OpenForm memo={memo.id} people={people} action={submitThread}>
            <BlockField version={memo.version} lines={lines} />
          </OpenForm>
        </section>
      ) : null}
    </div>
  );
}

type PartProps = {
  id: string;
  title: string;
  threads: Thread[];
  list: (threads: Thread[]) => ReactNode;
  children?: ReactNode;
};

/** Threads of one kind under their heading, with what there is to say of them; nothing where there is none. */
function Part({ id, title, threads, list, children }: PartProps) {
  if (threads.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="font-semibold font-serif text-xl">
        {title}
      </h2>
      {children ? <p className="text-quiet">{children}</p> : null}
      {list(threads)}
    </section>
  );
}

/** The words, as a link to where they stand. */
function Words({ memo, thread }: { memo: string; thread: Thread }) {
  const { anchor, block } = thread;
  if ('lost' in anchor) return <p className="about">“{anchor.about}”</p>;
  return (
    // A plain link: the place lights up as the page opens at it.
    <a href={`/memos/${memo}${block ? `#${block}` : ''}`} className="about">
      “{shorten(anchor.about)}”
    </a>
  );
}
