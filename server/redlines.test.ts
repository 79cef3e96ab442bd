import { unzipSync } from 'fflate';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import { type Actor, roles } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { reopen } from './export/docx/reopen';
import { closePress } from './export/typst/pdf';
import { reopen as openPdf } from './export/typst/reopen';
import { createMemo, getMemo, saveMemo } from './memos';
import { exportRedline } from './redlines';

let team: BuiltTeam;
let editor: Actor;
let other: Actor;

beforeAll(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  other = await buildActor(db(), 'administrator', [team.id]);
});

function newMemo(): Promise<string> {
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues };
  return createMemo(editor, { ...order, title: 'Talks', to: '', from: '' }, '2012-12-17');
}

async function edit(id: string, actor: Actor, work: (t: Transform) => void): Promise<number> {
  const memo = await getMemo(actor, id);
  const transform = new Transform(readDocument(memo.document));
  work(transform);
  const { version } = await saveMemo(actor, {
    memo: id,
    from: memo.version,
    clientId: `tab-of-${actor.id}`,
    clientSeq: memo.version,
    steps: transform.steps.map((step) => step.toJSON()),
  });
  return version;
}

const write = (id: string, actor: Actor, words: string) =>
  edit(id, actor, (t) => t.insert(firstPlace(t.doc), schema.text(words)));

/** The start of the first paragraph that is to be written, or was by these tests. */
function firstPlace(document: Node): number {
  let at = -1;
  document.descendants((node, position) => {
    if (at < 0 && node.type.name === 'paragraph' && node.attrs.prompt) at = position + 1;
  });
  return at;
}

async function nameOf(actor: Actor): Promise<string> {
  const { name } = await db().user.findUniqueOrThrow({ where: { id: actor.id } });
  return name;
}

const word = (id: string, from: number, to: number, actor = editor) =>
  exportRedline(actor, id, { from, to, format: 'docx' });

/** What each kind of mark in the file has: its author and its words. */
function marksOf(bytes: Uint8Array): string[] {
  const xml = reopen(bytes).xml('word/document.xml');
  return [...xml.matchAll(/<w:(ins|del) [^>]*w:author="([^"]*)"[^>]*>(?!<\/)(.*?)<\/w:\1>/g)].map(
    ([, kind, author, inside]) =>
      `${kind} ${author}: ${[...(inside ?? '').matchAll(/<w:(?:t|delText)[^>]*>([^<]*)</g)].map((each) => each[1]).join('')}`,
  );
}

test('each change is of whoever made it, towards a later version and back', async () => {
  const id = await newMemo();
  const base = await write(id, editor, 'Nothing has moved since the spring, or not much.');
  await edit(id, other, (t) =>
    t.insert(firstPlace(t.doc) + 'Nothing has'.length, schema.text(' yet')),
  );
  const version = await edit(id, editor, (t) => {
    const end = firstPlace(t.doc) + 'Nothing has yet moved since the spring'.length;
    t.delete(end, end + ', or not much'.length);
  });
  const [ed, ot] = [await nameOf(editor), await nameOf(other)];
  const { bytes, name } = await word(id, base, version);
  expect(name).toBe(`talks-redline-${base}-to-${version}.docx`);
  expect(marksOf(bytes)).toEqual([`ins ${ot}: yet `, `del ${ed}: , or not much`]);
  const back = await word(id, version, base);
  expect(marksOf(back.bytes)).toEqual([`del ${ot}: yet `, `ins ${ed}: , or not much`]);
  expect(reopen(bytes).header).toContain(`Redline of version ${base} to version ${version}`);
  const exported = await db().auditEntry.findFirst({
    where: { subjectId: id, event: 'memo.exported' },
  });
  expect(exported?.detail).toEqual({ format: 'redline-docx', from: base, version });
});

test('the banner is of both versions’ portions', async () => {
  const id = await newMemo();
  const base = await write(id, editor, 'For few eyes.');
  const mark = (portion: string | null) =>
    edit(id, editor, (t) => t.setNodeAttribute(firstPlace(t.doc) - 1, 'portion', portion));
  const marked = await mark('CUI');
  const version = await mark(null);
  expect(reopen((await word(id, marked, version)).bytes).header).toContain('CUI');
  expect(reopen((await word(id, base, version)).bytes).header).not.toContain('CUI');
});

test('whoever may read a memo has its redline; to anybody else it is not there', async () => {
  const id = await newMemo();
  for (const role of roles) {
    const actor = await buildActor(db(), role, [team.id]);
    expect((await word(id, 0, 0, actor)).bytes.length).toBeGreaterThan(1000);
  }
  const stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
  await expect(word(id, 0, 0, stranger)).rejects.toMatchObject({ code: 'not-found' });
  await expect(word(id, 0, 99)).rejects.toMatchObject({ code: 'not-found' });
});

test('what was said off the record goes into no redline, not even as taken out', async () => {
  const secret = await buildTeam(db());
  const writer = await buildActor(db(), 'editor', [secret.id]);
  const issues = secret.demonstration.issues.map((issue) => issue.id);
  const order = { article: secret.articleId, template: 'policy-brief', issues, title: 'T' };
  const id = await createMemo(writer, { ...order, to: '', from: '' }, '2012-12-17');
  const said = secret.demonstration.assessments.find((each) =>
    each.spans.some((span) => span.text.includes('very anodyne')),
  );
  const words = said?.spans[0]?.text ?? '';
  expect(words.split(' ').length).toBeGreaterThan(4);
  const before = await write(id, writer, 'Nothing.');
  await db().assessment.update({ where: { id: said?.id }, data: { groundRule: 'background' } });
  // The memo was assembled while it was on the record, and quotes it.
  await expect(word(id, 0, before, writer)).rejects.toThrow('may not be used by its ground rule');
  const other = await createMemo(writer, { ...order, to: '', from: '' }, '2012-12-17');
  const clean = await write(other, writer, 'Nothing.');
  const typed = await write(other, writer, `${words} `);
  const gone = await edit(other, writer, (t) => {
    t.delete(firstPlace(t.doc), firstPlace(t.doc) + words.length + 1);
  });
  const all = (bytes: Uint8Array) =>
    Object.values(unzipSync(bytes))
      .map((part) => new TextDecoder().decode(part))
      .join('\n');
  expect(all((await word(other, 0, clean, writer)).bytes)).not.toContain('anodyne');
  expect(all((await word(other, clean, gone, writer)).bytes)).not.toContain('anodyne');
  const pdf = (from: number, to: number) =>
    exportRedline(writer, other, { from, to, format: 'pdf' });
  const { pages } = await openPdf((await pdf(clean, gone)).bytes);
  expect(pages.flatMap(({ lines, margins }) => [...lines, margins]).join(' ')).not.toContain(
    'anodyne',
  );
  await expect(pdf(typed, gone)).rejects.toThrow('ground rule');
  await expect(word(other, typed, gone, writer)).rejects.toThrow('ground rule');
  await expect(word(other, clean, typed, writer)).rejects.toThrow('ground rule');
  expect(
    await db().auditEntry.count({ where: { subjectId: other, event: 'memo.export-refused' } }),
  ).toBe(3);
});

afterAll(closePress);
