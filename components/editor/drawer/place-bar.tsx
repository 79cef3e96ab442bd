import { naturalPlacing, type Placing, placingsOf } from '@/domain/assemble/placing';
import type { EvidenceLine } from '@/domain/evidence-list';

/** The keys of the list that place a line, by the way that they place it. */
export const placingKeys: Record<Placing, string> = { quote: 'q', sentence: 'p', citation: 'c' };

/** What placing it so is called: what its source gives in indirect speech is a paraphrase. */
export function placingName(placing: Placing, line: EvidenceLine): string {
  if (placing === 'quote') return 'Quote';
  if (placing === 'citation') return 'Cite';
  return naturalPlacing(line.assessment) === 'quote' ? 'With speaker' : 'Paraphrase';
}

type Props = {
  line: EvidenceLine;
  onPlace: (placing: Placing) => void;
  onLook: () => void;
};

/** What can be done with the chosen line, with the key for each. */
export function PlaceBar({ line, onPlace, onLook }: Props) {
  const natural = naturalPlacing(line.assessment);
  return (
    <div className="flex flex-wrap gap-1 border-t border-rule px-2 py-2">
      {placingsOf(line.assessment).map((placing) => (
        <Act
          key={placing}
          name={placingName(placing, line)}
          keyName={placing === natural ? `${placingKeys[placing]} ↵` : placingKeys[placing]}
          isFirst={placing === natural}
          onPress={() => onPlace(placing)}
        />
      ))}
      <Act name="Article" keyName="o" isFirst={false} onPress={onLook} />
    </div>
  );
}

type ActProps = { name: string; keyName: string; isFirst: boolean; onPress: () => void };

function Act({ name, keyName, isFirst, onPress }: ActProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      className={`inline-flex min-h-9 cursor-pointer items-center gap-1 rounded-md border px-2 text-sm font-semibold hover:border-accent ${isFirst ? 'border-accent bg-wash' : 'border-rule'}`}
    >
      {name}
      <span
        aria-hidden="true"
        className="hidden font-sans text-xs font-normal text-quiet lg:inline"
      >
        {keyName}
      </span>
    </button>
  );
}
