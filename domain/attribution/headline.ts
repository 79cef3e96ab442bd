import { documentNouns } from './lexicon/people';
import { isNominal } from './phrases';
import type { Sentence } from './sentences';
import type { Statement } from './statements';

const longest = 30;

/** Words before a colon that say what the line is, not who speaks. */
const labels = new Set(
  `headline title subtitle subhead author byline date source url link updated published exclusive
   breaking watch video photo photos live opinion analysis editorial commentary interview explainer
   review update`
    .trim()
    .split(/\s+/),
);

/**
 * Reads a headline that names its speaker before a colon ("Lee: Rates will fall", "Report: Rates
 * will fall"); null for any other.
 */
export function readHeadline({ tokens }: Sentence): Statement | null {
  const colon = tokens.findIndex((token) => token.text === ':');
  if (colon < 1 || colon > 7 || tokens.length > longest || tokens.length - colon < 4) return null;
  const dash = tokens.findLastIndex((token, at) => at < colon && /^[–—-]$/.test(token.text));
  const from = dash + 1;
  for (let at = from; at < colon; at++) {
    const token = tokens[at];
    if (!token?.capital || !isNominal(token)) return null;
  }
  const last = tokens[colon - 1];
  if (!last || labels.has(last.lower) || (colon - from > 4 && !documentNouns.has(last.lower)))
    return null;
  return {
    cue: null,
    source: { from, to: colon, head: colon - 1 },
    aside: null,
    ranges: [{ from: colon + 1, to: tokens.length }],
    nested: null,
    position: 'announced',
    shared: false,
  };
}
