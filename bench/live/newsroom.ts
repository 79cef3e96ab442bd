import { encode } from 'next-auth/jwt';
import type { Secrets } from '@/cli/secrets';
import { type DocumentJson, readDocument } from '@/domain/document/document';

/** A store with memos, and the cookies of people who are signed in to write them. */
export type Newsroom = { memos: string[]; cookies: string[] };

/** Makes a team of so many editors, each signed in, and so many memos, as the application does. */
export async function buildNewsroom(
  databaseUrl: string,
  secrets: Secrets,
  { memos, people }: { memos: number; people: number },
): Promise<Newsroom> {
  process.env.DATABASE_URL = databaseUrl;
  const { db } = await import('@/server/db');
  const { createMemo } = await import('@/server/memos');
  const { beginSession } = await import('@/server/sessions');
  const { buildActor, buildTeam } = await import('@/prisma/builders');
  try {
    const team = await buildTeam(db(), 'South Asia desk');
    const issues = team.demonstration.issues.map((issue) => issue.id);
    const cookies: string[] = [];
    const editors = [];
    for (let n = 0; n < people; n += 1) {
      const editor = await buildActor(db(), 'editor', [team.id]);
      editors.push(editor);
      const sid = await beginSession(db(), editor.id, 'bench');
      const value = await encode({ token: { sid }, secret: secrets.NEXTAUTH_SECRET });
      cookies.push(`next-auth.session-token=${value}`);
    }
    const [first] = editors;
    if (!first) throw new Error('A newsroom has somebody in it.');
    const made: string[] = [];
    for (let n = 0; n < memos; n += 1) {
      const order = { article: team.articleId, template: 'policy-brief', issues, to: '', from: '' };
      made.push(await createMemo(first, { ...order, title: `Talks ${n}` }, '2012-12-17'));
    }
    return { memos: made, cookies };
  } finally {
    await db().$disconnect();
  }
}

/** What a memo's editor opens, asked of the running application. */
export async function fetchText(origin: string, memo: string, cookie: string) {
  const answer = await fetch(`${origin}/api/memos/${memo}/draft`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`The memo could not be opened: ${answer.status}`);
  const { version, document } = (await answer.json()) as {
    version: number;
    document: DocumentJson;
  };
  return { version, document: readDocument(document) };
}
