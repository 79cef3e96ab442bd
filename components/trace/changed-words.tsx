import { changedWords } from '@/domain/correction';

/** What is said now beside what was said, word by word, as insertions and deletions. */
export function ChangedWords({ was, is }: { was: string; is: string }) {
  return changedWords(was, is).map(({ text, change }, at) => {
    const key = `${at} ${change}`;
    if (change === 'gone')
      return (
        <del key={key} className="text-quiet">
          {text}
        </del>
      );
    if (change === 'new')
      return (
        <ins key={key} className="font-semibold">
          {text}
        </ins>
      );
    return <span key={key}>{text}</span>;
  });
}
