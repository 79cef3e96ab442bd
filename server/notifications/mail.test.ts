import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { Transform } from 'prosemirror-transform';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDocument } from '@/domain/document/document';
import { markPortions } from '@/domain/document/portion';
import type { Actor } from '@/domain/user';
import { buildActor, buildTeam } from '@/prisma/builders';
import { openThread } from '../comments/changes';
import { db } from '../db';
import { getMemo, saveMemo } from '../memos';
import { resetDatabase } from '../test-database';
import { memoOf } from '../test-memo';
import { mailInvitation } from './invitation';
import { sendDue } from './mail';
import { MailServerFault } from './post';
import { setMailWish } from './wish';

/** A real mail server on this machine, with what it was sent. */
type PostOffice = { url: string; mails: ParsedMail[]; raw: string[]; close: () => Promise<void> };

const opened: PostOffice[] = [];

async function openPostOffice(options: SMTPServerOptions = {}): Promise<PostOffice> {
  const mails: ParsedMail[] = [];
  const raw: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const bytes = Buffer.concat(parts);
        raw.push(bytes.toString());
        simpleParser(bytes).then((mail) => {
          mails.push(mail);
          done();
        }, done);
      });
    },
    ...options,
  });
  // A client that breaks off is no fault of the server's.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const office = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    raw,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  opened.push(office);
  return office;
}

const post = ({ url }: Pick<PostOffice, 'url'>, now = new Date()) =>
  sendDue(now, {
    smtp: url,
    from: 'Scenesetter <desk@example.org>',
    base: 'https://desk.example.org',
  });

let author: Actor;
let reviewer: Actor;
let legal: Actor;
let memo: string;

beforeEach(async () => {
  await resetDatabase();
  const team = await buildTeam(db());
  author = await buildActor(db(), 'editor', [team.id]);
  reviewer = await buildActor(db(), 'reviewer', [team.id]);
  legal = await buildActor(db(), 'reader', [team.id]);
  memo = await memoOf(author, team, 'Talks of the year');
});
afterEach(async () => {
  for (const office of opened.splice(0)) await office.close();
});

async function comment(text = 'Say it shorter.') {
  const { version } = await getMemo(reviewer, memo);
  const order = { memo, version, words: '', grade: 'should' as const, text };
  return openThread(reviewer, { ...order, place: { from: 2, to: 7 } });
}

describe('mail', () => {
  test('goes out at once and once: what happened, one link, and none of the memo’s words', async () => {
    const office = await openPostOffice();
    await comment('A secret remark.');
    expect(await post(office)).toBe(1);
    expect(await post(office)).toBe(0);
    const [mail] = office.mails;
    const [told] = await db().notification.findMany();
    const address = `https://desk.example.org/notifications/${told?.id}`;
    expect(mail?.subject).toBe(`${reviewer.name} comments on “Talks of the year”.`);
    expect(mail?.text).toContain(address);
    expect(mail?.html).toContain(`href="${address}"`);
    expect(mail?.to).toMatchObject({ value: [{ address: author.email, name: author.name }] });
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.messageId).toBe(`<notification-${told?.id}@desk.example.org>`);
    expect(mail?.inReplyTo).toBe(`<memo-${memo}@desk.example.org>`);
    expect(office.raw.join()).not.toContain('secret remark');
  });

  test('of a marked memo names neither it nor a word of it', async () => {
    const office = await openPostOffice();
    const { version, document } = await getMemo(author, memo);
    const transform = new Transform(readDocument(document));
    const section = transform.doc.child(0).nodeSize;
    markPortions(transform, section + 1, transform.doc.content.size - 1, 'CUI');
    const steps = transform.steps.map((step) => step.toJSON() as Record<string, unknown>);
    await saveMemo(author, { memo, from: version, clientId: 'a-tab-here', clientSeq: 1, steps });
    await comment();
    expect(await post(office)).toBe(1);
    expect(office.mails[0]?.subject).toBe(`${reviewer.name} comments on a memo.`);
    expect(office.raw.join()).not.toContain('Talks');
  });

  test('comes once a day in one mail, at the hour of one’s zone, to who wants it so', async () => {
    const office = await openPostOffice();
    await setMailWish(author, { mail: 'daily', hour: 8, zone: 'Asia/Tokyo' });
    // Just after the day's mail: 8 o'clock in Tokyo is 23 o'clock of the day before in UTC.
    const today = new Date();
    const before = new Date(today);
    before.setUTCHours(22, 30, 0, 0);
    await db().user.update({ where: { id: author.id }, data: { digestAt: before } });
    await comment();
    await comment();
    const early = new Date(before.getTime() + 20 * 60_000);
    expect(await post(office, early)).toBe(0);
    const late = new Date(before.getTime() + 31 * 60_000);
    expect(await post(office, late)).toBe(1);
    expect(office.mails[0]?.subject).toBe('2 things wait for you in Scenesetter');
    expect(await post(office, new Date(late.getTime() + 3_600_000))).toBe(0);
  });

  test('does not come to who wants none, has read it, is gone, or may not read the memo', async () => {
    const office = await openPostOffice();
    await setMailWish(author, { mail: 'never', hour: 8, zone: 'UTC' });
    await comment();
    expect(await post(office)).toBe(0);
    await setMailWish(author, { mail: 'instant', hour: 8, zone: 'UTC' });
    await db().membership.deleteMany({ where: { userId: author.id } });
    expect(await post(office)).toBe(0);
    expect(await db().notification.count({ where: { mailedAt: null } })).toBe(0);
    expect(office.raw).toEqual([]);
  });

  test('that is not taken for now goes out later and holds up nobody else; a refusal is told', async () => {
    let answer: { code: number; words: string } | null = { code: 451, words: 'Come back later' };
    const office = await openPostOffice({
      onRcptTo({ address }, _session, done) {
        if (!answer || address !== author.email) return done();
        done(Object.assign(new Error(answer.words), { responseCode: answer.code }));
      },
    });
    const faultOf = async () =>
      (await db().user.findUniqueOrThrow({ where: { id: author.id } })).mailFault;
    const minutes = (n: number) => new Date(Date.now() + n * 60_000);
    await comment(`What does @${legal.name} say?`);
    expect(await post(office)).toBe(1);
    expect(office.mails[0]?.to).toMatchObject({ value: [{ address: legal.email }] });
    expect(await faultOf()).toContain('Come back later');
    answer = null;
    expect(await post(office)).toBe(0);
    expect(await post(office, minutes(11))).toBe(1);
    expect(await faultOf()).toBeNull();
    answer = { code: 550, words: 'No such person' };
    await comment();
    expect(await post(office, minutes(12))).toBe(0);
    expect(await faultOf()).toContain('No such person');
    expect(await post(office, minutes(30))).toBe(0);
    expect(office.mails).toHaveLength(2);
  });

  test('loses nothing where the server does not take the sender', async () => {
    const office = await openPostOffice({
      onMailFrom: (_address, _session, done) =>
        done(Object.assign(new Error('Not from you'), { responseCode: 550 })),
    });
    await comment();
    await expect(post(office)).rejects.toThrow(MailServerFault);
    expect(await db().notification.count({ where: { mailedAt: null } })).toBe(1);
    expect(await post(await openPostOffice())).toBe(1);
  });

  test('waits while the server is away or the password is wrong', async () => {
    await comment();
    await expect(post({ url: 'smtp://127.0.0.1:9' })).rejects.toThrow(MailServerFault);
    const office = await openPostOffice({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        if (username === 'desk' && password === 'p@ss') return done(null, { user: 'desk' });
        done(new Error('Wrong password'));
      },
    });
    const at = office.url.replace('smtp://', '');
    await expect(post({ url: `smtp://desk:other@${at}` })).rejects.toThrow('Wrong password');
    expect(await post({ url: `smtp://desk:p%40ss@${at}` })).toBe(1);
    expect(office.mails).toHaveLength(1);
  });

  test('can’t be made to say other header lines by a title', async () => {
    const office = await openPostOffice();
    await db().memo.update({
      where: { id: memo },
      data: { title: 'Talks\r\nBcc: somebody@example.org\r\n\r\n<b>' },
    });
    await comment();
    expect(await post(office)).toBe(1);
    expect(office.mails[0]?.bcc).toBeUndefined();
    expect(office.mails[0]?.subject).toContain('“Talks Bcc: somebody@example.org <b>”');
    expect(office.mails[0]?.html).toContain('&lt;b&gt;');
  });

  test('two instances send each thing once', async () => {
    const office = await openPostOffice();
    for (let n = 0; n < 5; n += 1) await comment();
    await Promise.all([post(office), post(office), post(office)]);
    await post(office);
    const said = office.mails.flatMap(({ text }) => text?.match(/notifications\/\S{36}/g) ?? []);
    const told = await db().notification.findMany({ where: { userId: author.id } });
    expect(said.toSorted()).toEqual(told.map(({ id }) => `notifications/${id}`).toSorted());
  });

  test('takes an invitation to whom it is for; without it the link is there all the same', async () => {
    const office = await openPostOffice();
    const invited = { name: 'Nora <b>New</b>', email: 'nora@example.org' };
    const settings = (smtp: string) => ({
      smtp,
      from: 'Scenesetter <desk@example.org>',
      base: 'https://desk.example.org',
    });
    const sent = await mailInvitation(author, invited, 'a-token', settings(office.url));
    expect(sent).toBe('It went to nora@example.org by mail too.');
    const [mail] = office.mails;
    expect(mail?.subject).toBe(`${author.name} invites you to Scenesetter`);
    expect(mail?.text).toContain('https://desk.example.org/join/a-token');
    expect(mail?.html).toContain('Nora &lt;b&gt;New&lt;/b&gt;');
    const away = await mailInvitation(author, invited, 'a-token', settings('smtp://127.0.0.1:9'));
    expect(away).toMatch(/^It did not go by mail: /);
    expect(await mailInvitation(author, invited, 'a-token', null)).toBe('');
  });

  test('goes by TLS where it must, and not without', async () => {
    await comment();
    const plain = await openPostOffice();
    await expect(post({ url: `${plain.url}?requireTLS=true` })).rejects.toThrow(MailServerFault);
    expect(plain.raw).toEqual([]);
  });
});
