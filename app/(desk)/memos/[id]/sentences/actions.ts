'use server';

import { acceptWarningSchema } from '@/domain/accepted-warning';
import { action } from '@/server/action';
import { acceptWarning } from '@/server/warnings';

/** Lets a warning on a judgment stand, with a reason. */
export const submitAcceptance = action(acceptWarningSchema, acceptWarning);
