'use server';

import { officeSchema } from '@/domain/clearance/orders';
import { action } from '@/server/action';
import { keepOffice } from '@/server/offices';

/** Makes an office, or changes its name and members. */
export const submitOffice = action(officeSchema, keepOffice);
