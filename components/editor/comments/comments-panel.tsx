import '@/components/comment/comment.css';
import { useCallback, useEffect, useState } from 'react';
import { OpenForm } from '@/components/comment/open-form';
import { type ThreadActions, ThreadCard } from '@/components/comment/thread-card';
import { inOrder, shorten, type Thread } from '@/domain/comment/comment';
import { wordsIn } from '@/domain/comment/letters';
import type { FormState } from '@/domain/errors';
import type { Session } from '../session';
import { useWatched } from '../watched';
import { type Anchored, commentsIn, endComment, goToThread } from './plugin';
import type { CommentsHeld } from './use-comments';

type Props = {
  memo: string;
  session: Session;
  held: CommentsHeld;
  actions: ThreadActions;
  onEntered: () => void;
};

/** The memo's comments beside its text: a new one, the open ones in the text's order, the rest. */
export function CommentsPanel({ memo, session, held, actions, onEntered }: Props) {
  const { view } = session;
  const { threads: placed, draft, here } = useWatched(view, commentsIn);
  const [told, setTold] = useState('');
  const threads = joined(held.threads, placed);
  const open = threads.filter(({ isResolved }) => !isResolved);
  const there = open.filter(({ anchor }) => 'at' in anchor);
  const detached = open.filter(({ anchor }) => 'lost' in anchor);
  const closed = threads.filter(({ isResolved }) => isResolved);
  useEffect(() => {
    // Beside the text, that is; below it the page would leave the caret.
    if (here && window.matchMedia('(min-width: 64rem)').matches)
      document.getElementById(`thread-${here}`)?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const cancel = useCallback(() => {
    view.dispatch(endComment(view.state));
    view.focus();
  }, [view]);
  const done = useCallback(() => {
    setTold('Your comment stands.');
    cancel();
    onEntered();
  }, [cancel, onEntered]);
  const card = (thread: Thread) => (
    <li key={thread.id}>
      <ThreadCard
        thread={thread}
        people={held.people}
        mayComment={held.mayComment}
        actions={actions}
        onEntered={onEntered}
        isHere={thread.id === here}
        words={
          <Words
            thread={thread}
            onGo={() => {
              view.dispatch(goToThread(view.state, thread));
              view.focus();
            }}
          />
        }
      />
    </li>
  );
  return (
    <section aria-labelledby="comments" className="threads">
      <h2 id="comments">{headingOf(open.length)}</h2>
      <p role="status" className="empty:hidden">
        {told}
      </p>
      {draft ? (
        <OpenForm
          memo={memo}
          people={held.people}
          action={(state, form) => send(session, actions, { state, form })}
          focus
          onDone={done}
          onCancel={cancel}
        >
          <p className="about-draft">
            {'at' in draft ? `“${shorten(draft.about)}”` : 'These words were taken out meanwhile.'}
          </p>
        </OpenForm>
      ) : null}
      <ol className="threads">{there.map(card)}</ol>
      {detached.length > 0 ? (
        <>
          <h3>Detached: the words they were about are gone</h3>
          <ol className="threads">{detached.map(card)}</ol>
        </>
      ) : null}
      {closed.length > 0 ? (
        <details>
          <summary className="cursor-pointer py-1 text-accent">
            {closed.length === 1 ? '1 dealt with' : `${closed.length} dealt with`}
          </summary>
          <ol className="threads">{closed.map(card)}</ol>
        </details>
      ) : null}
    </section>
  );
}

const headingOf = (count: number) =>
  count === 0 ? 'No open comments' : count === 1 ? '1 open comment' : `${count} open comments`;

/** Threads as the server has them, each where it stands in the text on the page. */
function joined(threads: readonly Thread[], placed: readonly Anchored[]): Thread[] {
  const anchors = new Map(placed.map(({ id, anchor }) => [id, anchor]));
  return inOrder(
    threads.map((thread) => ({ ...thread, anchor: anchors.get(thread.id) ?? thread.anchor })),
  );
}

function Words({ thread, onGo }: { thread: Thread; onGo: () => void }) {
  const { anchor } = thread;
  if ('lost' in anchor) return <p className="about">“{anchor.about}”</p>;
  return (
    <button type="button" className="about" onClick={onGo} title="Go to it in the text">
      “{shorten(anchor.about)}”
    </button>
  );
}

/**
 * Sends a new thread for the words as they stand in the stored text: what is unsent goes first, so that
 * the server has the text that it is on.
 */
async function send(
  { sync, view }: Session,
  actions: ThreadActions,
  { state, form }: { state: FormState; form: FormData },
): Promise<FormState> {
  if (!(await sync.flush()))
    return refusal(
      'The text is not stored yet. Your comment is still here; try again in a moment.',
    );
  const { draft } = commentsIn(view.state);
  if (!draft || 'lost' in draft)
    return refusal('The words it was about are gone. Choose others; your comment is still here.');
  form.set('version', `${sync.version}`);
  form.set('place', `at ${draft.at.from} ${draft.at.to}`);
  form.set('words', wordsIn(view.state.doc, draft.at));
  return actions.open(state, form);
}

const refusal = (message: string): FormState => ({ ok: false, message, fields: {} });
