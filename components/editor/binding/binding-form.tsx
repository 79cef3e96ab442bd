import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { basisChoices, kindNames, searchChoices } from '@/domain/document/basis';
import { refusalOf } from '@/domain/document/bind';
import { type SentenceKind, sentenceKinds } from '@/domain/document/sentence-mark';
import type { PlacedSentence } from '@/domain/document/sentences';
import { sourcesIn } from '../sources';
import { BasisList } from './basis-list';
import { bindChosen, chosenSentences } from './plugin';

/** The letter that chooses a kind, while no words are being typed. */
const letters: Record<SentenceKind | 'none', string> = {
  reported: 'r',
  assessment: 't',
  judgment: 'j',
  recommendation: 'c',
  boilerplate: 'b',
  none: 'n',
};

const kinds = [...sentenceKinds, 'none'] as const;

type Kind = (typeof kinds)[number];

type Props = { view: EditorView; chosen: PlacedSentence[]; onClose: () => void };

/** Chooses a kind and a basis by arrows and letters; Enter binds, and the text has the focus again. */
export function BindingForm({ view, chosen, onClose }: Props) {
  const known = chosen[0]?.binding ?? null;
  const [kind, setKind] = useState<Kind>(known?.kind ?? 'none');
  const [basis, setBasis] = useState<readonly string[]>(known?.basis ?? []);
  const [query, setQuery] = useState('');
  const [told, setTold] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const name = useId();
  const { evidence } = sourcesIn(view.state);
  const { state } = view;
  const choices = useMemo(() => {
    // Asked of the text as it is: what is chosen may be a moment old.
    const around = chosenSentences(state).map(({ from }) => state.doc.resolve(from).parent);
    return kind === 'none' ? [] : basisChoices(kind, evidence, around);
  }, [kind, evidence, state]);
  useEffect(() => {
    // As the panel grows it may cover the sentence that it speaks of.
    const lit = view.dom.querySelector('.sentence-chosen');
    const end = form.current?.parentElement?.getBoundingClientRect().bottom ?? 0;
    if (lit && lit.getBoundingClientRect().top < end) lit.scrollIntoView({ block: 'end' });
  });
  const choose = (wanted: Kind) => {
    setKind(wanted);
    setTold('');
    form.current?.querySelector<HTMLElement>(`input[value="${wanted}"]`)?.focus();
  };
  const submit = () => {
    const fit = basis.filter((id) => choices.some((each) => each.id === id));
    const binding = kind === 'none' ? null : { kind, basis: fit };
    const refusal = refusalOf(binding);
    if (refusal !== null) return setTold(refusal);
    view.dispatch(bindChosen(view.state, binding));
    onClose();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const wanted = kinds.find((each) => letters[each] === event.key.toLowerCase());
    if (!wanted) return;
    event.preventDefault();
    choose(wanted);
  };
  return (
    <form
      ref={form}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className="flex flex-wrap gap-x-4 py-1">
        <legend className="sr-only">What it is</legend>
        {kinds.map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-1.5">
            <input
              type="radio"
              name={name}
              value={each}
              checked={kind === each}
              aria-keyshortcuts={letters[each]}
              className="size-4 accent-(--color-accent)"
              onChange={() => choose(each)}
            />
            {each === 'none' ? 'No binding' : kindNames[each]}{' '}
            <kbd className="text-quiet text-xs uppercase">{letters[each]}</kbd>
          </label>
        ))}
      </fieldset>
      {choices.length > 0 ? (
        <BasisList
          choices={searchChoices(choices, query)}
          basis={basis}
          query={query}
          onQuery={setQuery}
          onToggle={(id) => {
            setTold('');
            setBasis(basis.includes(id) ? basis.filter((each) => each !== id) : [...basis, id]);
          }}
        />
      ) : null}
      <div className="binding-acts">
        <Button type="submit" look="primary" className="min-h-9 py-1">
          Bind
        </Button>
        <Button look="quiet" className="min-h-9 py-1" onClick={onClose}>
          Cancel
        </Button>
        <span role="status" className="font-semibold text-alarm text-sm">
          {told}
        </span>
      </div>
    </form>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'search';
}
