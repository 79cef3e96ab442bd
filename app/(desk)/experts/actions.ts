'use server';

import {
  expertChangeSchema,
  mergeSchema,
  splitSchema,
  tellApartSchema,
} from '@/domain/expert-change';
import { action } from '@/server/action';
import { changeExpert, mergeExperts, splitExpert, tellExpertsApart } from '@/server/expert-changes';

/** Changes an expert's names. */
export const submitExpert = action(expertChangeSchema, changeExpert);

/** Merges two experts into one. */
export const submitMerge = action(mergeSchema, mergeExperts);

/** Says that two experts are not the same. */
export const submitTellApart = action(tellApartSchema, tellExpertsApart);

/** Splits statements off an expert. */
export const submitSplit = action(splitSchema, splitExpert);
