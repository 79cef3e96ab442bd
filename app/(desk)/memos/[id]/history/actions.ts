'use server';

import { restoreSchema, versionNameSchema } from '@/domain/revision';
import { action } from '@/server/action';
import { restoreVersion } from '@/server/restore';
import { nameVersion } from '@/server/versions';

/** Keeps a version under a name. */
export const submitName = action(versionNameSchema, nameVersion);

/** Brings an earlier version's text back as a new version. */
export const submitRestore = action(restoreSchema, restoreVersion);
