'use server';

import { z } from 'zod';
import { action } from '@/server/action';
import { readAll } from '@/server/notifications/list';

/** Marks everything as read. */
export const submitReadAll = action(z.object({}), (actor) => readAll(actor));
