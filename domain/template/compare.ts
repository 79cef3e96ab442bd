import { endnoteStyles } from '../endnote';
import { markingSchemes } from '../marking';
import { papers } from '../sheet';
import type { LineKind, Template, TemplateField, TemplateSection } from '../template';
import { faces } from '../type';

/** What a section is filled with, in words for those who edit and compare templates. */
export const fillNames: Record<TemplateSection['fill'], string> = {
  'bottom-line': 'the main positions',
  'what-happened': 'what happened',
  experts: 'what the experts say, by issue',
  place: 'nothing: it is written',
  endnotes: 'the endnotes',
  'source-summary': 'the source summary',
};

/** What a section draws from a memo that another is derived from, in words. */
export const drawNames: Record<LineKind, string> = {
  'bottom-line': 'its first section',
  recommendations: 'its recommendations',
  judgments: 'our judgments',
  positions: 'where the experts stand',
  statements: 'what the experts said, quoted',
  reported: 'what was reported',
  questions: 'each issue, asked and answered',
};

/** What a line of the head is filled with, in words. */
export const fieldFillNames: Record<TemplateField['fill'], string> = {
  to: 'whom it is for',
  from: 'whom it is from',
  date: 'its date',
  subject: 'its title',
  decision: 'when a decision is due',
  given: 'the template’s own words',
  empty: 'nothing: it is written',
};

/** What a template lets its memos be marked by, in words. */
export const markingNames: Record<Template['marking'], string> = {
  any: 'every scheme',
  none: 'no marks',
  us: markingSchemes[0].name,
  uk: markingSchemes[1].name,
  tlp: markingSchemes[2].name,
};

/** How a template's likelihoods are held to a scale, in words. */
export const scaleNames: Record<Template['scale'], string> = {
  'icd-203': 'ICD 203',
  phia: 'PHIA',
  none: 'none',
};

/** How a template writes days, by an example. */
export const dateNames: Record<Template['dates'], string> = {
  'day-first': '14 December 2012',
  'month-first': 'December 14, 2012',
};

const label = (list: readonly { id: string; label: string }[], id: string) =>
  list.find((each) => each.id === id)?.label ?? id;

type Said = [what: string, before: string, after: string];

/** What changed from one version of a template to another: a sentence each, none where both are alike. */
export function changesBetween(from: Template, to: Template): string[] {
  return [
    ...tell([
      ['Name', `“${from.name}”`, `“${to.name}”`],
      ['Purpose', `“${from.purpose}”`, `“${to.purpose}”`],
      ['Days', dateNames[from.dates], dateNames[to.dates]],
      ['Decision due', days(from), days(to)],
      ['Length', limit(from.pages, 'page'), limit(to.pages, 'page')],
      ['Words', limit(from.words, 'word'), limit(to.words, 'word')],
      ['Paper', label(papers, from.paper), label(papers, to.paper)],
      ['Type', typeWords(from), typeWords(to)],
      ['Marking', markingNames[from.marking], markingNames[to.marking]],
      ['Endnotes', label(endnoteStyles, from.endnotes), label(endnoteStyles, to.endnotes)],
      ['Paragraphs', numberWords(from), numberWords(to)],
      ['Scale of likelihood', scaleNames[from.scale], scaleNames[to.scale]],
    ]),
    ...partsBetween(from.fields, to.fields, {
      kind: 'Line of the head',
      call: ({ label: it }) => it,
    }),
    ...changedFields(from, to),
    ...partsBetween(from.sections, to.sections, {
      kind: 'Section',
      call: ({ heading }) => heading,
    }),
    ...changedSections(from, to),
  ];
}

function tell(said: Said[], lead = ''): string[] {
  return said
    .filter(([, before, after]) => before !== after)
    .map(([what, before, after]) => `${lead}${what}: ${before} → ${after}.`);
}

const days = ({ decisionDays }: Template) =>
  decisionDays === null
    ? 'not asked'
    : `in ${decisionDays} business day${decisionDays === 1 ? '' : 's'}`;
const numberWords = ({ numbered }: Template) => (numbered ? 'numbered' : 'not numbered');
const typeWords = ({ type }: Template) =>
  `${label(faces, type.face)}, body ${type.body} pt, head ${type.head} pt`;

function limit(most: number | null, unit: string): string {
  return most === null
    ? 'no limit'
    : `at most ${most.toLocaleString('en')} ${unit}${most === 1 ? '' : 's'}`;
}

const drawn = ({ draws }: TemplateSection) =>
  draws.map((kind) => drawNames[kind]).join(', ') || 'nothing';

type Part = { name: string };

/** What was added, taken out and renamed, and whether what is in both has another order. */
function partsBetween<Each extends Part>(
  from: Each[],
  to: Each[],
  { kind, call }: { kind: string; call: (part: Each) => string },
): string[] {
  const was = new Map(from.map((part) => [part.name, part]));
  const is = new Map(to.map((part) => [part.name, part]));
  const lines: string[] = [];
  for (const part of to) {
    const before = was.get(part.name);
    if (!before) lines.push(`${kind} added: “${call(part)}”.`);
    else if (call(before) !== call(part))
      lines.push(`${kind} renamed: “${call(before)}” → “${call(part)}”.`);
  }
  for (const part of from)
    if (!is.has(part.name)) lines.push(`${kind} taken out: “${call(part)}”.`);
  const order = (list: Each[], other: Map<string, Each>) =>
    list.filter(({ name }) => other.has(name)).map(({ name }) => name);
  if (order(from, is).join() !== order(to, was).join())
    lines.push(`${kind}s in another order: ${to.map((part) => `“${call(part)}”`).join(', ')}.`);
  return lines;
}

function changedFields(from: Template, to: Template): string[] {
  return to.fields.flatMap((field) => {
    const before = from.fields.find(({ name }) => name === field.name);
    if (!before) return [];
    const fillOf = ({ fill, words }: TemplateField) =>
      fill === 'given' ? `“${words}”` : fieldFillNames[fill];
    return tell([['filled with', fillOf(before), fillOf(field)]], `“${field.label}”: `);
  });
}

function changedSections(from: Template, to: Template): string[] {
  return to.sections.flatMap((section) => {
    const before = from.sections.find(({ name }) => name === section.name);
    if (!before) return [];
    const list = (words: string[]) =>
      words.length === 0 ? 'none' : words.map((each) => `“${each}”`).join(', ');
    return tell(
      [
        ['filled with', fillNames[before.fill], fillNames[section.fill]],
        ['places to write', list(before.prompts), list(section.prompts)],
        ['places under each issue', list(before.issuePrompts), list(section.issuePrompts)],
        ['words of the form', list(before.lines), list(section.lines)],
        ['drawn from another memo', drawn(before), drawn(section)],
        ['points', limit(before.points, 'point'), limit(section.points, 'point')],
        ['lines', limit(before.mostLines, 'line'), limit(section.mostLines, 'line')],
        [
          'lines to a point',
          limit(before.mostLinesEach, 'line'),
          limit(section.mostLinesEach, 'line'),
        ],
        ['pages', limit(before.mostPages, 'page'), limit(section.mostPages, 'page')],
      ],
      `“${section.heading}”, `,
    );
  });
}
