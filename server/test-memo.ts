import type { Actor } from '@/domain/user';
import type { BuiltTeam } from '@/prisma/builders';
import { createMemo } from './memos';

/** A policy brief of a built team's article on all of its issues, by this author; for tests. Returns its id. */
export function memoOf(author: Actor, team: BuiltTeam, title = 'Talks'): Promise<string> {
  const issues = team.demonstration.issues.map(({ id }) => id);
  const order = { article: team.articleId, template: 'policy-brief', issues, title };
  return createMemo(author, { ...order, to: 'The Minister', from: 'Desk' }, '2026-05-01');
}
