import { useId } from 'react';
import { type Format, type FormatId, formats } from '@/domain/format';
import { Disclosure } from '../ui/disclosure';

type Props = {
  /** What is being made, as its address asks for it; null while nothing is. */
  pending: string | null;
  onChoose: (format: FormatId) => void;
};

const others = formats.filter(({ id }) => id !== 'pdf');

/** The formats other than PDF, of the memo, of its sources and of both, in a list that opens in its place. */
export function OtherFormats(props: Props) {
  return (
    <Disclosure name="Other formats">
      <div className="mt-1 grid gap-3 rounded-md border border-rule bg-sheet px-2 py-3">
        <Group name="The memo" of="memo" {...props} />
        <Group name="Its sources" of="sources" {...props} />
        <Group name="All of it" of="bundle" {...props} />
      </div>
    </Disclosure>
  );
}

function Group({ name, of, pending, onChoose }: Props & { name: string; of: Format['of'] }) {
  const id = useId();
  const offered = others.filter((format) => format.of === of);
  return (
    <div>
      <p id={id} className="px-2 text-sm text-quiet">
        {name}
      </p>
      <ul aria-labelledby={id}>
        {offered.map((format) => (
          <li key={format.id}>
            <button
              type="button"
              // Not disabled: that would take the focus away from who goes by keys.
              aria-disabled={pending !== null}
              onClick={() => onChoose(format.id)}
              className="grid w-full cursor-pointer grid-cols-[1fr_auto] gap-x-3 rounded-md px-2 py-1.5 text-left hover:bg-wash focus-visible:-outline-offset-2 aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
            >
              <span className="font-semibold text-accent">{format.label}</span>
              <span className="self-center text-sm text-quiet">.{format.extension}</span>
              <span className="col-span-2 text-sm text-quiet">
                {pending === `format=${format.id}` ? 'Making the file…' : format.use}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
