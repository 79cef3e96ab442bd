import type { Part } from '@/domain/search/parts';

/** A text in which what was searched for is marked. */
export function Marked({ parts }: { parts: Part[] }) {
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.text.length;
    return part.hit ? (
      <mark key={key} className="rounded-sm bg-lit px-px text-ink">
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    );
  });
}
