import type { Presence } from '@/domain/batch';

/** Who else has the memo open, in words: those who write first. Nothing where one is alone. */
export function Present({ present }: { present: Presence[] }) {
  const writing = namesOf(present.filter((each) => each.head !== null));
  const reading = namesOf(present.filter((each) => each.head === null)).filter(
    (name) => !writing.includes(name),
  );
  const parts = [
    writing.length > 0 ? `${inWords(writing)} ${writing.length > 1 ? 'write' : 'writes'} too` : '',
    reading.length > 0 ? `${inWords(reading)} ${reading.length > 1 ? 'read' : 'reads'}` : '',
  ].filter(Boolean);
  return (
    <p role="status" aria-label="Who else is here" className="basis-full text-quiet text-sm">
      {parts.length > 0 ? `${parts.join('; ')}.` : ''}
    </p>
  );
}

function namesOf(present: Presence[]): string[] {
  return [...new Set(present.map((each) => each.name))].sort();
}

function inWords(names: string[]): string {
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
