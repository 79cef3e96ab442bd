/**
 * The marking schemes that a memo's portions can be marked by, each from its least to its most
 * restrictive mark. None of them has a classified level: this system is accredited for none.
 */
export const markingSchemes = [
  { id: 'us', name: 'United States', marks: ['U', 'SBU', 'CUI'] },
  { id: 'uk', name: 'United Kingdom', marks: ['OFFICIAL', 'OFFICIAL-SENSITIVE'] },
  {
    id: 'tlp',
    name: 'Traffic Light Protocol',
    marks: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'],
  },
  { id: 'embargo', name: 'Embargo', marks: ['EMBARGOED'] },
] as const;

/** What a template lets its memos be marked by: every scheme, none, or one of them and the embargo. */
export const markingChoices = ['any', 'none', 'us', 'uk', 'tlp'] as const;

/** One such choice. */
export type MarkingChoice = (typeof markingChoices)[number];

/** The schemes that a choice offers. An embargo is until when, not who: it goes with each scheme. */
export function schemesOf(choice: MarkingChoice) {
  if (choice === 'none') return [];
  return markingSchemes.filter(({ id }) => choice === 'any' || id === choice || id === 'embargo');
}

/** One mark of one scheme. */
export type PortionMark = (typeof markingSchemes)[number]['marks'][number];

/** Whether a value is a mark of a scheme. */
export function isPortionMark(value: unknown): value is PortionMark {
  return markingSchemes.some(({ marks }) => marks.some((mark) => mark === value));
}

/**
 * The highest of the marks in each scheme that is used, in the order of the schemes: how a mark of
 * one stands to that of another nobody has said.
 */
export function highestMarks(used: Iterable<PortionMark>): PortionMark[] {
  const all = new Set<PortionMark>(used);
  return markingSchemes.flatMap(({ marks }) => {
    const highest = marks.findLast((mark) => all.has(mark));
    return highest ? [highest] : [];
  });
}

/** What stands before a portion's words: “(U)”, “(CUI//TLP:AMBER)”; empty where nothing is marked. */
export function portionText(marks: Iterable<PortionMark>): string {
  const highest = highestMarks(marks);
  return highest.length > 0 ? `(${highest.join('//')})` : '';
}

const spelledOut: Partial<Record<PortionMark, string>> = {
  U: 'UNCLASSIFIED',
  SBU: 'SENSITIVE BUT UNCLASSIFIED',
};

/** What a page says at its head and foot of all its portions; null where none is marked. */
export function bannerOf(portions: Iterable<PortionMark>): string | null {
  const highest = highestMarks(portions);
  return highest.length > 0 ? highest.map((mark) => spelledOut[mark] ?? mark).join(' // ') : null;
}
