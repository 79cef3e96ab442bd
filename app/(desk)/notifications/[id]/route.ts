import { redirect } from 'next/navigation';
import { followNotification } from '@/server/notifications/list';
import { read, requireActor } from '@/server/page';

/** Leads to what a notification tells of, and takes it as read: where mail and lists lead. */
export async function GET(
  _request: Request,
  context: RouteContext<'/notifications/[id]'>,
): Promise<never> {
  const actor = await requireActor();
  redirect(await read(followNotification(actor, (await context.params).id)));
}
