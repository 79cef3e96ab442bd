import { Check } from 'lucide-react';
import { kindLabels } from '@/components/assessment/labels';
import type { EvidenceGroup, EvidenceLine, GroupedBy } from '@/domain/evidence-list';
import { draggedType } from './link';

type Props = {
  id: string;
  groups: EvidenceGroup[];
  by: GroupedBy;
  used: ReadonlySet<string>;
  /** The key of the chosen line. */
  chosen: string | null;
  onChoose: (line: EvidenceLine) => void;
  onPlace: (line: EvidenceLine) => void;
  onKey: (event: React.KeyboardEvent) => void;
};

/** The id of a line's element, for what has the focus to name it. */
export function optionId(list: string, key: string): string {
  return `${list}-${key}`;
}

/** The assessments in their groups, one of them chosen; each can be dragged into the text. */
export function EvidenceList(props: Props) {
  const { id, groups, chosen, onKey } = props;
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Evidence"
      aria-activedescendant={chosen ? optionId(id, chosen) : undefined}
      tabIndex={0}
      onKeyDown={onKey}
      className="group/list min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-2 focus-visible:outline-none"
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox takes groups and options alone.
        <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}-head`}>
          <div
            id={`${id}-${group.key}-head`}
            role="presentation"
            className="sticky top-0 z-1 bg-sheet px-2 pt-3 pb-1 leading-tight"
          >
            <span className="font-semibold">{group.name}</span>
            {group.note ? <span className="block text-xs text-quiet">{group.note}</span> : null}
          </div>
          {group.lines.map((line) => (
            <Line key={line.key} {...props} line={line} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Line({ id, line, by, used, chosen, onChoose, onPlace }: Props & { line: EvidenceLine }) {
  const { assessment, speakers, words, paragraphs } = line;
  const places = `¶ ${paragraphs.join(', ')}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys, as a listbox has.
    <div
      id={optionId(id, line.key)}
      role="option"
      aria-selected={line.key === chosen}
      tabIndex={-1}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(draggedType, assessment.id);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => onChoose(line)}
      onDoubleClick={() => onPlace(line)}
      className="scroll-mt-12 cursor-pointer rounded-md border-l-2 border-transparent px-2 py-1.5 hover:bg-desk aria-selected:border-accent aria-selected:bg-wash group-focus-visible/list:aria-selected:outline-2 group-focus-visible/list:aria-selected:outline-accent"
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-quiet">
        <span className="tabular-nums">{places}</span>
        <span>{kindLabels[assessment.kind].replace(/:.*/, '')}</span>
        {by === 'issue' ? <span className="font-semibold text-ink">{speakers}</span> : null}
        {assessment.viewOf ? <span>the view of {assessment.viewOf}</span> : null}
        {used.has(assessment.id) ? (
          <span className="ms-auto inline-flex items-center gap-0.5 font-semibold text-good">
            <Check size={13} aria-hidden="true" /> Used here
          </span>
        ) : null}
      </p>
      <p
        className={`font-serif text-[0.95rem] leading-snug ${line.key === chosen ? '' : 'line-clamp-3'}`}
      >
        {words}
      </p>
    </div>
  );
}
