'use server';

import { z } from 'zod';
import { action } from '@/server/action';
import { endSession } from '@/server/sessions';

/** Ends another of one's own sessions. */
export const submitEndSession = action(z.object({ id: z.uuid() }), (actor, input) =>
  endSession(actor, input.id),
);
