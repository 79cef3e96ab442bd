import { Fragment, type Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import type { Article } from '../article';
import { boundQuote } from '../assemble/placing';
import { type Assessment, type Evidence, isOnTheRecord } from '../assessment';
import { schema } from '../document/schema';
import { sentencesAt } from '../document/sentences';
import { typedQuotesIn } from '../document/walk';
import { type Expert, shortName } from '../expert';
import { checkQuote, isSound, prepareSource } from '../quote/check';
import { prepareVerifier, speakerOf, verifyQuote } from '../verify';

/** How a quotation of a draft stands to the store: `source` is the source's own words, or where. */
export type DraftQuote = {
  words: string;
  state: 'bound' | 'cited' | 'stands' | 'altered' | 'not-found' | 'wrong-speaker' | 'unsearched';
  source: string;
};

/**
 * Holds every quotation of four words or more against the evidence. Those that are somebody's
 * statement are bound to it, those that stand in a paragraph are cited to it; no word is changed.
 */
export function bindDraft(
  draft: Node,
  evidence: Evidence,
): { document: Node; quotes: DraftQuote[] } {
  const usable = { ...evidence, assessments: evidence.assessments.filter(isOnTheRecord) };
  const verifier = prepareVerifier(usable);
  const document = citeSources(draft, usable.articles);
  const transform = new Transform(document);
  const quotes: DraftQuote[] = [];
  // From the end, so that what is changed moves nothing that is still to be looked at.
  for (const { text: words, position } of typedQuotesIn(document).toReversed()) {
    const speaker = speakerOf(words, verifier);
    const article = usable.articles.find(({ id }) => id === speaker?.articleId);
    const place = placeOf(document, position, words.length);
    if (speaker && article && namesAnother(document, position, speaker, usable)) {
      const source = `${nameOf(speaker)}, in ${article.title}`;
      quotes.push({ words, state: 'wrong-speaker', source });
      continue;
    }
    if (speaker && article && place.marked) {
      const { from, to } = place.marked;
      const content = boundQuote(words, speaker, article).map((each) => schema.nodeFromJSON(each));
      const last = content.at(-1);
      const after = document.resolve(to).nodeAfter;
      // Its paragraph may be cited there already.
      if (last && content.length > 1 && after?.type === last.type && isSame(after, last))
        content.pop();
      transform.replaceWith(from, to, Fragment.from(content));
      quotes.push({ words, state: 'bound', source: nameOf(speaker) });
      continue;
    }
    const found = paragraphOf(words, usable.articles);
    if (found) {
      const { article: from, number } = found;
      if (place.mayCite)
        transform.insert(
          place.marked?.to ?? position + words.length,
          schema.nodes.citation.create({ article: from.id, paragraph: number }),
        );
      const source = `${from.title}, paragraph ${number}`;
      quotes.push({ words, state: place.mayCite ? 'cited' : 'stands', source });
      continue;
    }
    const check = verifyQuote({ assessment: null, text: words }, verifier);
    const state = check?.state === 'altered' ? 'altered' : 'not-found';
    quotes.push({ words, state, source: check?.nearest ?? '' });
  }
  return { document: transform.doc, quotes: quotes.reverse() };
}

const nameOf = ({ holders }: Assessment) => holders.map(({ name }) => name).join(', ');

/** Whether the sentence around a quotation names somebody else of its article, and not who said it. */
function namesAnother(
  document: Node,
  position: number,
  said: Assessment,
  { assessments }: Evidence,
): boolean {
  const around = sentencesAt(document, position)
    .map(({ text }) => text)
    .join(' ');
  const isNamed = (expert: Expert) => around.includes(shortName(expert));
  if (said.holders.some(isNamed)) return false;
  const others = assessments
    .filter(({ articleId }) => articleId === said.articleId)
    .flatMap(({ holders }) => holders)
    .filter(({ id }) => said.holders.every((holder) => holder.id !== id));
  return others.some(isNamed);
}

/** Where a quotation stands with its marks, and whether a citation may stand behind it. */
function placeOf(document: Node, position: number, length: number) {
  const $from = document.resolve(position);
  const line = $from.parent;
  const isParagraph = line.type === schema.nodes.paragraph;
  const start = $from.parentOffset;
  const lead = /["“„«‘]\s*$/.exec(line.textBetween(0, start, ' ', '\uFFFC'));
  const tail = /^\s*["”“»’]/.exec(
    line.textBetween(start + length, line.content.size, ' ', '\uFFFC'),
  );
  const marked =
    isParagraph && lead && tail
      ? { from: position - lead[0].length, to: position + length + tail[0].length }
      : null;
  return { marked, mayCite: isParagraph };
}

function paragraphOf(
  words: string,
  articles: Article[],
): { article: Article; number: number } | null {
  for (const article of articles)
    for (const { number, text } of article.paragraphs)
      if (number !== null && isSound(checkQuote(words, prepareSource(text)).state))
        return { article, number };
  return null;
}

function isSame(a: Node, b: Node): boolean {
  return a.attrs.article === b.attrs.article && a.attrs.paragraph === b.attrs.paragraph;
}

/** Notes that name a stored article and a paragraph of it are citations of that paragraph. */
function citeSources(document: Node, articles: Article[]): Node {
  const transform = new Transform(document);
  const notes: { position: number; node: Node }[] = [];
  document.descendants((node, position) => {
    if (node.type === schema.nodes.footnote) notes.push({ position, node });
  });
  for (const { position, node } of notes.toReversed()) {
    const words = node.textContent;
    const article = articles.find(({ title }) => words.includes(title));
    const number = Number(/(?:\bpara(?:graph|\.)?|¶)\s*(\d+)/i.exec(words)?.[1] ?? Number.NaN);
    if (!article?.paragraphs.some((each) => each.number === number)) continue;
    const made = schema.nodes.citation.create({ article: article.id, paragraph: number });
    transform.replaceWith(position, position + node.nodeSize, made);
  }
  return transform.doc;
}
