import { diffWordsWithSpace } from 'diff';
import type { Node } from 'prosemirror-model';
import type { Paragraph } from './article';
import type { Evidence } from './assessment';
import { type PlacedSentence, sentencesOf } from './document/sentences';
import { reanchor } from './reanchor';

/** The paragraphs of a newer version of an article, by the id of the version that a memo rests on. */
export type Newer = ReadonlyMap<string, Paragraph[]>;

/**
 * A paragraph that a sentence rests on and that a newer version of its article has otherwise. The
 * words are `gone`, or they stand and what is `around` them has changed. `is` is the newer paragraph
 * with the most words in common; null where nothing like it is left.
 */
export type Touch = {
  how: 'gone' | 'around';
  article: string;
  was: Paragraph;
  is: Paragraph | null;
};

/** A sentence that a correction touches, and the block it stands in. */
export type TouchedSentence = { block: string; text: string; touches: Touch[] };

/**
 * The sentences of a settled memo (without suggestions) that rest on, quote or cite words which a
 * newer version of their article does not have as they were, in reading order.
 */
export function touchedSentences(
  document: Node,
  evidence: Evidence,
  newer: Newer,
): TouchedSentence[] {
  if (newer.size === 0) return [];
  const touches = new Map<string, Found[]>();
  const touched: TouchedSentence[] = [];
  document.descendants((node, position) => {
    if (node.type.name !== 'paragraph') return !node.inlineContent;
    for (const sentence of sentencesOf(node, position)) {
      const found = groundsOf(document, sentence).flatMap((ground) => {
        const known = touches.get(ground) ?? touchesOn(ground, evidence, newer);
        touches.set(ground, known);
        return known;
      });
      if (found.length === 0) continue;
      const block = node.attrs.id as string;
      touched.push({ block, text: sentence.text, touches: onePerParagraph(found) });
    }
    return false;
  });
  return touched;
}

/** Ids of assessments and paragraphs, and citations as "article-version-id paragraph-number". */
function groundsOf(document: Node, { from, to, binding }: PlacedSentence): string[] {
  const grounds = new Set(binding?.basis);
  document.nodesBetween(from, to, ({ type, attrs }) => {
    if (type.name === 'quote') grounds.add(attrs.assessment as string);
    if (type.name === 'citation') grounds.add(`${attrs.article} ${attrs.paragraph}`);
  });
  return [...grounds];
}

type Found = Touch & { isStatement: boolean };

function touchesOn(ground: string, { articles, assessments }: Evidence, newer: Newer): Found[] {
  const assessment = assessments.find(({ id }) => id === ground);
  return articles.flatMap((article) => {
    const after = newer.get(article.id);
    if (!after) return [];
    const spans = assessment?.articleId === article.id ? assessment.spans : [];
    const ids = new Set(spans.map(({ paragraphId }) => paragraphId));
    const rests = ({ id, number }: Paragraph) =>
      id === ground || ids.has(id) || `${article.id} ${number}` === ground;
    return article.paragraphs.filter(rests).flatMap((was): Found[] => {
      if (after.some(({ text, number }) => text === was.text && number !== null)) return [];
      const here = spans.filter(({ paragraphId }) => paragraphId === was.id);
      const { lost } = reanchor(article.paragraphs, after, [{ id: ground, spans: here }]);
      // A citation or a reported sentence rests on the whole paragraph.
      const how = lost.length > 0 ? 'gone' : 'around';
      const isStatement = here.length > 0;
      return [{ how, article: article.id, was, is: likest(was, after), isStatement }];
    });
  });
}

/**
 * What a statement says of its paragraph goes before what a citation beside it says, which is of the
 * whole paragraph; of two statements, the one whose words are gone.
 */
function onePerParagraph(found: Found[]): Touch[] {
  const rank = ({ isStatement, how }: Found) => (isStatement ? 2 : 0) + (how === 'gone' ? 1 : 0);
  const chosen = new Map<string, Found>();
  for (const each of found) {
    const known = chosen.get(each.was.id);
    if (!known || rank(each) > rank(known)) chosen.set(each.was.id, each);
  }
  return [...chosen.values()].map(({ isStatement: _, ...touch }) => touch);
}

/** A paragraph with less than this share of its words in common is another one. */
const alike = 0.3;

function likest(was: Paragraph, after: Paragraph[]): Paragraph | null {
  const words = wordsOf(was.text);
  const shares = after
    .filter(({ number }) => number !== null)
    .map((paragraph) => {
      const others = wordsOf(paragraph.text);
      const common = [...words].filter((word) => others.has(word)).length;
      return { paragraph, share: common / Math.max(words.size, others.size, 1) };
    });
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a), { paragraph: was, share: 0 });
  return best.share >= alike ? best.paragraph : null;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** A stretch of a paragraph that stands in both versions, in the older alone or in the newer alone. */
export type Piece = { text: string; change: 'kept' | 'gone' | 'new' };

/** What a correction changed of a paragraph, word by word. */
export function changedWords(was: string, is: string): Piece[] {
  return diffWordsWithSpace(was, is).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'new' : removed ? 'gone' : 'kept',
  }));
}
