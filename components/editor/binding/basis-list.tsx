import type { KeyboardEvent } from 'react';
import type { BasisChoice } from '@/domain/document/basis';

type Props = {
  choices: BasisChoice[];
  basis: readonly string[];
  query: string;
  onQuery: (query: string) => void;
  onToggle: (id: string) => void;
};

/** What a sentence may rest on, to be searched and ticked; arrows go from line to line. */
export function BasisList({ choices, basis, query, onQuery, onToggle }: Props) {
  return (
    <fieldset onKeyDown={moveByArrows}>
      <legend className="font-semibold text-sm">On what it rests</legend>
      <input
        type="search"
        aria-label="Search what it may rest on"
        placeholder="Words, speaker or ¶ number"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        className="my-1 min-h-9 w-full rounded-md border border-rule bg-desk px-3"
      />
      <ul className="max-h-[min(28vh,11rem)] overflow-y-auto overscroll-contain">
        {choices.map(({ id, speaker, place, words }) => (
          <li key={id}>
            <label className="flex cursor-pointer gap-2 rounded px-1 py-1 hover:bg-wash">
              <input
                type="checkbox"
                checked={basis.includes(id)}
                onChange={() => onToggle(id)}
                className="mt-1 size-4 shrink-0 accent-(--color-accent)"
              />
              <span>
                <span className="text-quiet text-sm">
                  {speaker ? `${speaker}, ${place}` : place}
                </span>{' '}
                <span className="line-clamp-2 font-serif text-[0.95rem] leading-snug">{words}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {choices.length === 0 ? (
        <p className="px-1 py-2 text-quiet text-sm">
          Nothing in this memo’s sources has these words.
        </p>
      ) : null}
    </fieldset>
  );
}

/** From the search field to the first line and back, and from each line to the next. */
function moveByArrows(event: KeyboardEvent<HTMLFieldSetElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isEnter = event.key === 'Enter' && (event.target as HTMLInputElement).type === 'search';
  if (step === undefined && !isEnter) return;
  const inputs = [...event.currentTarget.querySelectorAll('input')];
  const next = inputs[inputs.indexOf(event.target as HTMLInputElement) + (step ?? 1)];
  event.preventDefault();
  next?.focus();
}
