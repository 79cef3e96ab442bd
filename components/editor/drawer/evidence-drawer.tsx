import { X } from 'lucide-react';
import type { EditorView } from 'prosemirror-view';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { naturalPlacing, type Placing, placingsOf } from '@/domain/assemble/placing';
import { type EvidenceLine, type GroupedBy, groupEvidence } from '@/domain/evidence-list';
import { EvidenceList, optionId } from './evidence-list';
import { placeInText } from './place';
import { PlaceBar, placingKeys } from './place-bar';
import { SourceView } from './source-view';
import type { Drawer } from './use-drawer';
import { useOthers } from './use-others';

type Props = { memo: string; view: EditorView; drawer: Drawer };

/** The memo's evidence beside its text: to search, to place, and to read in its article. */
export function EvidenceDrawer({ memo, view, drawer }: Props) {
  const { state, look, takeDrops } = drawer;
  const { sources, used, source } = state;
  const [query, setQuery] = useState('');
  const [by, setBy] = useState<GroupedBy>('expert');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const others = useOthers(memo, query);
  const groups = useMemo(() => {
    const own = groupEvidence(sources, by, query);
    const more = groupEvidence(others.sources, by).map((group) => ({
      ...group,
      key: `other.${group.key}`,
      note: [group.note, 'in another article'].filter(Boolean).join(' – '),
      lines: group.lines.map((line) => ({ ...line, key: `other.${line.key}` })),
    }));
    return [...own, ...(query.trim() ? more : [])];
  }, [sources, others.sources, by, query]);
  const lines = useMemo(() => groups.flatMap((group) => group.lines), [groups]);
  const chosen = lines.find((line) => line.key === chosenKey) ?? lines[0] ?? null;

  const place = useCallback(
    async (placing: Placing, line: EvidenceLine) => {
      try {
        await placeInText(view, memo, placing, line);
        setTold('');
        if (!window.matchMedia('(min-width: 64rem)').matches) drawer.close();
      } catch (fault) {
        setTold((fault as Error).message);
      }
    },
    [view, memo, drawer.close],
  );
  useEffect(
    () =>
      takeDrops((assessment) => {
        const line = lines.find((each) => each.assessment.id === assessment);
        if (line) void place(naturalPlacing(line.assessment), line);
      }),
    [takeDrops, lines, place],
  );
  useEffect(() => {
    if (state.asked > 0) field.current?.focus();
  }, [state.asked]);

  const choose = (line: EvidenceLine) => {
    setChosenKey(line.key);
    requestAnimationFrame(() =>
      document.getElementById(optionId(id, line.key))?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const move = (by: number) => {
    const at = chosen ? lines.indexOf(chosen) + by : 0;
    const next = lines[Math.min(Math.max(at, 0), lines.length - 1)];
    if (next) choose(next);
  };
  const lookAt = (line: EvidenceLine) =>
    look({
      article: line.article.id,
      paragraph: line.paragraphs[0] ?? 0,
      assessment: line.assessment.id,
      isFromList: true,
    });
  const article = [...sources.evidence.articles, ...others.sources.evidence.articles].find(
    (each) => each.id === source?.article,
  );
  const leave = () => {
    if (source?.isFromList) {
      look(null);
      requestAnimationFrame(() => document.getElementById(id)?.focus());
    } else view.focus();
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !chosen) return;
    const inField = event.target === field.current;
    const placing = placingsOf(chosen.assessment).find((each) => placingKeys[each] === event.key);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const isFirst = lines[0] === chosen;
      if (inField) {
        if (event.key === 'ArrowUp') return;
        choose(chosen);
        document.getElementById(id)?.focus();
      } else if (event.key === 'ArrowUp' && isFirst) field.current?.focus();
      else move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') void place(naturalPlacing(chosen.assessment), chosen);
    else if (inField) return;
    else if (event.key === 'Home') move(-lines.length);
    else if (event.key === 'End') move(lines.length);
    else if (placing) void place(placing, chosen);
    else if (event.key === 'o') lookAt(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <section
      aria-label="Evidence"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
      className="fixed inset-x-0 bottom-0 z-20 flex h-[82dvh] flex-col rounded-t-xl border border-rule bg-sheet pt-3 shadow-xl lg:static lg:h-[calc(100dvh-21rem)] lg:min-h-96 lg:rounded-lg lg:shadow-sm"
    >
      <div className="flex items-center justify-between gap-2 px-4 pb-2">
        <h2 className="font-serif text-lg font-semibold">{article ? 'Source' : 'Evidence'}</h2>
        <button
          type="button"
          aria-label="Close the evidence"
          onClick={() => {
            drawer.close();
            view.focus();
          }}
          className="grid size-9 cursor-pointer place-items-center rounded-md hover:bg-wash"
        >
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      {article && source ? (
        <SourceView
          article={article}
          paragraph={source.paragraph}
          assessment={
            [...sources.evidence.assessments, ...others.sources.evidence.assessments].find(
              (each) => each.id === source.assessment,
            ) ?? null
          }
          takesFocus={source.isFromList}
          onBack={() => look(null)}
        />
      ) : (
        <>
          <div className="grid gap-2 px-4">
            <input
              ref={field}
              role="combobox"
              aria-label="Search the evidence"
              aria-expanded={lines.length > 0}
              aria-controls={lines.length > 0 ? id : undefined}
              aria-autocomplete="list"
              aria-activedescendant={chosen ? optionId(id, chosen.key) : undefined}
              autoComplete="off"
              placeholder="Words, speaker, issue or ¶ number"
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setChosenKey(null);
              }}
              onKeyDown={onKey}
              className="min-h-10 w-full rounded-md border border-rule bg-desk px-3"
            />
            <Grouping by={by} onChange={setBy} />
          </div>
          {lines.length > 0 ? (
            <EvidenceList
              id={id}
              groups={groups}
              by={by}
              used={used}
              chosen={chosen?.key ?? null}
              onChoose={choose}
              onPlace={(line) => void place(naturalPlacing(line.assessment), line)}
              onKey={onKey}
            />
          ) : (
            <p className="flex-1 px-4 py-6 text-quiet">
              {query.trim()
                ? 'No statement on the record has these words.'
                : 'Nobody’s statement has been checked in this memo’s articles yet.'}
            </p>
          )}
          {chosen && lines.length > 0 ? (
            <PlaceBar
              line={chosen}
              onPlace={(placing) => void place(placing, chosen)}
              onLook={() => lookAt(chosen)}
            />
          ) : null}
        </>
      )}
      <p role="status" className="px-4 pb-2 text-sm font-semibold text-alarm empty:hidden">
        {told || (others.state === 'failed' ? 'Other articles could not be searched.' : '')}
      </p>
    </section>
  );
}

function Grouping({ by, onChange }: { by: GroupedBy; onChange: (by: GroupedBy) => void }) {
  return (
    <fieldset className="flex gap-1 text-sm">
      <legend className="sr-only">In order of</legend>
      {(['expert', 'issue'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={by === each}
          onClick={() => onChange(each)}
          className="min-h-8 cursor-pointer rounded-md px-2 text-quiet hover:bg-wash aria-pressed:bg-wash aria-pressed:font-semibold aria-pressed:text-ink"
        >
          By {each}
        </button>
      ))}
    </fieldset>
  );
}
