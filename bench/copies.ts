import type { Evidence } from '@/domain/assessment';
import { type Demonstration, readDemonstration } from '@/prisma/seed/demonstration';

/** The demonstration again, as another article with speakers of its own, on the same issues. */
export function readCopy(copy: number): Demonstration {
  const own = readDemonstration((name) => `${name} of ${copy}`);
  const shared = readDemonstration((name) => name).issues;
  const renamed = new Map(own.issues.map((issue, index) => [issue.id, shared[index]?.id ?? '']));
  const assessments = own.assessments.map((each) => ({
    ...each,
    holders: each.holders.map((expert) => ({ ...expert, name: `${expert.name} ${copy}` })),
    issues: each.issues.map((tag) => ({ ...tag, issueId: renamed.get(tag.issueId) ?? '' })),
  }));
  return {
    ...own,
    article: { ...own.article, title: `${own.article.title} ${copy}` },
    assessments,
  };
}

/** The evidence of several together. */
export function evidenceOf(demonstrations: Demonstration[]): Evidence {
  return {
    articles: demonstrations.map(({ article }) => article),
    assessments: demonstrations.flatMap(({ assessments }) => assessments),
  };
}
