import { type CitedSource, restsOn } from './cited';

/** A date as CSL has it. */
type CslDate = { 'date-parts': [[number, number, number]] };

/** An item of CSL 1.0.2, with the fields that a stored article can fill. */
export type CslItem = {
  id: string;
  type: 'article-newspaper';
  title: string;
  'container-title'?: string;
  author?: { literal: string }[];
  issued: CslDate;
  accessed?: CslDate;
  URL?: string;
  note?: string;
};

/**
 * A memo's sources as CSL-JSON, for Zotero, Pandoc and others of its kind. A byline is given as it
 * stands: where one name ends and which part of it is the family's, no rule can say.
 */
export function cslJson(sources: CitedSource[]): string {
  return `${JSON.stringify(sources.map(toItem), null, 2)}\n`;
}

function toItem({ key, article, paragraphs }: CitedSource): CslItem {
  const note = restsOn(paragraphs);
  return {
    id: key,
    type: 'article-newspaper',
    title: article.title,
    ...(article.outlet ? { 'container-title': article.outlet } : {}),
    ...(article.byline ? { author: [{ literal: article.byline }] } : {}),
    issued: toDate(article.publishedOn),
    ...(article.accessedOn ? { accessed: toDate(article.accessedOn) } : {}),
    ...(article.url ? { URL: article.url } : {}),
    ...(note ? { note } : {}),
  };
}

function toDate(iso: string): CslDate {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { 'date-parts': [[year, month, day]] };
}
