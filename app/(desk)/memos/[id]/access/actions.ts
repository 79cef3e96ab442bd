'use server';

import { audienceSchema, shareSchema, unshareSchema } from '@/domain/sharing';
import { action } from '@/server/action';
import { setAudience, shareMemo, unshareMemo } from '@/server/sharing';

/** Names somebody on the memo, or gives them another level. */
export const submitShare = action(shareSchema, shareMemo);

/** Takes somebody's name off the memo. */
export const submitUnshare = action(unshareSchema, unshareMemo);

/** Opens the memo to its team, or only to the people named. */
export const submitAudience = action(audienceSchema, setAudience);
