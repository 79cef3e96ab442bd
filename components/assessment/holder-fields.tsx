'use client';

import { useEffect, useId, useState } from 'react';
import { v7 } from 'uuid';
import type { Holder } from '@/domain/assessment-input';
import type { ExpertKind } from '@/domain/expert';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';

/** An expert of the store whom a name may mean. */
export type Candidate = {
  id: string;
  name: string;
  kind: ExpertKind;
  role: string;
  reason: string;
};

type Props = {
  holders: Holder[];
  names: string[];
  /** The expert whom a name of this article means, or an id for somebody new. */
  identify: (name: string) => string;
  onChange: (holders: Holder[]) => void;
};

const kinds = [
  { value: 'person', label: 'A person' },
  { value: 'group', label: 'A group' },
  { value: 'document', label: 'A document' },
];

/** Who said it: one or several, each an expert of the store or somebody new to it. */
export function HolderFields({ holders, names, identify, onChange }: Props) {
  const list = useId();
  const swap = (index: number, some: Partial<Holder>) =>
    onChange(holders.map((each, at) => (at === index ? { ...each, ...some } : each)));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">Who said it</legend>
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ol className="grid grid-cols-1 gap-3">
        {holders.map((holder, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the person in a place may become another.
            key={index}
            className="grid grid-cols-1 gap-3 rounded-md border border-rule px-3 py-3"
          >
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-[2fr_1fr]">
              <Field
                label="Name"
                list={list}
                required
                autoFocus={holder.name === ''}
                value={holder.name}
                // Another name is another person, whose role is not known, until somebody says so.
                onChange={(event) => {
                  const id = identify(event.target.value);
                  const other = id === holder.id ? {} : { role: '', organisation: '' };
                  swap(index, { name: event.target.value, id, ...other });
                }}
              />
              <Select
                label="Is"
                value={holder.kind}
                onChange={(event) => swap(index, { kind: event.target.value as ExpertKind })}
                options={kinds}
              />
            </div>
            <Identity holder={holder} onChange={(some) => swap(index, some)} />
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
              <Field
                label="Role, as stated"
                value={holder.role}
                onChange={(event) => swap(index, { role: event.target.value })}
              />
              <Field
                label="Organisation, as stated"
                value={holder.organisation}
                onChange={(event) => swap(index, { organisation: event.target.value })}
              />
            </div>
            {holders.length > 1 ? (
              <div>
                <Button
                  look="quiet"
                  onClick={() => onChange(holders.filter((_, at) => at !== index))}
                >
                  Take {holder.name || 'this one'} out
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      <Button
        look="quiet"
        className="mt-1"
        onClick={() =>
          onChange([...holders, { id: v7(), name: '', kind: 'person', role: '', organisation: '' }])
        }
      >
        Add somebody who said it too
      </Button>
    </fieldset>
  );
}

type IdentityProps = { holder: Holder; onChange: (some: Partial<Holder>) => void };

/** Which expert of the store the name means, asked for as it is written. */
function Identity({ holder, onChange }: IdentityProps) {
  const candidates = useCandidates(holder);
  const known = candidates.some((each) => each.id === holder.id);
  if (candidates.length === 0) return null;
  return (
    <Select
      label="In the store"
      value={known ? holder.id : ''}
      onChange={(event) => onChange({ id: event.target.value || v7() })}
      options={[
        { value: '', label: 'Somebody new to the store' },
        ...candidates.map((each) => ({
          value: each.id,
          label: [each.name, each.role, `(${each.reason})`].filter(Boolean).join(', '),
        })),
      ]}
    />
  );
}

function useCandidates({ name, kind }: Holder): Candidate[] {
  const [candidates, setCandidates] = useState<Candidate[]>([]);
  useEffect(() => {
    const aborted = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ name, kind });
      const found = name.trim() === '' ? [] : await findCandidates(query, aborted.signal);
      if (!aborted.signal.aborted) setCandidates(found);
    }, 200);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
  }, [name, kind]);
  return candidates;
}

async function findCandidates(query: URLSearchParams, signal: AbortSignal): Promise<Candidate[]> {
  try {
    const answer = await fetch(`/api/experts?${query}`, { signal });
    return answer.ok ? ((await answer.json()) as Candidate[]) : [];
  } catch {
    // Without an answer the name stands for somebody new; two can be merged later.
    return [];
  }
}
