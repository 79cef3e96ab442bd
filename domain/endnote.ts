import type { Article } from './article';
import { dateInWords } from './date';

/** The ways to write a source in the endnotes, and what each is for. */
export const endnoteStyles = [
  { id: 'icd-206', label: 'Full (ICD 206)', use: 'all that is known of the source, each time' },
  { id: 'short', label: 'Short', use: 'outlet, day and paragraph' },
  {
    id: 'author-title',
    label: 'Author and title',
    use: 'in full at first and then shortened, as in the Chicago Manual’s notes',
  },
] as const;

/** The id of a style of endnotes. */
export type EndnoteStyle = (typeof endnoteStyles)[number]['id'];

/** The ids of the styles of endnotes. */
export const endnoteStyleIds = endnoteStyles.map(({ id }) => id) as [
  EndnoteStyle,
  ...EndnoteStyle[],
];

/** What an endnote is written of: a paragraph, and whether its article was in no note before. */
type Cited = { article: Article; paragraph: number; isFirst: boolean };

/** One source, as its endnote says it in a style. The same source and style give the same words. */
export function describeSource(style: EndnoteStyle, cited: Cited): string {
  return styles[style](cited);
}

const styles: Record<EndnoteStyle, (cited: Cited) => string> = {
  'icd-206': inFull,
  short: ({ article, paragraph }) =>
    `${article.outlet || `“${article.title}”`}, ${dateInWords(article.publishedOn)}, para. ${paragraph}.`,
  'author-title': byAuthor,
};

/** Originator, title, date of publication, paragraph, and where and when it was seen (ICD 206). */
function inFull({ article, paragraph }: Cited): string {
  const parts = [
    article.byline ? `${article.byline}, ` : '',
    `${article.outlet}, “${article.title},” ${dateInWords(article.publishedOn)}, para. ${paragraph}`,
    article.url ? `, ${article.url}` : '',
    article.accessedOn ? `, accessed ${dateInWords(article.accessedOn)}` : '',
  ];
  return `${parts.join('')}.`;
}

/** A byline stands as it is: where one name ends and which is the family's, no rule can say. */
function byAuthor({ article, paragraph, isFirst }: Cited): string {
  const author = article.byline ? `${article.byline}, ` : '';
  if (!isFirst) {
    const who = author || (article.outlet ? `${article.outlet}, ` : '');
    return `${who}“${shorten(article.title)},” para. ${paragraph}.`;
  }
  const parts = [
    `${author}“${article.title},” `,
    article.outlet ? `${article.outlet}, ` : '',
    `${dateInWords(article.publishedOn, 'month-first')}, para. ${paragraph}`,
    article.accessedOn ? `, accessed ${dateInWords(article.accessedOn, 'month-first')}` : '',
    article.url ? `, ${article.url}` : '',
  ];
  return `${parts.join('')}.`;
}

/** As much of a title as names it again: up to its colon or dash, and four words at most. */
export function shorten(title: string): string {
  const [main = title] = title.split(/\s*[:–—]\s|\s-\s/);
  const words = (main.trim() || title.trim()).split(/\s+/);
  if (words.length <= 4) return words.join(' ');
  const short = words.slice(0, 4);
  // No title ends in a word that only leads to the next one.
  while (
    short.length > 1 &&
    /^(a|an|the|of|on|in|for|and|to|with|at|by|from|over)$/i.test(short.at(-1) ?? '')
  )
    short.pop();
  return short.join(' ').replace(/[\s,;.]+$/, '');
}
