import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Article, hashText, readArticle } from '@/domain/article';
import type { Assessment } from '@/domain/assessment';
import { AppError } from '@/domain/errors';
import type { Expert } from '@/domain/expert';
import type { Issue } from '@/domain/issue';
import { spanOf } from '@/domain/span';
import * as data from './pakistan-us-talks';

/** The demonstration article with all that was found in it by hand, as the domain has it. */
export type Demonstration = {
  text: string;
  article: Article;
  experts: Expert[];
  issues: Issue[];
  assessments: Assessment[];
};

/**
 * Reads the stored demonstration article and resolves every span against it. `newId` makes the
 * id of the thing it is given the name of. Refused where a span's words are not in their paragraph.
 */
export function readDemonstration(newId: (name: string) => string): Demonstration {
  const file = path.join(process.cwd(), 'prisma', 'seed', data.article.file);
  const text = readFileSync(file, 'utf8');
  const article = readSeedArticle(text, newId);
  const experts = Object.entries(data.experts).map(([key, expert]) =>
    readExpert(key, expert, newId),
  );
  const byKey = new Map(Object.keys(data.experts).map((key, index) => [key, experts[index]]));
  const issues = Object.entries(data.issues).map(([key, issue]) => ({ id: newId(key), ...issue }));
  const issueIds = new Map(Object.keys(data.issues).map((key, index) => [key, issues[index]?.id]));
  const assessments = data.assessments.map((seed, index) => ({
    id: newId(`assessment-${index + 1}`),
    articleId: article.id,
    revision: 0,
    kind: seed.kind,
    holders: seed.holders.map((key) => known(byKey.get(key), key)),
    viewOf: seed.viewOf ?? null,
    directness: seed.directness,
    groundRule: 'on_the_record' as const,
    issues: seed.issues.map(({ issue, stance, strength = 'plain', grounds = '' }) => ({
      issueId: known(issueIds.get(issue), issue),
      stance,
      strength,
      grounds,
    })),
    spans: seed.spans.map(([number, words, quoted], position) => ({
      id: newId(`assessment-${index + 1}-span-${position + 1}`),
      ...spanOf(
        known(
          article.paragraphs.find((each) => each.number === number),
          `${number}`,
        ),
        words,
        quoted,
      ),
    })),
  }));
  return { text, article, experts, issues, assessments };
}

function readSeedArticle(text: string, newId: (name: string) => string): Article {
  const read = readArticle(text);
  return {
    id: newId('article'),
    slug: data.article.slug,
    title: known(read.title, 'title'),
    outlet: data.article.outlet,
    byline: data.article.byline,
    url: data.article.url,
    publishedOn: known(read.publishedOn, 'date'),
    accessedOn: null,
    sha256: hashText(text),
    paragraphs: read.paragraphs.map((paragraph, index) => ({
      id: newId(`paragraph-${index}`),
      ...paragraph,
    })),
  };
}

function readExpert(
  key: string,
  expert: (typeof data.experts)[string],
  newId: (name: string) => string,
): Expert {
  const { organisation, role, aliases } = expert;
  const affiliations = organisation && role ? [{ organisation, role, asOf: '2012-12-14' }] : [];
  return { id: newId(key), name: expert.name, kind: expert.kind, aliases, affiliations };
}

function known<T>(value: T | undefined | null, name: string): T {
  if (value === undefined || value === null)
    throw new AppError('invalid', `The demonstration data names “${name}”, which is not there.`);
  return value;
}
