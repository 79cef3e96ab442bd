import { type NextRequest, NextResponse } from 'next/server';

/**
 * Sets what a browser may load (scripts by nonce alone) and turns away changes that another site
 * sent. It decides nothing about permission: that is done in `server/`, at each call.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!['GET', 'HEAD'].includes(request.method) && !isOurs(request))
    return new NextResponse('This request did not come from Scenesetter’s own pages.', {
      status: 403,
    });
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === 'development';
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Referrer-Policy', 'same-origin');
  return response;
}

/** A change has to name our own origin: the configured address, or the host it was sent to. */
function isOurs(request: NextRequest): boolean {
  const origin = request.headers.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  const configured = process.env.NEXTAUTH_URL;
  return (
    host === request.headers.get('host') || (!!configured && host === new URL(configured).host)
  );
}

/** Everything but the static files, which need neither. */
export const config = { matcher: ['/((?!_next/static|favicon.ico|icon.svg).*)'] };
