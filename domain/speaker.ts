import type { Article } from './article';
import type { Assessment } from './assessment';
import { type Expert, shortName } from './expert';
import type { FoundState, Range } from './quote/match';

/**
 * Whether the expert goes by this name: the full name, a person's surname or an alias. Case,
 * white space and a leading "the" make no difference.
 */
export function isCalled(expert: Expert, name: string): boolean {
  const wanted = fold(name);
  return [expert.name, shortName(expert), ...expert.aliases].some((each) => fold(each) === wanted);
}

/**
 * Tells whether a stretch of the article's stored text is this speaker's, by the assessments
 * found in it. Words that stand in others' statements alone are not; words in nobody's
 * statement are nobody's to deny. Offsets are those of the text that the paragraphs begin in.
 */
export function spokenBy(
  speaker: string,
  article: Article,
  assessments: Assessment[],
): (range: Range, state: FoundState) => boolean {
  const isSpeakers = (each: Assessment) => each.holders.some((one) => isCalled(one, speaker));
  const own = spansOf(assessments.filter(isSpeakers), article);
  const others = spansOf(
    assessments.filter((each) => !isSpeakers(each)),
    article,
  );
  return (range, state) =>
    keptStretches(range, state).every((stretch) =>
      others
        .map((other) => common(other, stretch))
        .every((part) => part === null || own.some((mine) => holds(mine, part))),
    );
}

function spansOf(assessments: Assessment[], article: Article): Range[] {
  const starts = new Map(article.paragraphs.map((each) => [each.id, each.start]));
  return assessments.flatMap(({ spans }) =>
    spans.flatMap(({ paragraphId, start, end }) => {
      const base = starts.get(paragraphId);
      return base === undefined ? [] : [{ start: base + start, end: base + end }];
    }),
  );
}

/** What a marked ellipsis left out is not quoted: only where such a quote begins and ends counts. */
function keptStretches({ start, end }: Range, state: FoundState): Range[] {
  if (state !== 'marked') return [{ start, end }];
  return [
    { start, end: start + 1 },
    { start: end - 1, end },
  ];
}

function common(a: Range, b: Range): Range | null {
  const part = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
  return part.start < part.end ? part : null;
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function fold(name: string): string {
  const words = name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return words.replace(/^the /, '');
}
