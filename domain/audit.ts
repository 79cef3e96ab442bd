/** What the audit log records: past tense, noun first. */
export type AuditEvent =
  | 'article.imported'
  | 'article.versioned'
  | 'article.corrected'
  | 'article.paragraph-left-out'
  | 'article.paragraph-restored'
  | 'proposal.accepted'
  | 'proposal.corrected'
  | 'proposal.rejected'
  | 'proposal.reopened'
  | 'assessment.added'
  | 'assessment.changed'
  | 'assessment.removed'
  | 'expert.added'
  | 'expert.changed'
  | 'expert.merged'
  | 'expert.split'
  | 'expert.told-apart'
  | 'issue.added'
  | 'issue.changed'
  | 'template.copied'
  | 'template.changed'
  | 'memo.created'
  | 'memo.taken-in'
  | 'memo.edited'
  | 'memo.version-named'
  | 'memo.restored'
  | 'memo.moved'
  | 'memo.derived'
  | 'memo.reassembled'
  | 'memo.source-added'
  | 'memo.warning-accepted'
  | 'memo.shared'
  | 'memo.unshared'
  | 'memo.restricted'
  | 'memo.opened'
  | 'memo.exported'
  | 'memo.export-refused'
  | 'clearance.opened'
  | 'clearance.withdrawn'
  | 'clearance.listed'
  | 'clearance.struck'
  | 'clearance.proposed'
  | 'clearance.proposal-declined'
  | 'clearance.answered'
  | 'clearance.no-response'
  | 'clearance.dissent-settled'
  | 'clearance.issued'
  | 'decision.recorded'
  | 'decision.scan-attached'
  | 'comment.opened'
  | 'comment.replied'
  | 'comment.resolved'
  | 'comment.reopened'
  | 'comment.graded'
  | 'office.changed'
  | 'delegation.made'
  | 'delegation.ended'
  | 'export.asked'
  | 'export.finished'
  | 'export.downloaded'
  | 'audit.exported'
  | 'register.exported'
  | 'user.signed-in'
  | 'user.sign-in-failed'
  | 'user.signed-out'
  | 'user.set-up'
  | 'user.invited'
  | 'user.joined'
  | 'user.changed'
  | 'user.mail-changed'
  | 'session.ended';

/** What an entry of the log can be about. */
export const auditSubjects = [
  'article',
  'proposal',
  'assessment',
  'expert',
  'issue',
  'template',
  'memo',
  'clearance',
  'comment',
  'export',
  'office',
  'delegation',
  'user',
  'session',
  'audit',
] as const;

/** One line of the log: who did what to what. Details hold ids and counts, never a memo's text. */
export type AuditRecord = {
  actorId: string | null;
  event: AuditEvent;
  subjectType: (typeof auditSubjects)[number];
  subjectId: string | null;
  detail?: Record<string, string | number | boolean | null>;
};
