import { Fragment, type Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { schema } from '../document/schema';
import { sentencesIn } from '../document/sentences';

/** A recommendation of a memo, in its words, and its place among them, from 0. */
export type Recommendation = { place: number; text: string };

/** The recommendations of a text without suggestions, in reading order. */
export function recommendationsIn(settled: Node): Recommendation[] {
  return sentencesIn(settled)
    .filter(({ binding, text }) => binding?.kind === 'recommendation' && text.trim() !== '')
    .map(({ text }, place) => ({ place, text: text.trim() }));
}

/**
 * A memo that puts an objection to its principal (domain: split memo): behind the first
 * recommendation, who opposes it; and as a second one what they recommend instead, each with its box.
 * `ids` are those of the three new blocks. Null where the memo has no section for recommendations.
 */
export function splitMemo(
  document: Node,
  {
    office,
    recommends,
    ids,
  }: { office: string; recommends: string; ids: [string, string, string] },
): Node | null {
  const place = endOfRecommendations(document);
  if (place === null) return null;
  const said = (kind: string, words: string) =>
    schema.text(words, [schema.marks.sentence.create({ kind, basis: [] })]);
  const blocks = [
    schema.node('paragraph', { id: ids[0] }, said('boilerplate', `${office} opposes.`)),
    schema.node('paragraph', { id: ids[1] }, [
      said('recommendation', `Alternatively, ${office} recommends: ${ended(recommends)}`),
    ]),
    schema.node('paragraph', { id: ids[2] }, said('boilerplate', 'Approve / Disapprove')),
  ];
  return new Transform(document).insert(place, Fragment.from(blocks)).doc;
}

const ended = (words: string) => {
  const line = words.replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
};

/** The end of the section that recommends: the one with a recommendation, or named after them. */
function endOfRecommendations(document: Node): number | null {
  const first = sentencesIn(document).find(({ binding }) => binding?.kind === 'recommendation');
  let found: number | null = null;
  document.forEach((section, offset) => {
    const end = offset + section.nodeSize - 1;
    const holds = first && offset < first.from && first.from < end;
    const isNamed = !first && /^recommend/.test(`${section.attrs.name ?? ''}`);
    if (holds || isNamed) found ??= end;
  });
  return found;
}
