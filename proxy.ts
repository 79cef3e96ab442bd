import { type NextRequest, NextResponse } from 'next/server';
import { isOwnChange, notOurs } from './domain/origin';

/**
 * Sets what a browser may load (scripts by nonce alone) and turns away changes that another site
 * sent. It decides nothing about permission: that is done in `server/`, at each call.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isOwnChange(request, process.env.NEXTAUTH_URL))
    return new NextResponse(notOurs, {
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
  // Whoever is sent to sign in is led on to what they asked for: a page does not know its address.
  headers.set('x-asked-for', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Referrer-Policy', 'same-origin');
  return response;
}

/**
 * Everything but the static files, which need neither, and the two addresses of a memo that are
 * asked at each key: they show no page, and `respond` turns other sites' changes away itself.
 */
export const config = {
  matcher: [
    '/((?!_next/static|favicon.ico|icon.svg|api/memos/[0-9a-f-]{36}/(?:live|presence)$).*)',
  ],
};
