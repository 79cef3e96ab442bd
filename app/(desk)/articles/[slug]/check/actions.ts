'use server';

import {
  acceptSchema,
  addSchema,
  changeSchema,
  inField,
  proposalSchema,
  removeSchema,
} from '@/domain/assessment-input';
import { newIssueSchema } from '@/domain/issue';
import { action } from '@/server/action';
import { addAssessment, changeAssessment, removeAssessment } from '@/server/assessments';
import { addIssue } from '@/server/issues';
import { acceptProposal, rejectProposal, reopenProposal } from '@/server/proposals';

/** Accepts a proposal, as it is or corrected. */
export const submitAccept = action(inField(acceptSchema), (actor, { order }) =>
  acceptProposal(actor, order),
);

/** Rejects a proposal. */
export const submitReject = action(inField(proposalSchema), (actor, { order }) =>
  rejectProposal(actor, order),
);

/** Opens a proposal again. */
export const submitReopen = action(inField(proposalSchema), (actor, { order }) =>
  reopenProposal(actor, order),
);

/** Adds a statement by hand. */
export const submitAdd = action(inField(addSchema), (actor, { order }) =>
  addAssessment(actor, order),
);

/** Changes a statement. */
export const submitChange = action(inField(changeSchema), (actor, { order }) =>
  changeAssessment(actor, order),
);

/** Removes a statement that was added by hand. */
export const submitRemove = action(inField(removeSchema), (actor, { order }) =>
  removeAssessment(actor, order),
);

/** Names a new issue. */
export const submitIssue = action(newIssueSchema, addIssue);
