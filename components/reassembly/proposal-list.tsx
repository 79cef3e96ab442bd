import type { ProposalLines } from '@/domain/reassembly/words';
import { ChangedWords } from '../trace/changed-words';

type Props = { sections: { name: string; heading: string }[]; proposals: ProposalLines[] };

/** What a new assembly would change, section by section, each with a box to tick. */
export function ProposalList({ sections, proposals }: Props) {
  return sections.map(({ name, heading }) => {
    const here = proposals.filter(({ section }) => section === name);
    if (here.length === 0) return null;
    return (
      <fieldset key={name} className="grid gap-2">
        <legend className="mb-2 font-semibold font-serif text-lg">{heading}</legend>
        {here.map((each) => (
          <OneProposal key={each.key} proposal={each} />
        ))}
      </fieldset>
    );
  });
}

const says = {
  new: 'New',
  gone: 'No longer in the evidence',
  changed: 'Changed',
};

const written = {
  new: 'You took the list around it out. It comes back only if you tick it.',
  gone: 'Somebody has written in it. It stays unless you tick it, and then goes whole.',
  changed: 'Somebody has written here. What they wrote stays unless you tick it.',
};

function OneProposal({ proposal }: { proposal: ProposalLines }) {
  const { key, kind, isWritten } = proposal;
  return (
    <label className="flex cursor-pointer gap-3 rounded-md border border-rule bg-sheet px-3 py-2.5 has-checked:border-accent has-checked:bg-wash">
      <input
        type="checkbox"
        name="take[]"
        value={key}
        defaultChecked={!isWritten}
        className="mt-1 size-4 shrink-0 accent-(--color-accent)"
      />
      <span className="min-w-0 grow">
        <span className="block font-semibold text-sm">{says[kind]}</span>
        <Words proposal={proposal} />
        {isWritten ? <span className="mt-1 block text-alarm text-sm">{written[kind]}</span> : null}
      </span>
    </label>
  );
}

function Words({ proposal: { kind, mine, fresh } }: { proposal: ProposalLines }) {
  const [was, is] = [mine.join(' '), fresh.join(' ')];
  const isSame = kind === 'changed' && was === is;
  if (isSame)
    return (
      <span className="block">
        {is} <span className="text-quiet text-sm">The words stay; what they rest on changes.</span>
      </span>
    );
  if (kind === 'changed')
    return (
      <span className="block">
        <ChangedWords was={was} is={is} />
      </span>
    );
  const lines = kind === 'gone' ? mine : fresh;
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place.
    <span key={at} className="block">
      {kind === 'gone' ? <del>{line}</del> : line}
    </span>
  ));
}
