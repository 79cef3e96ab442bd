import { isFiltered, type Search } from '@/domain/search';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { SearchBox } from './search-box';

type Choice = { id: string; name: string };

/** The words and the filters of a search. It asks by the address alone, with no script needed. */
export function SearchForm({
  search,
  experts,
  issues,
}: {
  search: Search;
  experts: Choice[];
  issues: Choice[];
}) {
  return (
    <search className="off-paper block">
      <form action="/search" className="grid gap-3">
        {search.kind ? <input type="hidden" name="kind" value={search.kind} /> : null}
        <div className="flex flex-wrap gap-2">
          <SearchBox value={search.q} large />
          <Button look="primary" type="submit" className="min-h-12 px-6 max-sm:w-full">
            Search
          </Button>
        </div>
        <details open={isFiltered(search)} className="rounded-lg border border-rule bg-sheet">
          <summary className="cursor-pointer px-4 py-2.5 text-sm font-semibold">
            Narrow by date, outlet, expert or issue
          </summary>
          <div className="grid gap-4 border-t border-rule p-4 sm:grid-cols-2 lg:grid-cols-5">
            <Field
              label="From"
              name="from"
              defaultValue={search.from}
              placeholder="2012 or 2012-12-14"
              maxLength={40}
            />
            <Field
              label="To"
              name="to"
              defaultValue={search.to}
              placeholder="2013-06"
              maxLength={40}
            />
            <Field label="Outlet" name="outlet" defaultValue={search.outlet} maxLength={200} />
            <Select
              label="Expert"
              name="expert"
              defaultValue={search.expert}
              options={optionsOf('Anyone', experts)}
            />
            <Select
              label="Issue"
              name="issue"
              defaultValue={search.issue}
              options={optionsOf('Any issue', issues)}
            />
          </div>
        </details>
      </form>
    </search>
  );
}

function optionsOf(any: string, choices: Choice[]) {
  return [
    { value: '', label: any },
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
