import type { AssessmentKind } from '../assessment';
import type { ExpertKind } from '../expert';
import type { Stretch } from './text';

/** Whom an attribution is to, resolved over the whole article. */
export type Speaker = { name: string; kind: ExpertKind };

/**
 * A proposal: who said what, for a person to check. Stretches are of the article's text, in UTF-16
 * code units. `source` is the mention beside the cue with its description ("he", "Ann Lee, an analyst"), `speaker` whom it means; both are null
 * where the article does not say. `speakers` are all holders of a statement that names several.
 * `viewOf` names whose view the speaker reports, null for their own.
 * `rule` says in words what the proposal rests on, `confidence` (above 0, below 1) how often
 * proposals on such grounds are right.
 */
export type Attribution = {
  kind: AssessmentKind;
  viewOf: string | null;
  content: Stretch[];
  cue: Stretch | null;
  source: Stretch | null;
  speaker: Speaker | null;
  speakers: Speaker[];
  role: string | null;
  affiliation: string | null;
  confidence: number;
  rule: string;
};
