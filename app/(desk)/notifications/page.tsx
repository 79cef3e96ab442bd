import type { Metadata } from 'next';
import { NotificationList } from '@/components/notification/notification-list';
import { ActionForm } from '@/components/ui/action-form';
import { Empty } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { listNotifications } from '@/server/notifications/list';
import { requireActor } from '@/server/page';
import { submitReadAll } from './actions';

export const metadata: Metadata = { title: 'Notifications' };

export default async function NotificationsPage() {
  const notifications = await listNotifications(await requireActor());
  const unread = notifications.filter(({ isRead }) => !isRead);
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHead title="Notifications" lead={unread.length === 0 ? 'Nothing new' : undefined}>
        {unread.length > 0 ? (
          <ActionForm action={submitReadAll} hidden={{}} label="Mark all as read" />
        ) : null}
      </PageHead>
      {notifications.length === 0 ? (
        <Empty title="Nobody has told you anything yet">
          What you are asked, and what becomes of your memos and comments, is listed here.
        </Empty>
      ) : (
        <NotificationList notifications={notifications} />
      )}
    </div>
  );
}
