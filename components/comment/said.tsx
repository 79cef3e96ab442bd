import { partsOf } from '@/domain/comment/mentions';

/** What somebody said, line by line as they wrote it, with the names they mention made plain. */
export function Said({ text, mentions }: { text: string; mentions: readonly string[] }) {
  return (
    <p className="said">
      {partsOf(text, mentions).map((part, index) =>
        part.isMention ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places.
          <strong key={index}>{part.text}</strong>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
