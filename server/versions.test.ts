import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import { type Actor, roles } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { compareVersions, getHistory } from './history';
import { createMemo, getMemo, saveMemo } from './memos';
import { restoreVersion } from './restore';
import { documentAt, nameVersion } from './versions';

let team: BuiltTeam;
let editor: Actor;

beforeAll(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
});

function newMemo(): Promise<string> {
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues };
  return createMemo(editor, { ...order, title: 'Talks', to: '', from: '' }, '2012-12-17');
}

/** Writes words, a step to each, at the front of the first place to write; returns the version. */
async function write(id: string, actor: Actor, words: string): Promise<number> {
  const memo = await getMemo(actor, id);
  const transform = new Transform(readDocument(memo.document));
  const at = firstPlace(transform.doc);
  for (const word of words.split(' ').reverse()) transform.insert(at, schema.text(`${word} `));
  const steps = transform.steps.map((step) => step.toJSON());
  const clientId = `tab-of-${actor.id}`;
  const saved = await saveMemo(actor, {
    memo: id,
    from: memo.version,
    clientId,
    clientSeq: memo.version,
    steps,
  });
  return saved.version;
}

function firstPlace(document: Node): number {
  let at = -1;
  document.descendants((node, position) => {
    if (at < 0 && node.type.name === 'paragraph' && node.attrs.prompt) at = position + 1;
  });
  return at;
}

async function textAt(id: string, version: number): Promise<string> {
  return JSON.stringify((await documentAt(db(), id, version)).toJSON());
}

async function textNow(id: string): Promise<string> {
  return JSON.stringify(readDocument((await getMemo(editor, id)).document).toJSON());
}

test('every version is found again, kept or not, and within a batch too', async () => {
  const id = await newMemo();
  const before = await textNow(id);
  await write(id, editor, 'Alpha Beta Gamma');
  const between = await textNow(id);
  await nameVersion(editor, { memo: id, version: 2, label: 'Two words' });
  await write(id, editor, 'four');
  expect(await textAt(id, 0)).toBe(before);
  expect(await textAt(id, 2)).not.toContain('Alpha');
  expect(await textAt(id, 2)).toContain('Beta Gamma');
  expect(await textAt(id, 3)).toBe(between);
  expect(await textAt(id, 4)).toBe(await textNow(id));
  await expect(documentAt(db(), id, 5)).rejects.toThrow('This memo has no version 5.');
});

describe('naming a version', () => {
  test('keeps its text, shows it in the history, and is in the audit log', async () => {
    const id = await newMemo();
    const version = await write(id, editor, 'to the Deputy');
    await nameVersion(editor, { memo: id, version, label: 'First draft' });
    await write(id, editor, 'more');
    const { versions } = await getHistory(editor, id);
    expect(versions.map((each) => [each.version, each.names.map((name) => name.label)])).toEqual([
      [4, []],
      [3, ['First draft']],
      [0, ['As assembled']],
    ]);
    expect(versions[1]).toMatchObject({ by: [editor.name], changes: 3, since: 0 });
    const audit = await db().auditEntry.findMany({
      where: { subjectId: id, event: 'memo.version-named' },
    });
    expect(audit.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [editor.id, { version: 3, renamed: false }],
    ]);
  });

  test('again gives it another name, and no two versions have the same', async () => {
    const id = await newMemo();
    const version = await write(id, editor, 'words');
    await nameVersion(editor, { memo: id, version, label: 'Draft' });
    await nameVersion(editor, { memo: id, version, label: 'Final' });
    const twice = nameVersion(editor, { memo: id, version: 0, label: 'Final' });
    await expect(twice).rejects.toThrow('has this name already');
    const { versions } = await getHistory(editor, id);
    expect(versions[0]?.names.map((name) => name.label)).toEqual(['Final']);
  });
});

describe('restoring a version', () => {
  test('makes a new version of its text, and keeps what was before', async () => {
    const id = await newMemo();
    const version = await write(id, editor, 'the first words');
    const then = await textNow(id);
    const base = await write(id, editor, 'words that will go');
    const gone = await textNow(id);
    await restoreVersion(editor, { memo: id, version, base });
    expect(await textNow(id)).toBe(then);
    expect(await textAt(id, base)).toBe(gone);
    const { versions } = await getHistory(editor, id);
    expect(versions.flatMap((each) => each.names.map((name) => name.label))).toEqual([
      'Restored from version 3',
      'Before restoring version 3',
      'As assembled',
    ]);
    const audit = await db().auditEntry.findMany({
      where: { subjectId: id, event: 'memo.restored' },
    });
    const to = versions[0]?.version;
    expect(audit.map(({ detail }) => detail)).toEqual([{ version, from: base, to }]);
  });

  test('is refused where somebody wrote meanwhile, and where nothing would change', async () => {
    const id = await newMemo();
    const base = await write(id, editor, 'one');
    await write(id, editor, 'two');
    await expect(restoreVersion(editor, { memo: id, version: 0, base })).rejects.toThrow(
      'has been changed since this page was opened',
    );
    await nameVersion(editor, { memo: id, version: 2, label: 'Now' });
    const same = restoreVersion(editor, { memo: id, version: 2, base: 2 });
    await expect(same).rejects.toThrow('The memo says just what “Now” says. Nothing was restored.');
    expect((await getMemo(editor, id)).version).toBe(2);
  });
});

test('two versions are held against each other with the words that changed', async () => {
  const id = await newMemo();
  const version = await write(id, editor, 'Nothing has moved');
  const { redlined, count } = await compareVersions(editor, id, { from: 0, to: version });
  expect(count).toMatchObject({ inserted: 3, moved: 0 });
  expect(JSON.stringify(redlined)).toContain('Nothing has moved');
  const none = await compareVersions(editor, id, { from: version, to: version });
  expect(none.count.changes).toBe(0);
});

test('who may not edit names and restores nothing; another team finds nothing', async () => {
  const id = await newMemo();
  const stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
  for (const role of roles) {
    const actor = await buildActor(db(), role, [team.id]);
    const name = nameVersion(actor, { memo: id, version: 0, label: `By a ${role}` });
    if (['administrator', 'editor'].includes(role)) await name;
    else {
      await expect(name).rejects.toMatchObject({ code: 'forbidden' });
      await expect(restoreVersion(actor, { memo: id, version: 0, base: 0 })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect((await getHistory(actor, id)).versions).toHaveLength(1);
  }
  for (const work of [
    () => getHistory(stranger, id),
    () => compareVersions(stranger, id, { from: 0, to: 0 }),
    () => nameVersion(stranger, { memo: id, version: 0, label: 'Theirs' }),
    () => restoreVersion(stranger, { memo: id, version: 0, base: 0 }),
  ])
    await expect(work()).rejects.toMatchObject({ code: 'not-found' });
});
