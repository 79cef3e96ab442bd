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
  | 'memo.edited'
  | 'memo.version-named'
  | 'memo.restored'
  | 'memo.moved'
  | 'memo.source-added'
  | 'memo.warning-accepted'
  | 'memo.exported'
  | 'memo.export-refused'
  | 'register.exported'
  | 'user.signed-in'
  | 'user.sign-in-failed'
  | 'user.signed-out'
  | 'user.set-up'
  | 'user.invited'
  | 'user.joined'
  | 'user.changed'
  | 'session.ended';

/** One line of the log: who did what to what. Details hold ids and counts, never a memo's text. */
export type AuditRecord = {
  actorId: string | null;
  event: AuditEvent;
  subjectType:
    | 'article'
    | 'proposal'
    | 'assessment'
    | 'expert'
    | 'issue'
    | 'template'
    | 'memo'
    | 'user'
    | 'session';
  subjectId: string | null;
  detail?: Record<string, string | number | boolean | null>;
};
