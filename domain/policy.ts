import {
  isOfTeam,
  keeps,
  type Level,
  levelOf,
  type MemoAccess,
  type MemoSubject,
  namedLevel,
  reaches,
} from './access';
import type { Actor, Role } from './user';

/** What an action is done to: whose it is. Things of no team (a person's own session) have null. */
export type Subject = { teamId: string | null; ownerId?: string };

/** `house`: what is of the actor's teams, and what comes with the house and is of no team. */
type PlainRule = { roles: readonly Role[]; scope: 'team' | 'house' | 'everywhere' | 'own' };

/**
 * Done to a memo, which has a say of its own: it must let the actor go as far as `needs`, and the
 * actor must be of its team, or one of those who keep it, where `within` says so. `named` are the
 * roles that may do it too where the memo names or asks them.
 */
type MemoRule = {
  roles: readonly Role[];
  scope: 'memo';
  needs: Level;
  within?: 'team' | 'keepers';
  named?: readonly Role[];
};

type Rule = PlainRule | MemoRule;

const everyone = ['administrator', 'editor', 'reviewer', 'reader'] as const;
const writers = ['administrator', 'editor'] as const;
const suggesters = ['administrator', 'editor', 'reviewer'] as const;
const administrators = ['administrator'] as const;

/** The whole policy, one row an action. An action without a row is refused. */
export const policy = {
  'article.read': { roles: everyone, scope: 'team' },
  'assessment.read': { roles: everyone, scope: 'team' },
  'assessment.change': { roles: writers, scope: 'team' },
  'article.import': { roles: writers, scope: 'team' },
  'article.change': { roles: writers, scope: 'team' },
  'expert.read': { roles: everyone, scope: 'team' },
  'expert.change': { roles: writers, scope: 'team' },
  'issue.read': { roles: everyone, scope: 'team' },
  'issue.change': { roles: writers, scope: 'team' },
  'template.read': { roles: everyone, scope: 'house' },
  'template.create': { roles: administrators, scope: 'team' },
  // What comes with the house is of no team: it is copied, and nobody changes it.
  'template.change': { roles: administrators, scope: 'team' },
  'memo.read': { roles: everyone, scope: 'memo', needs: 'read' },
  'memo.create': { roles: writers, scope: 'team' },
  // What is made of a memo is its team's, and shut as it is.
  'memo.derive': { roles: writers, scope: 'memo', needs: 'read', within: 'team' },
  'memo.edit': { roles: writers, scope: 'memo', needs: 'edit' },
  // To draw on the team's articles, which nobody of another team reads.
  'memo.assemble': { roles: writers, scope: 'memo', needs: 'edit', within: 'team' },
  // To change nothing but suggestions: `server/live/place.ts` holds a save to it.
  'memo.suggest': { roles: suggesters, scope: 'memo', needs: 'suggest' },
  'memo.comment': { roles: suggesters, scope: 'memo', needs: 'comment', named: everyone },
  'memo.share': { roles: writers, scope: 'memo', needs: 'edit', within: 'keepers' },
  'memo.export': { roles: everyone, scope: 'memo', needs: 'read' },
  'export.read': { roles: everyone, scope: 'own' },
  'export.make': { roles: everyone, scope: 'own' },
  'clearance.read': { roles: everyone, scope: 'memo', needs: 'read' },
  'clearance.manage': { roles: writers, scope: 'memo', needs: 'edit', within: 'team' },
  'clearance.answer': { roles: everyone, scope: 'memo', needs: 'read' },
  'office.read': { roles: everyone, scope: 'team' },
  'office.change': { roles: administrators, scope: 'team' },
  'delegation.change': { roles: everyone, scope: 'own' },
  'mail.change': { roles: everyone, scope: 'own' },
  'notification.read': { roles: everyone, scope: 'own' },
  'user.read': { roles: administrators, scope: 'everywhere' },
  'user.invite': { roles: administrators, scope: 'everywhere' },
  'user.change': { roles: administrators, scope: 'everywhere' },
  'session.end': { roles: everyone, scope: 'own' },
  'audit.read': { roles: administrators, scope: 'everywhere' },
} as const satisfies Record<string, Rule>;

/** The name of an action, imperative: "memo.edit". */
export type Action = keyof typeof policy;

/** The actions that are done to a memo. */
export type MemoAction = {
  [A in Action]: (typeof policy)[A] extends { scope: 'memo' } ? A : never;
}[Action];

/** What an action is asked about: of a memo, what it says of who may do what as well. */
export type SubjectOf<A extends Action> = A extends MemoAction ? MemoSubject : Subject;

/**
 * Whether the actor may do this to the subject. Nobody signed out may do anything, and nobody
 * anything to a memo of which is not known whom it is open to.
 */
export function can<A extends Action>(
  actor: Actor | null,
  action: A,
  subject: SubjectOf<A>,
): boolean;
export function can(
  actor: Actor | null,
  action: Action,
  subject: Subject & { access?: MemoAccess },
): boolean {
  const rule: Rule | undefined = Object.hasOwn(policy, action) ? policy[action] : undefined;
  if (!actor || !rule) return false;
  if (rule.scope === 'memo') {
    const { teamId, access } = subject;
    return teamId !== null && access !== undefined && lets(actor, rule, { teamId, access });
  }
  if (!rule.roles.includes(actor.role)) return false;
  if (rule.scope === 'everywhere') return true;
  if (rule.scope === 'own') return subject.ownerId === actor.id;
  if (rule.scope === 'house' && subject.teamId === null) return true;
  return subject.teamId !== null && actor.teamIds.includes(subject.teamId);
}

function lets(actor: Actor, rule: MemoRule, memo: MemoSubject): boolean {
  const isNamed = reaches(namedLevel(actor, memo), rule.needs);
  const roles = isNamed ? (rule.named ?? rule.roles) : rule.roles;
  if (!roles.includes(actor.role) || !reaches(levelOf(actor, memo), rule.needs)) return false;
  if (rule.within === 'keepers') return keeps(actor, memo);
  return rule.within !== 'team' || isOfTeam(actor, memo);
}
