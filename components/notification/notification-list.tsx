import { type Notification, sentenceOf } from '@/domain/notification';
import { When } from '../ui/sheet';

/** What one was told, the newest first; each leads to its place, and is read by that. */
export function NotificationList({ notifications }: { notifications: Notification[] }) {
  return (
    <ol className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
      {notifications.map(({ id, kind, by, title, at, isRead }) => (
        <li key={id} className="flex gap-3 px-4 py-3">
          <span
            aria-hidden="true"
            className={`mt-2 size-2 shrink-0 rounded-full ${isRead ? '' : 'bg-accent'}`}
          />
          <span className="min-w-0 break-words">
            {/* Not a `Link`: going there changes what is read, so it is never fetched ahead. */}
            <a href={`/notifications/${id}`} className={isRead ? '' : 'font-semibold'}>
              {sentenceOf({ kind, by, memo: title === null ? '' : `“${title}”` })}
            </a>
            {isRead ? null : <span className="sr-only"> Unread.</span>}
            <span className="block text-quiet text-sm">
              <When at={new Date(at)} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
