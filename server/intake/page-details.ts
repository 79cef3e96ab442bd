import { readDateLine } from '@/domain/intake/head';
import type { Received } from '@/domain/intake/received';

/** What a page says of its article besides the text. */
type Details = Pick<Received, 'title' | 'outlet' | 'byline' | 'publishedOn' | 'url'>;

/**
 * What a page says of its article: first in its structured data (JSON-LD), then in its meta
 * elements (OpenGraph and alike), then in its markup (`time`, `rel=author`, the heading).
 */
export function readPageDetails(document: Document, url: string | null): Details {
  const linked = structuredArticle(document);
  const first = (...values: unknown[]) => values.map(words).find((value) => value !== null) ?? null;
  const meta = (...names: string[]) => first(...names.map((name) => metaOf(document, name)));
  const address = first(
    document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    metaOf(document, 'og:url'),
    linked.url,
  );
  return {
    title: first(
      linked.headline,
      metaOf(document, 'og:title'),
      onlyHeading(document),
      titleOf(document),
    ),
    outlet: first(nameOf(linked.publisher), meta('og:site_name', 'application-name')),
    byline:
      first(
        nameOf(linked.author),
        meta('author', 'dc.creator', 'parsely-author', 'sailthru.author'),
        namesOf(
          document,
          '[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline',
        ),
      )?.replace(/^by /i, '') ?? null,
    publishedOn: dayOf(
      linked.datePublished,
      meta(
        'article:published_time',
        'datepublished',
        'date',
        'dc.date',
        'dc.date.issued',
        'pubdate',
        'parsely-pub-date',
        'sailthru.date',
      ),
      ...[
        ...document.querySelectorAll('[itemprop=datePublished], time[pubdate], article time, time'),
      ].map(
        (each) => each.getAttribute('datetime') ?? each.getAttribute('content') ?? each.textContent,
      ),
    ),
    url: url ?? httpOnly(address),
  };
}

type Linked = Partial<
  Record<'headline' | 'author' | 'publisher' | 'datePublished' | 'url', unknown>
>;

/** The first object in the page's JSON-LD that is an article of some kind. */
function structuredArticle(document: Document): Linked {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parseJson(script.textContent ?? ''), 0);
    if (found) return found;
  }
  return {};
}

function findArticle(value: unknown, depth: number): Linked | null {
  if (depth > 4 || value === null || typeof value !== 'object') return null;
  if (Array.isArray(value)) {
    for (const each of value.slice(0, 50)) {
      const found = findArticle(each, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const node = value as Record<string, unknown>;
  if (/article|report|blogposting/i.test(JSON.stringify(node['@type'] ?? ''))) return node;
  return findArticle(node['@graph'] ?? node.mainEntity ?? null, depth + 1);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Broken structured data is as good as none.
    return null;
  }
}

function nameOf(value: unknown): string | null {
  if (Array.isArray(value))
    return (
      value
        .slice(0, 8)
        .flatMap((each) => nameOf(each) ?? [])
        .join(', ') || null
    );
  if (value !== null && typeof value === 'object') return words((value as { name?: unknown }).name);
  return words(value);
}

function namesOf(document: Document, selector: string): string | null {
  for (const one of selector.split(', ')) {
    const names = [...document.querySelectorAll(one)].map((each) => words(each.textContent));
    const short = [...new Set(names)].filter((name) => name !== null && name.length <= 80);
    if (short.length > 0) return short.slice(0, 4).join(', ');
  }
  return null;
}

function metaOf(document: Document, name: string): string | null {
  for (const each of document.querySelectorAll('meta[name], meta[property], meta[itemprop]')) {
    const names = ['property', 'name', 'itemprop'].map((key) =>
      each.getAttribute(key)?.toLowerCase(),
    );
    if (names.includes(name)) return each.getAttribute('content');
  }
  return null;
}

function onlyHeading(document: Document): string | null {
  const headings = document.querySelectorAll('h1');
  return headings.length === 1 ? words(headings[0]?.textContent) : null;
}

/** The window's title, without the outlet that most put behind it. */
const titleOf = (document: Document) =>
  words(document.title.replace(/\s+[|–—-]\s+[^|–—]{1,40}$/, ''));

function words(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return value.replace(/\s+/g, ' ').trim().slice(0, 300) || null;
}

function dayOf(...values: unknown[]): string | null {
  for (const value of values) {
    const text = words(value);
    const day = text && (readDateLine(text) ?? readDateLine(text.slice(0, 10)));
    if (day) return day;
  }
  return null;
}

const httpOnly = (url: string | null) => (url && /^https?:\/\//i.test(url) ? url : null);
