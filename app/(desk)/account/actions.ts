'use server';

import { z } from 'zod';
import { delegationSchema } from '@/domain/clearance/orders';
import { action } from '@/server/action';
import { delegate, endDelegation } from '@/server/offices';
import { endSession } from '@/server/sessions';

const one = z.object({ id: z.uuid() });

/** Ends another of one's own sessions. */
export const submitEndSession = action(one, (actor, input) => endSession(actor, input.id));

/** Has a colleague answer for one while one is away. */
export const submitDelegation = action(delegationSchema, delegate);

/** Ends that. */
export const submitDelegationEnd = action(one, endDelegation);
