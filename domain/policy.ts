import type { Actor, Role } from './user';

/** What an action is done to: whose it is. Things of no team (a person's own session) have null. */
export type Subject = { teamId: string | null; ownerId?: string };

/** `house`: what is of the actor's teams, and what comes with the house and is of no team. */
type Rule = { roles: readonly Role[]; scope: 'team' | 'house' | 'everywhere' | 'own' };

const everyone = ['administrator', 'editor', 'reviewer', 'reader'] as const;
const writers = ['administrator', 'editor'] as const;
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
  'memo.read': { roles: everyone, scope: 'team' },
  'memo.create': { roles: writers, scope: 'team' },
  'memo.edit': { roles: writers, scope: 'team' },
  // To change nothing but suggestions: `server/live/place.ts` holds a save to it.
  'memo.suggest': { roles: ['administrator', 'editor', 'reviewer'], scope: 'team' },
  'memo.comment': { roles: ['administrator', 'editor', 'reviewer'], scope: 'team' },
  'memo.export': { roles: everyone, scope: 'team' },
  'export.read': { roles: everyone, scope: 'own' },
  'export.make': { roles: everyone, scope: 'own' },
  'clearance.read': { roles: everyone, scope: 'team' },
  'clearance.manage': { roles: writers, scope: 'team' },
  'clearance.answer': { roles: everyone, scope: 'team' },
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

/** Whether the actor may do this to the subject. Nobody signed out may do anything. */
export function can(actor: Actor | null, action: Action, subject: Subject): boolean {
  const rule: Rule | undefined = Object.hasOwn(policy, action) ? policy[action] : undefined;
  if (!actor || !rule?.roles.includes(actor.role)) return false;
  if (rule.scope === 'everywhere') return true;
  if (rule.scope === 'own') return subject.ownerId === actor.id;
  if (rule.scope === 'house' && subject.teamId === null) return true;
  return subject.teamId !== null && actor.teamIds.includes(subject.teamId);
}
