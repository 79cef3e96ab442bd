import type { Node } from 'prosemirror-model';
import type { Article } from './article';
import type { Assessment, Evidence } from './assessment';
import { withoutSuggestions } from './document/settle';
import { numberCitations, type PlacedQuote, quotesIn, typedQuotesIn } from './document/walk';
import { joinNames } from './positions';
import type { Source } from './quote/check';
import {
  checkQuote,
  isSound,
  prepareSource,
  type QuoteState,
  type Range,
  standsIn,
} from './quote/check';
import { quotedParts } from './span';

/** One quote of a document and how it stands; `message` is null where it is sound. */
export type QuoteFinding = PlacedQuote & {
  state: QuoteState;
  /** The source's own words where it was found or came nearest; null where nothing is like it. */
  nearest: string | null;
  message: string | null;
};

/** The evidence made ready for checking many quotes against it. */
export type Verifier = {
  evidence: Evidence;
  articles: Map<string, { source: Source; starts: Map<string, number> }>;
};

/** Makes the articles of the evidence ready to be searched, once for any number of checks. */
export function prepareVerifier(evidence: Evidence): Verifier {
  const articles = evidence.articles.map(
    (article) => [article.id, joinParagraphs(article)] as const,
  );
  return { evidence, articles: new Map(articles) };
}

/**
 * Every bound quote of the document against the article its assessment comes from; and of what
 * was typed between quotation marks, that which was taken from one of the articles and changed.
 * What is only suggested is no part of it; positions are those of the document without it.
 */
export function verifyQuotes(whole: Node, verifier: Verifier): QuoteFinding[] {
  const document = withoutSuggestions(whole);
  const placed = [...quotesIn(document), ...typedQuotesIn(document)];
  return placed.flatMap((quote) => {
    const check = verifyQuote(quote, verifier);
    return check ? [{ ...quote, ...check }] : [];
  });
}

/** The findings that block clearance and export. */
export function unsoundQuotes(findings: QuoteFinding[]): QuoteFinding[] {
  return findings.filter((finding) => !isSound(finding.state));
}

/** Sentences on citations that lead nowhere: to no source of this memo, or to no paragraph of it. */
export function brokenCitations(document: Node, evidence: Evidence): string[] {
  return [...numberCitations(withoutSuggestions(document))].flatMap(([key, number]) => {
    const [id, paragraph] = key.split(' ');
    const article = evidence.articles.find((each) => each.id === id);
    const leads = article?.paragraphs.some((each) => String(each.number) === paragraph);
    return leads ? [] : [`Citation ${number} leads to no paragraph of this memo's sources.`];
  });
}

/** How one quote stands, wherever it is in the document. */
export type QuoteStanding = Pick<QuoteFinding, 'state' | 'nearest' | 'message'>;

/**
 * One quote against its article: the words, and that they are this assessment's holder's. Null for
 * typed words that no article is like: they may be a title, or come from somewhere else.
 */
export function verifyQuote(
  quote: Pick<PlacedQuote, 'assessment' | 'text'>,
  verifier: Verifier,
): QuoteStanding | null {
  if (quote.assessment === null) return verifyTyped(quote.text, verifier);
  const assessment = verifier.evidence.assessments.find((each) => each.id === quote.assessment);
  const article = assessment && verifier.articles.get(assessment.articleId);
  if (!assessment || !article)
    return {
      state: 'not-found',
      nearest: null,
      message: `“${shorten(quote.text)}” rests on a statement that is not in this memo's sources, or that may not be used by its ground rule. Take it out.`,
    };
  const spoken = spokenRanges(assessment, article.starts);
  const check = checkQuote(quote.text, article.source, (range, state) =>
    isWithin(range, state, spoken),
  );
  const message = isSound(check.state) ? null : explain(quote.text, check, assessment);
  return { state: check.state, nearest: check.nearest, message };
}

/** Whether these words of the assessment's stand: what `verifyQuote` finds sound, found quicker. */
export function quoteStands(assessmentId: string, words: string, verifier: Verifier): boolean {
  const assessment = verifier.evidence.assessments.find((each) => each.id === assessmentId);
  const article = assessment && verifier.articles.get(assessment.articleId);
  if (!assessment || !article) return false;
  const spoken = spokenRanges(assessment, article.starts);
  return standsIn(words, article.source, (range, state) => isWithin(range, state, spoken));
}

/**
 * The assessment whose words these are, taken from its quoted words as they stand there or with
 * other typography; the first where several have them. Null where nobody is quoted with them.
 */
export function speakerOf(words: string, verifier: Verifier): Assessment | null {
  const held = new Set(
    [...verifier.articles].flatMap(([id, { source }]) =>
      standsIn(words, source, (_range, state) => state !== 'marked') ? [id] : [],
    ),
  );
  const { assessments } = verifier.evidence;
  return (
    assessments.find((each) => held.has(each.articleId) && quoteStands(each.id, words, verifier)) ??
    null
  );
}

function verifyTyped(words: string, verifier: Verifier): QuoteStanding | null {
  const checks = [...verifier.articles.values()].map(({ source }) => checkQuote(words, source));
  if (checks.some((check) => isSound(check.state))) return null;
  const altered = checks.find((check) => check.state === 'altered');
  if (!altered) return null;
  const message = `“${shorten(words)}” stands between quotation marks, but the source has: “${altered.nearest}”`;
  return { state: altered.state, nearest: altered.nearest, message };
}

function explain(
  words: string,
  check: { state: QuoteState; nearest: string | null },
  assessment: Assessment,
): string {
  const quoted = `“${shorten(words)}”`;
  const who = joinNames(
    assessment.holders.map((expert) => expert.name),
    'and',
  );
  const source = check.nearest ? ` The source has: “${check.nearest}”` : '';
  if (check.state === 'altered')
    return `${quoted} is not what ${who} said, word for word.${source}`;
  if (check.state === 'wrong-speaker')
    return `${quoted} stands in the source, but not as a quotation of ${who}.`;
  return `${quoted} is not in the source.${source ? ` Nearest there: “${check.nearest}”` : ''}`;
}

const shorten = (words: string) => (words.length > 90 ? `${words.slice(0, 87).trimEnd()}…` : words);

/** The article as one text, paragraphs parted by blank lines, and where each begins in it. */
function joinParagraphs(article: Article) {
  const starts = new Map<string, number>();
  let text = '';
  for (const paragraph of article.paragraphs) {
    if (paragraph.leftOut !== null) continue;
    if (text !== '') text += '\n\n';
    starts.set(paragraph.id, text.length);
    text += paragraph.text;
  }
  return { source: prepareSource(text), starts };
}

/** Where the assessment's quoted words stand; a paraphrase is the reporter's words but for those. */
function spokenRanges(assessment: Assessment, starts: Map<string, number>): Range[] {
  return assessment.spans.flatMap((span) => {
    const base = (starts.get(span.paragraphId) ?? Number.NaN) + span.start;
    return quotedParts(span).map(({ at, words }) => ({
      start: base + at,
      end: base + at + words.length,
    }));
  });
}

/**
 * Words kept whole stand in one quoted stretch; a quote with marked changes may begin in one
 * stretch of the statement and end in a later one.
 */
function isWithin(range: Range, state: QuoteState, spoken: Range[]): boolean {
  const holding = (offset: number) =>
    spoken.findIndex((each) => each.start <= offset && offset <= each.end);
  const [first, last] = [holding(range.start), holding(range.end)];
  return first >= 0 && last >= 0 && (state === 'marked' || first === last);
}
