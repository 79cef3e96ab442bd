'use server';

import { exportJobSchema } from '@/domain/export-job';
import { action } from '@/server/action';
import { startExport } from '@/server/export-jobs';

/** Asks for an export of many memos; the page shows how far it is. */
export const submitExport = action(exportJobSchema, async (actor, input) => {
  await startExport(actor, input);
  return 'Begun. You may leave this page: it goes on without you.';
});
