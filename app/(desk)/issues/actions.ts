'use server';

import { issueChangeSchema, newIssueSchema } from '@/domain/issue';
import { action } from '@/server/action';
import { addIssue, changeIssue } from '@/server/issues';

/** Names a new issue. */
export const submitIssue = action(newIssueSchema, addIssue);

/** Changes an issue's name or proposition. */
export const submitIssueChange = action(issueChangeSchema, changeIssue);
