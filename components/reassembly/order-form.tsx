import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Select } from '../ui/select';

type Props = {
  issues: { id: string; name: string; statements: number; isIn: boolean }[];
  matrix: boolean;
  /** Articles that were added to what the memo rests on, and those that may be. */
  added: { id: string; title: string }[];
  others: { id: string; title: string }[];
};

/** What is to be assembled: asked for by an address, so that looking at it changes nothing. */
export function OrderForm({ issues, matrix, added, others }: Props) {
  return (
    <form method="get" className="grid gap-4 rounded-lg border border-rule px-4 py-4">
      <fieldset>
        <legend className="mb-1 font-semibold">Issues to cover</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {issues.map(({ id, name, statements, isIn }) => (
            <Choice
              key={id}
              type="checkbox"
              name="issues"
              value={id}
              defaultChecked={isIn}
              title={name}
              note={statements === 1 ? '1 statement' : `${statements} statements`}
            />
          ))}
        </div>
      </fieldset>
      <Choice
        type="checkbox"
        name="matrix"
        value="on"
        defaultChecked={matrix}
        title="Positions matrix"
        note="A table of who stands where on each issue"
      />
      {added.map(({ id, title }) => (
        <Choice
          key={id}
          type="checkbox"
          name="add"
          value={id}
          defaultChecked
          title={title}
          note="Added to what the memo rests on"
        />
      ))}
      {others.length > 0 ? (
        <Select
          label="One more article"
          name="add"
          defaultValue=""
          options={[
            { value: '', label: 'None' },
            ...others.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      ) : null}
      <div>
        <Button type="submit">See what would change</Button>
      </div>
    </form>
  );
}
