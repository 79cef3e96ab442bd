import type { Strength } from './issue';

const firm =
  /\b(?:absolutely|certainly|clearly|completely|definitely|entirely|impossible|must(?: not)?|never|no (?:chance|doubt|question|way)|plainly|surely|totally|under no circumstances|undoubtedly|utterly|without (?:a )?doubt)\b/i;
const tentative =
  /\b(?:appears?|could|hope(?:s|d|ful(?:ly)?)?|imagine|likely|may(?:be)?|might|not sure|perhaps|possibly|presumably|probably|seems?|somewhat|suppose|unlikely)\b/i;

/**
 * How firmly the words take a side, as a first guess for a person to set right: by the adverbs and
 * modal verbs that they use. Words of both kinds are plain.
 */
export function strengthOf(words: string): Strength {
  const [isFirm, isTentative] = [firm.test(words), tentative.test(words)];
  if (isFirm === isTentative) return 'plain';
  return isFirm ? 'firm' : 'tentative';
}
