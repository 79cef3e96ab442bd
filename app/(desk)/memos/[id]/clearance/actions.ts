'use server';

import {
  answerSchema,
  decisionSchema,
  dissentSchema,
  issueSchema,
  listingSchema,
  onListSchema,
  openSchema,
  proposedSchema,
  withdrawSchema,
} from '@/domain/clearance/orders';
import { action } from '@/server/action';
import { answerClearance, recordNoResponse } from '@/server/clearance/answers';
import { settleDissent } from '@/server/clearance/dissent';
import { issueMemo, recordDecision } from '@/server/clearance/issuing';
import {
  decideProposal,
  listAddressee,
  openClearance,
  strikeAddressee,
  withdrawClearance,
} from '@/server/clearance/list';

/** Opens a round of clearance. */
export const submitOpening = action(openSchema, async (actor, input) => {
  await openClearance(actor, input);
});

/** Ends a round without clearing the memo. */
export const submitWithdrawal = action(withdrawSchema, withdrawClearance);

/** Puts somebody on the list, or proposes them. */
export const submitListing = action(listingSchema, (actor, input) => listAddressee(actor, input));

/** Takes somebody off the list who has not answered. */
export const submitStriking = action(onListSchema, strikeAddressee);

/** Lists somebody who was proposed, or declines to. */
export const submitProposal = action(proposedSchema, decideProposal);

/** Answers what one is asked. */
export const submitAnswer = action(answerSchema, (actor, input) => answerClearance(actor, input));

/** Goes forward without an office that did not answer in time. */
export const submitNoResponse = action(onListSchema, (actor, input) =>
  recordNoResponse(actor, input),
);

/** Says what becomes of an objection. */
export const submitDissent = action(dissentSchema, settleDissent);

/** Issues the memo as cleared. */
export const submitIssue = action(issueSchema, (actor, input) => issueMemo(actor, input));

/** Records the principal's decision on a recommendation. */
export const submitDecision = action(decisionSchema, recordDecision);
