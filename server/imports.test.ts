import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/domain/user';
import { buildActor, buildTeam } from '@/prisma/builders';
import { getArticle } from './articles';
import { listLost } from './carry';
import { db } from './db';
import { correctDetails, getDetails, getOriginal, leaveOut, restore } from './details';
import { type ImportOptions, type ImportResult, importArticle } from './imports';
import { closeReaders } from './intake/readers';
import {
  sample,
  sampleDocx,
  sampleEml,
  sampleHtml,
  samplePdf,
  sampleText,
} from './intake/sample-files';
import { createMemo } from './memos';
import { resetDatabase } from './test-database';

const today = '2026-11-24';
const demonstration = readFileSync('prisma/seed/pakistan-us-talks-2012-12-14.txt', 'utf8');

let team: Awaited<ReturnType<typeof buildTeam>>;
let editor: Actor;

beforeEach(async () => {
  await resetDatabase();
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
});
afterAll(async () => {
  closeReaders();
  await db().$disconnect();
});

const paste = (text: string, options: ImportOptions = {}, html?: string) =>
  importArticle(editor, { from: 'paste', text, ...(html ? { html } : {}) }, options, today);
const bring = (bytes: Uint8Array, fileName: string, options: ImportOptions = {}) =>
  importArticle(editor, { from: 'file', bytes, fileName, mediaType: null }, options, today);

function stored(result: ImportResult) {
  if (result.state !== 'stored') throw new Error(`It was not stored: ${JSON.stringify(result)}`);
  return result;
}

describe('an article that is brought in', () => {
  test('is kept as received, with who brought it in and when', async () => {
    const result = stored(await bring(Buffer.from(sampleText), 'talks.txt'));
    expect(result).toMatchObject({
      slug: 'harbour-talks-end-without-a-treaty-2025-12-03',
      version: 1,
      paragraphs: 5,
      unsure: ['outlet'],
    });
    expect(await getDetails(editor, result.slug)).toMatchObject({
      title: sample.title,
      outlet: 'Unknown outlet',
      byline: 'Ann Lee',
      publishedOn: '2025-12-03',
      accessedOn: today,
      fileName: 'talks.txt',
      format: 'text',
      importedBy: editor.name,
    });
    const original = await getOriginal(editor, result.id);
    expect(Buffer.from(original.bytes).toString()).toBe(sampleText);
    const { article } = await getArticle(editor, result.slug);
    const version = await db().articleVersion.findUniqueOrThrow({ where: { id: article.id } });
    for (const { start, text } of article.paragraphs)
      expect(version.text.slice(start, start + text.length)).toBe(text);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { event: 'article.imported' } });
    expect(entry).toMatchObject({ actorId: editor.id, subjectId: result.id });
  });

  test.each([
    ['talks.html', async () => Buffer.from(sampleHtml()), 'The Northern Gazette'],
    ['talks.docx', sampleDocx, 'Unknown outlet'],
    ['talks.pdf', async () => samplePdf(), 'Unknown outlet'],
    ['talks.eml', async () => sampleEml(), 'Reuters'],
  ])('reads the same out of %s', async (name, make, outlet) => {
    const result = stored(await bring(await make(), name));
    const { article } = await getArticle(editor, result.slug);
    expect(article).toMatchObject({ title: sample.title, outlet, publishedOn: '2025-12-03' });
    const body = article.paragraphs.filter((each) => each.number !== null);
    expect(body.map((each) => each.text)).toEqual(sample.paragraphs);
  });

  test('from a rich paste keeps its paragraphs', async () => {
    const html = sample.paragraphs.map((each) => `<p>${each}</p>`).join('');
    const result = stored(await paste(sample.paragraphs.join(' '), {}, html));
    expect(result).toMatchObject({ paragraphs: 5, unsure: ['title', 'outlet', 'publishedOn'] });
    expect((await getDetails(editor, result.slug)).publishedOn).toBe(today);
  });

  test('takes what whoever brings it in says of it', async () => {
    const given = { outlet: 'Example Daily', publishedOn: '2025-12-04' };
    const result = stored(await paste(sampleText, { given }));
    expect(result.unsure).toEqual([]);
    expect(await getDetails(editor, result.slug)).toMatchObject(given);
  });

  test('has an address of its own where another has the same title and date', async () => {
    stored(await paste(sampleText));
    const other = [sample.title, 'December 3, 2025', 'Quite another text under the same title.'];
    const result = stored(await paste(other.join('\n\n')));
    expect(result.slug).toBe('harbour-talks-end-without-a-treaty-2025-12-03-2');
  });
});

describe('an article that is there already', () => {
  test('is answered with, byte for byte or in the same words, and nothing is written', async () => {
    const known = { state: 'already stored', id: team.articleId };
    expect(await paste(demonstration)).toMatchObject(known);
    expect(await paste(demonstration.replace(/[“”]/g, '"').replace(/’/g, "'"))).toMatchObject(
      known,
    );
    expect(await paste(demonstration, { separate: true })).toMatchObject(known);
    expect(await db().articleVersion.count()).toBe(1);
    expect(await db().auditEntry.count()).toBe(0);
  });

  test('is found by those that had no fingerprint yet', async () => {
    await db().articleVersion.updateMany({ data: { foldedSha256: '', bands: [] } });
    expect(await paste(demonstration.toUpperCase())).toMatchObject({ state: 'already stored' });
  });

  test('belongs to its team: another team knows nothing of it', async () => {
    const other = await db().team.create({ data: { name: 'Another desk' } });
    const theirs = await buildActor(db(), 'editor', [other.id]);
    const source = { from: 'paste', text: demonstration } as const;
    expect((await importArticle(theirs, source, {}, today)).state).toBe('stored');
  });

  test('is stored once, where two bring it in at the same time', async () => {
    const results = await Promise.all([paste(sampleText), paste(sampleText), paste(sampleText)]);
    expect(results.map((each) => each.state).sort()).toEqual([
      'already stored',
      'already stored',
      'stored',
    ]);
  });
});

describe('a changed article', () => {
  const changed = demonstration
    .replace('It’s pretty bad now', 'It’s rather bad now')
    .replace('\n\n“The public', '\n\nA paragraph that was added later.\n\n“The public');

  test('is asked about, with what it is like', async () => {
    const answer = await paste(changed);
    if (answer.state !== 'question') throw new Error(answer.state);
    expect(answer.candidates).toHaveLength(1);
    const [candidate] = answer.candidates;
    expect(candidate).toMatchObject({ id: team.articleId, outlet: 'Global Security Newswire' });
    expect(candidate?.share).toBeGreaterThan(0.9);
    expect(await db().articleVersion.count()).toBe(1);
  });

  test('becomes a new version: assessments are carried, and those that are gone are told', async () => {
    const result = stored(await paste(changed, { asVersionOf: team.articleId }));
    const { slug } = team.demonstration.article;
    expect(result).toMatchObject({
      id: team.articleId,
      slug,
      version: 2,
      carried: 15,
      lost: 1,
      unsure: [],
    });
    const view = await getArticle(editor, slug);
    expect(view.assessments).toHaveLength(15);
    expect(view.article).toMatchObject({
      outlet: 'Global Security Newswire',
      publishedOn: '2012-12-14',
    });
    for (const { spans, holders, issues } of view.assessments) {
      expect(holders.length).toBeGreaterThan(0);
      expect(issues.length).toBeGreaterThan(0);
      for (const { paragraphId, start, end, text } of spans) {
        const paragraph = view.article.paragraphs.find((each) => each.id === paragraphId);
        expect(paragraph?.text.slice(start, end)).toBe(text);
      }
    }
    const lost = await listLost(editor, team.articleId);
    expect(lost).toHaveLength(1);
    expect(lost[0]?.holders).toEqual(['Sharad Joshi']);
    expect(lost[0]?.words[0]).toMatch(/^It’s pretty bad now/);
    expect(await db().assessment.count()).toBe(31);
    expect(await paste(changed, { asVersionOf: team.articleId })).toMatchObject({
      state: 'already stored',
    });
  });

  test('stands alone where it is said to', async () => {
    const result = stored(await paste(changed, { separate: true }));
    expect(result.id).not.toBe(team.articleId);
    expect(result).toMatchObject({ version: 1, carried: 0 });
  });
});

describe('details', () => {
  const correction = async (slug: string, more = {}) => {
    const { versionId, revision, title, outlet, byline, publishedOn, url } = await getDetails(
      editor,
      slug,
    );
    return { version: versionId, revision, title, outlet, byline, publishedOn, url, ...more };
  };

  test('are corrected, are sure then, and the log says which', async () => {
    const { slug, id } = stored(await paste(sampleText));
    const input = await correction(slug, {
      outlet: 'The Gazette',
      url: 'https://gazette.example/',
    });
    await correctDetails(editor, input);
    expect(await getDetails(editor, slug)).toMatchObject({
      outlet: 'The Gazette',
      url: 'https://gazette.example/',
      unsure: [],
      revision: 1,
    });
    const entry = await db().auditEntry.findFirstOrThrow({ where: { event: 'article.corrected' } });
    expect(entry).toMatchObject({ subjectId: id, detail: { changed: 'outlet url' } });
    await expect(correctDetails(editor, input)).rejects.toThrow('Somebody changed this article');
  });
});

describe('the numbering', () => {
  test('loses a paragraph and gets it back; the words stay', async () => {
    const { slug } = stored(await paste(sampleText));
    const before = await getDetails(editor, slug);
    const second = before.paragraphs.find((each) => each.number === 2);
    await leaveOut(editor, { paragraph: second?.id ?? '', revision: 0 });
    const after = await getDetails(editor, slug);
    expect(after.paragraphs.find((each) => each.id === second?.id)).toMatchObject({
      number: null,
      leftOut: 'by hand',
      text: second?.text,
    });
    expect(after.paragraphs.flatMap((each) => each.number ?? [])).toEqual([1, 2, 3, 4]);
    await expect(leaveOut(editor, { paragraph: second?.id ?? '', revision: 1 })).rejects.toThrow(
      'already',
    );
    await expect(restore(editor, { paragraph: second?.id ?? '', revision: 0 })).rejects.toThrow(
      'Somebody',
    );
    await restore(editor, { paragraph: second?.id ?? '', revision: 1 });
    expect((await getDetails(editor, slug)).paragraphs).toEqual(before.paragraphs);
  });

  test('stays where an assessment stands in the paragraph, or a memo cites it', async () => {
    const details = await getDetails(editor, team.articleId);
    const id = (number: number) =>
      details.paragraphs.find((each) => each.number === number)?.id ?? '';
    await expect(leaveOut(editor, { paragraph: id(3), revision: 0 })).rejects.toThrow(
      'carries an assessment',
    );
    await leaveOut(editor, { paragraph: id(16), revision: 0 });
    await restore(editor, { paragraph: id(16), revision: 1 });
    const issues = team.demonstration.issues.map((issue) => issue.id);
    const order = {
      article: team.articleId,
      template: 'policy-brief',
      issues,
      title: 'T',
      to: '',
      from: '',
    };
    await createMemo(editor, order, today);
    expect((await getDetails(editor, team.articleId)).isCited).toBe(true);
    await expect(leaveOut(editor, { paragraph: id(16), revision: 2 })).rejects.toThrow(
      'A memo cites',
    );
  });
});

test('who may not import or change is refused, whatever they send', async () => {
  const details = await getDetails(editor, team.articleId);
  const { versionId: version, title, outlet, byline, publishedOn, url } = details;
  const paragraph = details.paragraphs[1]?.id ?? '';
  const correction = { version, revision: 0, title, outlet, byline, publishedOn, url };
  const source = { from: 'paste', text: sampleText } as const;
  for (const role of ['reviewer', 'reader'] as const) {
    const actor = await buildActor(db(), role, [team.id]);
    await expect(importArticle(actor, source, {}, today)).rejects.toThrow('you may not do this');
    await expect(correctDetails(actor, correction)).rejects.toThrow('you may not do this');
    await expect(leaveOut(actor, { paragraph, revision: 0 })).rejects.toThrow(
      'you may not do this',
    );
    await expect(restore(actor, { paragraph, revision: 0 })).rejects.toThrow('you may not do this');
    expect((await getOriginal(actor, team.articleId)).isText).toBe(true);
  }
  const other = await db().team.create({ data: { name: 'Another desk' } });
  const stranger = await buildActor(db(), 'administrator', [other.id]);
  const nothing = 'nothing here';
  const asVersion = importArticle(stranger, source, { asVersionOf: team.articleId }, today);
  await expect(asVersion).rejects.toThrow(nothing);
  await expect(correctDetails(stranger, correction)).rejects.toThrow(nothing);
  await expect(leaveOut(stranger, { paragraph, revision: 0 })).rejects.toThrow(nothing);
  await expect(getOriginal(stranger, team.articleId)).rejects.toThrow(nothing);
  await expect(getDetails(stranger, team.articleId)).rejects.toThrow(nothing);
  await expect(listLost(stranger, team.articleId)).rejects.toThrow(nothing);
  expect(await db().articleVersion.count()).toBe(1);
});

test('the database itself refuses to change what was received', async () => {
  const changes = [
    `UPDATE article_version SET text = 'x'`,
    `UPDATE article_version SET original = 'x'`,
    `UPDATE article_version SET sha256 = 'x'`,
    `UPDATE paragraph SET text = 'x'`,
    `UPDATE paragraph SET start = start + 1`,
    `UPDATE paragraph SET sha256 = 'x'`,
  ];
  for (const sql of changes)
    await expect(db().$executeRawUnsafe(sql), sql).rejects.toThrow('kept as it was');
});
