import { type ComponentProps, useId, useState } from 'react';
import { additions, type Paper, papers, plainSheet, type Sheet, standards } from '@/domain/sheet';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';

type Props = {
  /** The paper of the memo's template. */
  paper: Paper;
  /** What is being made, as its address asks for it; null while nothing is. */
  pending: string | null;
  onChoose: (query: string) => void;
};

/** How else a PDF can be printed: paper, standard and what can be added, in a list that opens here. */
export function PdfOptions({ paper, pending, onChoose }: Props) {
  const [sheet, setSheet] = useState<Sheet>({ ...plainSheet, paper });
  const query = queryOf(sheet);

  return (
    <Disclosure name="PDF options">
      <div className="mt-1 grid gap-3 rounded-md border border-rule bg-sheet px-4 py-3">
        <Choice
          name="Paper"
          options={papers}
          value={sheet.paper}
          onChange={(paper) => setSheet({ ...sheet, paper })}
        />
        <Choice
          name="Standard"
          options={standards}
          value={sheet.standard}
          onChange={(standard) => setSheet({ ...sheet, standard })}
        />
        <fieldset>
          <legend className="text-sm text-quiet">Added</legend>
          {additions.map(({ id, label, use }) => (
            <Line
              key={id}
              label={label}
              use={use}
              type="checkbox"
              checked={sheet[id]}
              onChange={(event) => setSheet({ ...sheet, [id]: event.target.checked })}
            />
          ))}
        </fieldset>
        <Button
          aria-disabled={pending !== null}
          className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
          onClick={() => onChoose(query)}
        >
          {pending === query ? 'Setting the pages…' : 'Download this PDF'}
        </Button>
      </div>
    </Disclosure>
  );
}

type Option<Id> = { id: Id; label: string; use?: string };

function Choice<Id extends string>({
  name,
  options,
  value,
  onChange,
}: {
  name: string;
  options: readonly Option<Id>[];
  value: Id;
  onChange: (id: Id) => void;
}) {
  const group = useId();
  return (
    <fieldset>
      <legend className="text-sm text-quiet">{name}</legend>
      {options.map(({ id, label, use }) => (
        <Line
          key={id}
          label={label}
          use={use}
          type="radio"
          name={group}
          checked={value === id}
          onChange={() => onChange(id)}
        />
      ))}
    </fieldset>
  );
}

type LineProps = ComponentProps<'input'> & { label: string; use?: string };

function Line({ label, use, ...input }: LineProps) {
  return (
    <label className="grid cursor-pointer grid-cols-[auto_1fr] gap-x-2 py-1">
      <input className="mt-1 size-4 accent-(--color-accent)" {...input} />
      <span>
        {label}
        {use ? <span className="block text-sm text-quiet">{use}</span> : null}
      </span>
    </label>
  );
}

/** What is as on the plain sheet needs no saying, but the paper, by which a PDF is told from a PDF. */
function queryOf({ paper, standard, ...added }: Sheet): string {
  const chosen = additions.filter(({ id }) => added[id]).map(({ id }) => `&${id}=1`);
  return `format=pdf&paper=${paper}&standard=${standard}${chosen.join('')}`;
}
