/** What a change from another site is answered. */
export const notOurs = 'This request did not come from Scenesetter’s own pages.';

/**
 * Whether a request may change something as far as its origin goes: one that only reads may come
 * from anywhere, a change has to name our own origin, which is the configured address or the host
 * that it was sent to. Browsers set the header, and no page of another site can.
 */
export function isOwnChange(
  request: { method: string; headers: { get(name: string): string | null } },
  configured: string | undefined,
): boolean {
  if (['GET', 'HEAD'].includes(request.method)) return true;
  const origin = request.headers.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return (
    host === request.headers.get('host') || (!!configured && host === new URL(configured).host)
  );
}
