import { cookies, headers } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import { getToken } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { cache } from 'react';
import { AppError } from '@/domain/errors';
import { type Actor, signInSchema } from '@/domain/user';
import { env } from './env';
import { absoluteLimit, actorOf, endSession } from './sessions';
import { signIn } from './users';
import { doFrom } from './whence';

/** The signed-in person, and which of their sessions this is. */
export type CurrentActor = Actor & { sessionId: string };

/**
 * next-auth, behind this one file. Its cookie carries nothing but the sealed token of a session
 * row, which is read at each request; so a session can be ended at once, on the server.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: absoluteLimit / 1000 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  secret: process.env.NEXTAUTH_SECRET,
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const input = signInSchema.safeParse(credentials);
        if (!input.success) return null;
        const caller = callerOf(new Headers(request.headers as Record<string, string>));
        try {
          const { email, password } = input.data;
          const token = await doFrom(whenceOf(caller), () => signIn(email, password, caller));
          return { id: token };
        } catch (fault) {
          // next-auth shows a thrown error's message as its code; null is "wrong credentials".
          if (fault instanceof AppError && fault.code === 'unauthenticated') return null;
          throw fault;
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
    // What this returns is public under /api/auth/session: the session's token stays out of it.
    session: ({ session }) => ({ expires: session.expires }),
  },
};

/** Whoever is signed in with this request, read from the store once a request; null if nobody. */
export const currentActor = cache(async (): Promise<CurrentActor | null> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const sealed = jar.getAll().filter(({ name }) => sessionCookie.test(name));
  const key = sealed.map(({ value }) => value).join(' ');
  let sid = opened.get(key);
  if (sid === undefined) {
    const request = { cookies: jar, headers: head } as unknown as Parameters<
      typeof getToken
    >[0]['req'];
    const token = await getToken({ req: request, secret: env().NEXTAUTH_SECRET });
    if (typeof token?.sid !== 'string') return null;
    sid = token.sid;
    if (opened.size >= openedMost) opened.clear();
    opened.set(key, sid);
  }
  return actorOf(sid);
});

const sessionCookie = /next-auth\.session-token/;

/**
 * What sealed cookies hold, since opening one takes longer than the rest of a small request. The
 * token in it is only a name: whether the session still stands is asked of the store each time.
 */
const opened = new Map<string, string>();
const openedMost = 1000;

/** Ends the session of this request, in the store and in the browser. */
export async function signOut(): Promise<void> {
  const actor = await currentActor();
  if (actor) await endSession(actor, actor.sessionId);
  const jar = await cookies();
  for (const { name } of jar.getAll()) if (sessionCookie.test(name)) jar.delete(name);
}

/** By which way this request came, for the audit: "web", with the address where a trusted proxy names it. */
export async function webWhence(): Promise<string> {
  return whenceOf(callerOf(await headers()));
}

function whenceOf({ address }: { address: string | null }): string {
  return address === null ? 'web' : `web ${address}`;
}

/**
 * Where a request comes from. Without a trusted proxy anybody can write the header that would say
 * it, so it is not read, and tries are counted by account alone.
 */
function callerOf(head: Headers): { address: string | null; agent: string } {
  const hops = (head.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const { TRUSTED_PROXIES: proxies } = env();
  return {
    address: (proxies > 0 && hops.at(-proxies)) || null,
    agent: head.get('user-agent') ?? '',
  };
}
