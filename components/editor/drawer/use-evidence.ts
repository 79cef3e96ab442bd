import { useMemo, useState } from 'react';
import {
  type EvidenceGroup,
  type EvidenceLine,
  type GroupedBy,
  groupEvidence,
  type Sources,
} from '@/domain/evidence-list';
import { optionId } from './evidence-list';
import { useOthers } from './use-others';

/**
 * The memo's evidence as its list shows it: searched and in order, with what other articles of the
 * team have behind it, and one line chosen, the first unless another was.
 */
export function useEvidence(memo: string, sources: Sources, list: string) {
  const [query, setQuery] = useState('');
  const [by, setBy] = useState<GroupedBy>('expert');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const others = useOthers(memo, query);
  const groups = useMemo(() => {
    const own = groupEvidence(sources, by, query);
    return query.trim() === '' ? own : [...own, ...fromOthers(others.sources, by)];
  }, [sources, others.sources, by, query]);
  const lines = useMemo(() => groups.flatMap((group) => group.lines), [groups]);
  const chosen = lines.find((line) => line.key === chosenKey) ?? lines[0] ?? null;
  const choose = (line: EvidenceLine) => {
    setChosenKey(line.key);
    requestAnimationFrame(() =>
      document.getElementById(optionId(list, line.key))?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const move = (by: number) => {
    const at = chosen ? lines.indexOf(chosen) + by : 0;
    const next = lines[Math.min(Math.max(at, 0), lines.length - 1)];
    if (next) choose(next);
  };
  const ask = (words: string) => {
    setQuery(words);
    setChosenKey(null);
  };
  return { query, ask, by, setBy, groups, lines, chosen, choose, move, others };
}

/** The groups of other articles, told apart from the memo's own. */
function fromOthers(sources: Sources, by: GroupedBy): EvidenceGroup[] {
  return groupEvidence(sources, by).map((group) => ({
    ...group,
    key: `other.${group.key}`,
    note: [group.note, 'in another article'].filter(Boolean).join(' – '),
    lines: group.lines.map((line) => ({ ...line, key: `other.${line.key}` })),
  }));
}
