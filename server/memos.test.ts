import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { Step, Transform } from 'prosemirror-transform';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SaveResult } from '@/domain/batch';
import { readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import { type FormatId, formatIds, formatOf } from '@/domain/format';
import { type Actor, roles } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import type { Manifest } from './export/bundle';
import { exportMemo } from './exports';
import { createMemo, getMemo, listChanges, listMemos, saveMemo } from './memos';

let team: BuiltTeam;
let editor: Actor;
let stranger: Actor;

beforeAll(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
});

const order = (title = 'Talks') => ({
  article: team.articleId,
  template: 'policy-brief',
  issues: team.demonstration.issues.map((issue) => issue.id),
  title,
  to: 'The Under Secretary',
  from: 'South Asia desk',
});

/** Steps that type words into the first place to write of the memo as it stands. */
async function stepsTyping(id: string, words: string): Promise<Record<string, unknown>[]> {
  const { document } = await getMemo(editor, id);
  const transform = new Transform(readDocument(document));
  let at = -1;
  transform.doc.descendants((node, position) => {
    if (at < 0 && node.type.name === 'paragraph' && node.attrs.prompt) at = position + 1;
  });
  for (const letter of words) transform.insert(at, schema.text(letter));
  return transform.steps.map((step) => step.toJSON());
}

/** What a browser tab would send on top of version `from`. */
async function tabSave(id: string, tab: string, from: number, words: string): Promise<SaveResult> {
  const steps = await stepsTyping(id, words);
  return saveMemo(editor, { memo: id, from, clientId: `tab-of-${tab}`, clientSeq: 1, steps });
}

describe('a memo’s paper', () => {
  test.each([
    ['ministerial-submission', undefined, '595.27'],
    ['policy-brief', undefined, '612'],
    ['policy-brief', 'a4', '595.27'],
    ['ministerial-submission', 'us-letter', '612'],
  ] as const)('of %s, asked for %s, is %s points wide', async (template, paper, width) => {
    const id = await createMemo(editor, { ...order(), template }, '2012-12-17');
    const options = { format: 'pdf', ...(paper ? { paper } : {}) } as const;
    const { bytes } = await exportMemo(editor, id, options);
    const box = /MediaBox \[0 0 ([\d.]+)/.exec(Buffer.from(bytes).toString('latin1'));
    expect(box?.[1]).toContain(width);
  });
});

describe('assembling a memo', () => {
  // Two who made the first memo of a template at the same moment: one of them got an error page.
  test('can be done by two at once with a template that nobody used before', async () => {
    const unused = { ...order(), template: 'briefing-note' };
    const count = () => db().template.count({ where: { slug: 'briefing-note' } });
    expect(await count()).toBe(0);
    const both = [
      createMemo(editor, unused, '2012-12-17'),
      createMemo(editor, unused, '2012-12-17'),
    ];
    expect(new Set(await Promise.all(both)).size).toBe(2);
    expect(await count()).toBe(1);
  });

  test('keeps it with its first revision, its article and a line in the audit log', async () => {
    const id = await createMemo(editor, order(), '2012-12-17');
    const memo = await getMemo(editor, id);
    expect(memo).toMatchObject({ title: 'Talks', form: 'Policy brief', version: 0 });
    expect(memo.evidence.articles[0]?.id).toBe(team.demonstration.article.id);
    const revisions = await db().revision.findMany({ where: { memoId: id } });
    expect(revisions.map(({ label, atVersion }) => [label, atVersion])).toEqual([
      ['As assembled', 0],
    ]);
    const audit = await db().auditEntry.findMany({ where: { subjectId: id } });
    expect(audit.map(({ event, actorId }) => [event, actorId])).toEqual([
      ['memo.created', editor.id],
    ]);
  });

  test('leaves nothing behind where an issue is not the article’s', async () => {
    const before = await db().memo.count();
    const wrong = { ...order(), issues: [team.articleId] };
    await expect(createMemo(editor, wrong, '2012-12-17')).rejects.toThrow('not spoken to');
    expect(await db().memo.count()).toBe(before);
  });
});

describe('saving', () => {
  test('writes a batch on top of the version it was made on', async () => {
    const id = await createMemo(editor, order(), '2012-12-17');
    expect(await tabSave(id, 'edith', 0, 'Wait.')).toMatchObject({ version: 5, collisions: [] });
    const memo = await getMemo(editor, id);
    expect(memo.version).toBe(5);
    expect(JSON.stringify(memo.document)).toContain('Wait.'.split('').reverse().join(''));
  });

  test('puts a stale save on top of what came between, and tells the writer of both', async () => {
    const id = await createMemo(editor, order(), '2012-12-17');
    const late = await stepsTyping(id, 'late');
    await tabSave(id, 'edith', 0, 'first');
    const answer = await saveMemo(editor, {
      memo: id,
      from: 0,
      clientId: 'tab-of-ada',
      clientSeq: 1,
      steps: late,
    });
    expect(answer.version).toBe(9);
    expect(answer.batches.map(({ from, to, clientId }) => [from, to, clientId])).toEqual([
      [0, 5, 'tab-of-edith'],
      [5, 9, 'tab-of-ada'],
    ]);
    const text = JSON.stringify((await getMemo(editor, id)).document);
    expect(text).toContain('tsrif');
    expect(text).toContain('etal');
  });

  test('a retry of a batch that did arrive changes nothing, and answers as before', async () => {
    const id = await createMemo(editor, order(), '2012-12-17');
    const steps = await stepsTyping(id, 'once');
    const save = { memo: id, from: 0, clientId: 'tab-of-edith', clientSeq: 7, steps };
    const first = await saveMemo(editor, save);
    await tabSave(id, 'ada', 4, 'more');
    expect(await saveMemo(editor, save)).toEqual(first);
    expect((await getMemo(editor, id)).version).toBe(8);
    expect(await db().memoBatch.count({ where: { memoId: id } })).toBe(2);
  });

  test('of twelve at the same instant every one is written, and the log has no gap', async () => {
    const id = await createMemo(editor, order(), '2012-12-17');
    const tabs = Array.from({ length: 12 }, (_, index) => `racer-${index}`);
    await Promise.all(tabs.map((tab) => tabSave(id, tab, 0, `<${tab}>`)));
    const log = await db().memoBatch.findMany({ where: { memoId: id }, orderBy: { from: 'asc' } });
    expect(log.map(({ clientId }) => clientId).sort()).toEqual(
      tabs.map((tab) => `tab-of-${tab}`).sort(),
    );
    for (const [index, batch] of log.entries()) expect(batch.from).toBe(log[index - 1]?.to ?? 0);
    const memo = await getMemo(editor, id);
    expect(memo.version).toBe(log.at(-1)?.to);
    for (const tab of tabs)
      expect(JSON.stringify(memo.document)).toContain([...`<${tab}>`].reverse().join(''));
  });

  test('nobody can change what the log says', async () => {
    const id = await createMemo(editor, order(), '2012-12-17');
    await tabSave(id, 'edith', 0, 'Wait.');
    const change = db().memoBatch.updateMany({ where: { memoId: id }, data: { steps: [] } });
    await expect(change).rejects.toThrow('append-only');
    const removal = db().memoBatch.deleteMany({ where: { memoId: id } });
    await expect(removal).rejects.toThrow('append-only');
  });

  test('steps that do not fit are refused whole', async () => {
    const id = await createMemo(editor, order(), '2012-12-17');
    const steps = [{ stepType: 'replace', from: 1, to: 99_999 }];
    const save = { memo: id, from: 0, clientId: 'tab-of-edith', clientSeq: 1, steps };
    await expect(saveMemo(editor, save)).rejects.toThrow('do not fit');
    expect((await getMemo(editor, id)).version).toBe(0);
  });

  test('the log replays to the stored document', async () => {
    const id = await createMemo(editor, order(), '2012-12-17');
    const transform = new Transform(readDocument((await getMemo(editor, id)).document));
    await tabSave(id, 'edith', 0, 'one');
    await tabSave(id, 'ada', 3, 'two');
    const { batches, version } = await listChanges(editor, id, 0);
    for (const batch of batches)
      for (const json of batch.steps) transform.step(Step.fromJSON(schema, json));
    expect(version).toBe(6);
    expect(transform.doc.toJSON()).toEqual(
      readDocument((await getMemo(editor, id)).document).toJSON(),
    );
  });
});

describe('a memo of another team', () => {
  test('answers like one that is not there, for every function', async () => {
    const id = await createMemo(editor, order('Ours'), '2012-12-17');
    const steps = await stepsTyping(id, 'x');
    const save = { memo: id, from: 0, clientId: 'tab-of-mallory', clientSeq: 1, steps };
    const calls = [
      () => getMemo(stranger, id),
      () => listChanges(stranger, id, 0),
      () => saveMemo(stranger, save),
      () => exportMemo(stranger, id, { format: 'md', paper: 'a4' }),
      () => createMemo(stranger, order(), '2012-12-17'),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'not-found' });
    const { memos } = await listMemos(stranger);
    expect(memos.map((memo) => memo.id)).not.toContain(id);
  });
});

describe.each(roles)('a %s of the team', (role) => {
  const writes = role === 'administrator' || role === 'editor';

  test(`reads and exports memos, and ${writes ? 'may' : 'may not'} make or change them`, async () => {
    const actor = await buildActor(db(), role, [team.id]);
    const id = await createMemo(editor, order(`For a ${role}`), '2012-12-17');
    expect((await getMemo(actor, id)).title).toBe(`For a ${role}`);
    expect((await exportMemo(actor, id, { format: 'md', paper: 'a4' })).name).toBe(
      `for-a-${role}.md`,
    );
    const steps = await stepsTyping(id, 'x');
    const save = { memo: id, from: 0, clientId: `tab-of-${role}`, clientSeq: 1, steps };
    const calls = [() => saveMemo(actor, save), () => createMemo(actor, order(), '2012-12-17')];
    for (const call of calls)
      if (writes) await expect(call()).resolves.toBeTruthy();
      else await expect(call()).rejects.toMatchObject({ code: 'forbidden' });
  });
});

/** Puts another word into a quote of the memo as it stands. */
async function changeQuote(id: string): Promise<void> {
  const { document } = await getMemo(editor, id);
  const transform = new Transform(readDocument(document));
  let at = -1;
  transform.doc.descendants((node, position) => {
    const index = node.isText ? (node.text ?? '').indexOf('very anodyne') : -1;
    if (index >= 0) at = position + index;
  });
  transform.replaceWith(at, at + 4, schema.text('rather'));
  const steps = transform.steps.map((step) => step.toJSON());
  await saveMemo(editor, { memo: id, from: 0, clientId: `tab-at-${id}`, clientSeq: 1, steps });
}

test('an export is refused with the source’s words where one word of a quote was changed', async () => {
  const id = await createMemo(editor, order('Doctored'), '2012-12-17');
  await changeQuote(id);
  const refused = exportMemo(editor, id, { format: 'pdf', paper: 'us-letter' });
  await expect(refused).rejects.toThrow(/very anodyne/);
  const audit = await db().auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { id: 'asc' },
  });
  expect(audit.map((entry) => entry.event)).toEqual([
    'memo.created',
    'memo.edited',
    'memo.export-refused',
  ]);
});

test.each(formatIds)(
  'a memo is had as %s, kept as exported, and refused like any other',
  async (format) => {
    const id = await createMemo(editor, order(`In ${format}`), '2012-12-17');
    const options = { format, paper: 'a4' } as const;
    const { bytes, name, mediaType } = await exportMemo(editor, id, options);
    const { label, extension, mediaType: expected } = formatOf(format);
    expect({ name, mediaType }).toEqual({ name: `in-${format}.${extension}`, mediaType: expected });
    expect(bytes.length).toBeGreaterThan(200);
    const kept = await db().revision.findMany({ where: { memoId: id } });
    expect(kept.map((each) => each.label)).toContain(`As exported to ${label}`);
    await changeQuote(id);
    await expect(exportMemo(editor, id, options)).rejects.toThrow(/very anodyne/);
    const audit = await db().auditEntry.findMany({
      where: { subjectId: id, event: { startsWith: 'memo.export' } },
      orderBy: { id: 'asc' },
    });
    expect(audit.map((each) => each.event)).toEqual(['memo.exported', 'memo.export-refused']);
    for (const each of audit) expect(each.detail).toMatchObject({ format });
  },
);

test('a bundle has every other format as it is had alone, with its hash, in the same bytes', async () => {
  const id = await createMemo(editor, order('All together'), '2012-12-17');
  const options = { paper: 'a4', createdAt: new Date('2012-12-17T09:00:00Z') } as const;
  const pack = async () => (await exportMemo(editor, id, { ...options, format: 'zip' })).bytes;
  const bytes = await pack();
  expect(await pack()).toEqual(bytes);
  const files = unzipSync(bytes);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;
  expect(manifest).toMatchObject({ title: 'All together', memoVersion: 0 });
  const others = formatIds.filter((format) => format !== 'zip');
  expect(manifest.files.map(({ format }) => format)).toEqual(others);
  for (const { name, format, sha256 } of manifest.files) {
    const alone = await exportMemo(editor, id, { ...options, format: format as FormatId });
    expect(name).toBe(alone.name);
    expect(Buffer.from(files[name] ?? []).equals(alone.bytes), name).toBe(true);
    expect(sha256).toBe(createHash('sha256').update(alone.bytes).digest('hex'));
    expect(strFromU8(files.SHA256SUMS ?? new Uint8Array())).toContain(`${sha256}  ${name}\n`);
  }
});

// Its JSON was overwritten by the bundle's own manifest.
test('a memo that is called “Manifest” is whole in its bundle', async () => {
  const id = await createMemo(editor, order('Manifest'), '2012-12-17');
  const files = unzipSync((await exportMemo(editor, id, { format: 'zip' })).bytes);
  expect(strFromU8(files['memo.json'] ?? new Uint8Array())).toContain('"scenesetter-memo"');
  expect(strFromU8(files['manifest.json'] ?? new Uint8Array())).toContain('"memo.json"');
});

test('a PDF that would lose a letter is refused, and Markdown keeps it', async () => {
  const id = await createMemo(editor, order('Notes on தமிழ்'), '2012-12-17');
  const refused = exportMemo(editor, id, { format: 'pdf', paper: 'us-letter' });
  await expect(refused).rejects.toThrow(/“த” \(U\+0BA4\)/);
  const { bytes } = await exportMemo(editor, id, { format: 'md', paper: 'us-letter' });
  expect(new TextDecoder().decode(bytes)).toContain('Notes on தமிழ்');
});
