import { isStoreUp } from '@/server/health';

export const dynamic = 'force-dynamic';

/** 200 where the server and its store answer; 503 where the store does not. Open to anyone. */
export async function GET(): Promise<Response> {
  const ok = await isStoreUp();
  return Response.json({ ok }, { status: ok ? 200 : 503 });
}
