/** One step of a scale of likelihood: its terms, and the share of cases in per cent. */
export type Step = { terms: readonly string[]; from: number; to: number };

/** A scale of likelihood, from the least likely step to the most likely one. */
export type Scale = {
  id: 'icd-203' | 'phia';
  name: string;
  /** Terms of different rows mean the same and are not to be mixed in one product. */
  rows: number;
  steps: readonly Step[];
};

/** ICD 203 (Analytic Standards), D.6.e(2)(a): two rows of terms over the same seven steps. */
const icd203: Scale = {
  id: 'icd-203',
  name: 'ICD 203',
  rows: 2,
  steps: [
    { terms: ['almost no chance', 'remote'], from: 1, to: 5 },
    { terms: ['very unlikely', 'highly improbable'], from: 5, to: 20 },
    { terms: ['unlikely', 'improbable'], from: 20, to: 45 },
    { terms: ['roughly even chance', 'roughly even odds'], from: 45, to: 55 },
    { terms: ['likely', 'probable'], from: 55, to: 80 },
    { terms: ['very likely', 'highly probable'], from: 80, to: 95 },
    { terms: ['almost certain', 'nearly certain'], from: 95, to: 99 },
  ],
};

/** The yardstick of the UK's Professional Head of Intelligence Assessment; gaps are meant. */
const phia: Scale = {
  id: 'phia',
  name: 'the PHIA yardstick',
  rows: 1,
  steps: [
    { terms: ['remote chance'], from: 0, to: 5 },
    { terms: ['highly unlikely'], from: 10, to: 20 },
    { terms: ['unlikely'], from: 25, to: 35 },
    { terms: ['realistic possibility'], from: 40, to: 50 },
    { terms: ['likely', 'probable'], from: 55, to: 75 },
    { terms: ['highly likely'], from: 80, to: 90 },
    { terms: ['almost certain'], from: 95, to: 100 },
  ],
};

/** Both scales, by the name that a template gives. */
export const scales: Record<Scale['id'], Scale> = { 'icd-203': icd203, phia };

/** Adverbs and other shapes of a term that read as the term itself. */
export const shapes: Record<string, string> = {
  probably: 'probable',
  'most likely': 'likely',
  'almost certainly': 'almost certain',
  'nearly certainly': 'nearly certain',
  'roughly an even chance': 'roughly even chance',
  'very probably': 'highly probable',
  'highly probably': 'highly probable',
  improbably: 'improbable',
  'remote possibility': 'remote',
  'realistically possible': 'realistic possibility',
};
