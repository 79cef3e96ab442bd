import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { type Mentionable, nameBegun } from '@/domain/comment/mentions';

type Props = {
  label: string;
  people: readonly Mentionable[];
  fault?: string | undefined;
  focus?: boolean;
  rows?: number;
  ref?: Ref<HTMLTextAreaElement>;
};

/** So many names are offered at once. */
const offered = 6;

/**
 * Where one writes in a thread: after an `@` it offers the names of those who may read the memo, by
 * arrow keys and Enter. Without JavaScript a name that is written whole is a mention too.
 */
export function SaidField({ label, people, fault, focus = false, rows = 3, ref }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const names = begun === null ? [] : namesLike(people, begun);
  const look = () => {
    const area = field.current;
    const isCaret = area !== null && area.selectionStart === area.selectionEnd;
    setBegun(isCaret ? nameBegun(area.value.slice(0, area.selectionStart)) : null);
    setChosen(0);
  };
  const take = (name: string) => {
    const area = field.current;
    if (!area || begun === null) return;
    const caret = area.selectionStart;
    area.setRangeText(`${name} `, caret - begun.length, caret, 'end');
    setBegun(null);
    area.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const name = names[chosen];
    if (name === undefined) return;
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % names.length);
    else if (event.key === 'ArrowUp') setChosen((chosen + names.length - 1) % names.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(name);
    else if (event.key === 'Escape') setBegun(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="said-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={(area) => {
          field.current = area;
          if (typeof ref === 'function') ref(area);
          else if (ref) ref.current = area;
        }}
        name="text"
        rows={rows}
        maxLength={5000}
        // biome-ignore lint/a11y/noAutofocus: it opens by a key that asks for it.
        autoFocus={focus}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        aria-autocomplete="list"
        aria-controls={names.length > 0 ? `${id}-names` : undefined}
        aria-activedescendant={names.length > 0 ? `${id}-${chosen}` : undefined}
        onInput={look}
        onClick={look}
        onBlur={() => setBegun(null)}
        onKeyDown={keys}
      />
      {names.length > 0 ? (
        <div id={`${id}-names`} role="listbox" aria-label="People" className="names">
          {names.map((name, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
            <div
              key={name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(name)}
            >
              {name}
            </div>
          ))}
        </div>
      ) : null}
      {fault ? (
        <p id={`${id}-fault`} className="text-alarm text-sm">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

function namesLike(people: readonly Mentionable[], begun: string): string[] {
  const start = begun.toLowerCase();
  const names = [...new Set(people.map(({ name }) => name))];
  const isWhole = names.some((name) => `${name.toLowerCase()} ` === start);
  if (isWhole) return [];
  return names
    .filter((name) =>
      name
        .toLowerCase()
        .split(' ')
        .some((_, at, parts) => parts.slice(at).join(' ').startsWith(start)),
    )
    .slice(0, offered);
}
