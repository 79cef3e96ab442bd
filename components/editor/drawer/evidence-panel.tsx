import { useEffect, useRef } from 'react';
import { naturalPlacing, type Placing } from '@/domain/assemble/placing';
import type { EvidenceLine, GroupedBy } from '@/domain/evidence-list';
import { EvidenceList, optionId } from './evidence-list';
import { pressListKey } from './list-keys';
import { PlaceBar } from './place-bar';
import type { DrawerState } from './use-drawer';
import type { useEvidence } from './use-evidence';

type Props = {
  id: string;
  evidence: ReturnType<typeof useEvidence>;
  used: ReadonlySet<string>;
  /** Each time the writer asks for it, the search field gets the focus. */
  asked: number;
  onPlace: (placing: Placing, line: EvidenceLine) => void;
  onLook: (source: DrawerState['source']) => void;
};

/** The search field, the list under it, and what can be done with the chosen line. */
export function EvidencePanel({ id, evidence, used, asked, onPlace, onLook }: Props) {
  const { query, ask, by, setBy, groups, lines, chosen, choose, move } = evidence;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);
  const look = (line: EvidenceLine) =>
    onLook({
      article: line.article.id,
      paragraph: line.paragraphs[0] ?? 0,
      assessment: line.assessment.id,
      isFromList: true,
    });
  const onKey = (event: React.KeyboardEvent) =>
    pressListKey(event, {
      chosen,
      isFirst: lines[0] === chosen,
      inField: event.target === field.current,
      place: onPlace,
      look,
      move,
      toList() {
        if (chosen) choose(chosen);
        document.getElementById(id)?.focus();
      },
      toField: () => field.current?.focus(),
    });
  return (
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
          onChange={(event) => ask(event.target.value)}
          onKeyDown={onKey}
          className="min-h-10 w-full rounded-md border border-rule bg-desk px-3"
        />
        <Grouping by={by} onChange={setBy} />
      </div>
      {chosen ? (
        <>
          <EvidenceList
            id={id}
            groups={groups}
            by={by}
            used={used}
            chosen={chosen.key}
            onChoose={choose}
            onPlace={(line) => onPlace(naturalPlacing(line.assessment), line)}
            onKey={onKey}
          />
          <PlaceBar
            line={chosen}
            onPlace={(placing) => onPlace(placing, chosen)}
            onLook={() => look(chosen)}
          />
        </>
      ) : (
        <p className="flex-1 px-4 py-6 text-quiet">
          {query.trim()
            ? 'No statement on the record has these words.'
            : 'Nobody’s statement has been checked in this memo’s articles yet.'}
        </p>
      )}
    </>
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
