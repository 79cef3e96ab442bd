import type { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { Alarm } from '@/components/ui/message';
import type { Verdict } from '@/domain/document/settle';
import type { Stamp } from '@/domain/document/suggested';
import type { Suggestion } from '@/domain/document/suggestions';
import { goTo, settled } from './commands';
import { signatureOf } from './plugin';

type Props = {
  view: EditorView;
  suggestions: readonly Suggestion[];
  here: string | null;
  /** The account of one who may only suggest; null for those who may settle suggestions. */
  only: string | null;
  /** What is wrong with quotes only if all were accepted. */
  faults: string[];
};

/** The open suggestions beside the text, to go to and to settle: one, all, or a person's. */
export function SuggestionsList({ view, suggestions, here, only, faults }: Props) {
  const [told, setTold] = useState('');
  const settle = (verdict: 'accept' | 'reject', which: (stamp: Stamp) => boolean) => {
    const count = suggestions.filter(which).length;
    view.dispatch(settled(view.state, (each): Verdict => (which(each) ? verdict : null)));
    const done = verdict === 'accept' ? 'accepted' : only ? 'taken back' : 'rejected';
    setTold(
      `${count === 1 ? '1 suggestion' : `${count} suggestions`} ${done}. Undo takes it back.`,
    );
  };
  return (
    <section aria-labelledby="suggestions" className="suggestions">
      <h2 id="suggestions">{headingOf(suggestions.length)}</h2>
      <p role="status">{told}</p>
      {faults.length > 0 ? (
        <Alarm>
          <p className="font-semibold">Accepted, this would not stand:</p>
          {faults.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </Alarm>
      ) : null}
      {suggestions.length > 1 && only === null ? (
        <ForMany suggestions={suggestions} onSettle={settle} />
      ) : null}
      <ol>
        {suggestions.map((each) => (
          <OneSuggestion
            key={each.id}
            suggestion={each}
            isHere={each.id === here}
            may={only === null ? 'settle' : each.account === only ? 'take back' : null}
            onGo={() => {
              view.dispatch(goTo(view.state, each));
              view.focus();
            }}
            onSettle={(verdict) => settle(verdict, ({ id }) => id === each.id)}
          />
        ))}
      </ol>
    </section>
  );
}

const headingOf = (count: number) =>
  count === 0
    ? 'No open suggestions'
    : count === 1
      ? '1 open suggestion'
      : `${count} open suggestions`;

type Settle = (verdict: 'accept' | 'reject', which: (stamp: Stamp) => boolean) => void;

function ForMany({
  suggestions,
  onSettle,
}: {
  suggestions: readonly Suggestion[];
  onSettle: Settle;
}) {
  const people = new Map(suggestions.map(({ account, author }) => [account, author]));
  return (
    <div className="for-many">
      <div>
        <button type="button" onClick={() => onSettle('accept', () => true)}>
          Accept all
        </button>
        <button type="button" onClick={() => onSettle('reject', () => true)}>
          Reject all
        </button>
      </div>
      {people.size > 1
        ? [...people].map(([account, author]) => (
            <div key={account}>
              <span>{author}</span>
              <button
                type="button"
                aria-label={`Accept all of ${author}`}
                onClick={() => onSettle('accept', isOf(account))}
              >
                Accept
              </button>
              <button
                type="button"
                aria-label={`Reject all of ${author}`}
                onClick={() => onSettle('reject', isOf(account))}
              >
                Reject
              </button>
            </div>
          ))
        : null}
    </div>
  );
}

const isOf = (account: string) => (stamp: Stamp) => stamp.account === account;

type OneProps = {
  suggestion: Suggestion;
  isHere: boolean;
  may: 'settle' | 'take back' | null;
  onGo: () => void;
  onSettle: (verdict: 'accept' | 'reject') => void;
};

const rejects = { settle: 'Reject', 'take back': 'Take back' };

const kinds: Record<Suggestion['kind'], string> = {
  inserted: 'Put in',
  deleted: 'Taken out',
  replaced: 'Replaced',
  moved: 'Moved',
  formatted: 'Formatted',
  split: 'Paragraph parted',
  joined: 'Paragraphs joined',
};

function OneSuggestion({ suggestion, isHere, may, onGo, onSettle }: OneProps) {
  const { kind, before, after } = suggestion;
  const what = `${kinds[kind]} ${shorten(after || before)}`.trim();
  return (
    <li aria-current={isHere ? 'true' : undefined}>
      <button type="button" className="go" onClick={onGo} title="Go to it in the text">
        <strong>{kinds[kind]}</strong> <span>{signatureOf(suggestion)}</span>
      </button>
      <p>
        {kind === 'moved' || kind === 'formatted' ? (
          shorten(after)
        ) : (
          <>
            {before ? <del>{shorten(before)}</del> : null}{' '}
            {after ? <ins>{shorten(after)}</ins> : null}
          </>
        )}
      </p>
      <div>
        {may === 'settle' ? (
          <button type="button" aria-label={`Accept: ${what}`} onClick={() => onSettle('accept')}>
            Accept
          </button>
        ) : null}
        {may === null ? null : (
          <button
            type="button"
            aria-label={`${rejects[may]}: ${what}`}
            onClick={() => onSettle('reject')}
          >
            {rejects[may]}
          </button>
        )}
      </div>
    </li>
  );
}

const shorten = (words: string) =>
  words.length > 120 ? `${words.slice(0, 117).trimEnd()}…` : words;
