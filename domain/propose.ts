import type { Paragraph } from './article';
import type { Directness } from './assessment';
import { attribute } from './attribution/attribute';
import type { Attribution } from './attribution/attribution';
import type { Proposed } from './proposal';
import { spansAt } from './span';

type Placed = Pick<Paragraph, 'id' | 'start' | 'text' | 'number'>;

/**
 * The statements that the attribution engine finds in an article, as proposals for a person to
 * check, in the order of the text. What is left out of the numbering is not read. `text` is the
 * article's, which the paragraphs begin in.
 */
export function propose(text: string, paragraphs: Placed[]): Proposed[] {
  const body = paragraphs.filter((each) => each.number !== null);
  return attribute(blankOut(text, body))
    .map((attribution) => toProposed(attribution, body))
    .filter((proposed) => proposed.spans.length > 0);
}

/** The text with all but these paragraphs blanked, so that offsets stay what they are. */
function blankOut(text: string, body: Placed[]): string {
  let out = '';
  for (const { start, text: words } of body) {
    out += text.slice(out.length, start).replace(/[^\n\r]/g, ' ');
    out += words;
  }
  return out;
}

function toProposed(attribution: Attribution, body: Placed[]): Proposed {
  const { kind, viewOf, content, source, cue, speakers, role, affiliation } = attribution;
  const spans = content.flatMap(({ start, end }) =>
    body.flatMap((paragraph) => {
      const to = paragraph.start + paragraph.text.length;
      if (end <= paragraph.start || start >= to) return [];
      return spansAt(paragraph, start - paragraph.start, end - paragraph.start);
    }),
  );
  return {
    kind,
    viewOf,
    directness: directnessOf(viewOf, spans.map((span) => span.text).join(' ')),
    speakers,
    role,
    organisation: affiliation,
    spans,
    mention: source?.text ?? null,
    cue: cue?.text ?? null,
    confidence: attribution.confidence,
    rule: attribution.rule,
  };
}

const supposition =
  /\b(?:I (?:would |can only )?(?:imagine|suppose|guess|assume|suspect)|presumably|my guess|I(?:['’]d| would) (?:imagine|guess))\b/i;
const hearsay =
  /\b(?:I(?:['’]ve| have) heard|I(?:['’]ve| have) (?:seen|read) [^.;]{0,40}?\b(?:report(?:s|ing|ed)?|that said|it reported)\b|I (?:hear|understand|am told)|reportedly|apparently|we(?:['’]re| are) told)\b/i;

/** How the speaker knows it, as far as the words give it away: what they suppose, or only report. */
export function directnessOf(viewOf: string | null, words: string): Directness {
  if (supposition.test(words)) return 'speculative';
  return viewOf !== null || hearsay.test(words) ? 'reported' : 'first_hand';
}
