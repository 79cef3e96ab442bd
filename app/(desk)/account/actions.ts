'use server';

import { z } from 'zod';
import { delegationSchema } from '@/domain/clearance/orders';
import { mailWishSchema } from '@/domain/notification-mail';
import { action } from '@/server/action';
import { setMailWish } from '@/server/notifications/wish';
import { delegate, endDelegation } from '@/server/offices';
import { endSession } from '@/server/sessions';

const one = z.object({ id: z.uuid() });

/** Ends another of one's own sessions. */
export const submitEndSession = action(one, (actor, input) => endSession(actor, input.id));

/** Has a colleague answer for one while one is away. */
export const submitDelegation = action(delegationSchema, delegate);

/** Ends that. */
export const submitDelegationEnd = action(one, endDelegation);

/** Changes when one gets mail. */
export const submitMailWish = action(mailWishSchema, setMailWish);
