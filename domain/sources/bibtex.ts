import { type CitedSource, restsOn } from './cited';

/**
 * A memo's sources as BibTeX, in UTF-8, readable by BibTeX and biblatex alike. What LaTeX would take
 * for a command is escaped, titles keep their capitals, and a byline stays as it stands.
 */
export function bibtex(sources: CitedSource[]): string {
  return sources.map(toEntry).join('\n');
}

function toEntry({ key, article, paragraphs }: CitedSource): string {
  const [year = '', month = '1', day = ''] = article.publishedOn.split('-');
  const fields = [
    field('title', `{${escapeTex(article.title)}}`),
    article.byline ? field('author', `{${escapeTex(article.byline)}}`) : '',
    article.outlet ? field('journal', escapeTex(article.outlet)) : '',
    field('year', year),
    // Months are BibTeX's own words, which each style spells in its way.
    `  month = ${months[Number(month) - 1]},`,
    field('day', `${Number(day)}`),
    field('date', article.publishedOn),
    article.url ? field('url', escapeUrl(article.url)) : '',
    article.accessedOn ? field('urldate', article.accessedOn) : '',
    paragraphs.length > 0 ? field('note', escapeTex(restsOn(paragraphs))) : '',
  ].filter((line) => line !== '');
  return `@article{${toKey(key)},\n${fields.join('\n')}\n}\n`;
}

const months = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun'],
  ...['jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];

function field(name: string, value: string): string {
  return `  ${name} = {${value}},`;
}

/** Text that LaTeX sets as it is. Braces are named, for BibTeX counts escaped ones too. */
export function escapeTex(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\\{}$&#%_~^]/g, (sign) => commands[sign] ?? `\\${sign}`);
}

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** An address stands as it is, but for what would end the field or the command around it. */
function escapeUrl(url: string): string {
  return url.toWellFormed().replace(/[\\{}^\p{Cc}\s]/gu, (sign) => encodeURIComponent(sign));
}

function toKey(slug: string): string {
  return slug.replace(/[^A-Za-z0-9:._-]+/g, '-');
}
