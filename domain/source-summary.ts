import type { Article } from './article';
import type { Assessment } from './assessment';
import { dateInWords } from './date';
import { type Expert, introduceExpert } from './expert';

/** One generated fact of the source summary statement (ICD 206). */
export type Fact = { label: string; text: string };

/**
 * What can be said of a memo's sources without judging them: number and kinds, dates, named and
 * unnamed speakers, who is heard only through others, and how many independent streams there are.
 * `assessments` are those the memo uses; reports from one article are one stream.
 */
export function summariseSources(articles: Article[], assessments: Assessment[]): Fact[] {
  if (articles.length === 0) return [{ label: 'Sources', text: 'None is cited.' }];
  const rows = [
    { label: count(articles.length, 'source', 'sources'), text: describeArticles(articles) },
    ...speakers(articles, assessments),
    ...secondHand(assessments),
    { label: 'Independence', text: describeIndependence(articles.length) },
  ];
  return rows;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

function describeArticles(articles: Article[]): string {
  return `${articles
    .map((article) => {
      const by = article.byline ? `by ${article.byline}` : 'unsigned as stored';
      const url = article.url ? 'with address' : 'no address';
      return `${article.outlet}, ${dateInWords(article.publishedOn)} (${by}, ${url})`;
    })
    .join('; ')}.`;
}

function speakers(articles: Article[], assessments: Assessment[]): Fact[] {
  const date = articles[0]?.publishedOn ?? '';
  const experts = distinct(assessments.flatMap((assessment) => assessment.holders));
  const of = (kind: Expert['kind']) => experts.filter((expert) => expert.kind === kind);
  const list = (some: Expert[]) => some.map((expert) => introduceExpert(expert, date)).join('; ');
  const rows: Fact[] = [];
  if (of('person').length > 0)
    rows.push({
      label: count(of('person').length, 'named speaker', 'named speakers'),
      text: `On the record: ${list(of('person'))}.`,
    });
  if (of('group').length > 0)
    rows.push({ label: 'Unnamed speakers', text: `${list(of('group'))}.` });
  if (of('document').length > 0)
    rows.push({ label: 'Documents', text: `${list(of('document'))}; as reported, not seen.` });
  return rows;
}

function secondHand(assessments: Assessment[]): Fact[] {
  const holders = new Set(assessments.flatMap((each) => each.holders.map((expert) => expert.name)));
  const views = new Set(assessments.flatMap((each) => (each.viewOf ? [each.viewOf] : [])));
  const missing = [...views].filter((view) => !holders.has(view));
  if (missing.length === 0) return [];
  return [
    {
      label: 'Heard only through others',
      text: `${missing.join('; ')}: the view is reported by a speaker above, never in their own words.`,
    },
  ];
}

function describeIndependence(streams: number): string {
  return streams === 1
    ? 'One independent stream: everything here rests on a single report, so nothing corroborates it.'
    : `At most ${streams} independent streams; reports with one origin do not corroborate each other.`;
}

function distinct(experts: Expert[]): Expert[] {
  return [...new Map(experts.map((expert) => [expert.id, expert])).values()];
}
