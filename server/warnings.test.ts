import { Transform } from 'prosemirror-transform';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { createMemo, getMemo, saveMemo } from './memos';
import { acceptWarning, countOpenWarnings, traceMemo } from './warnings';

let team: BuiltTeam;
let editor: Actor;
let reader: Actor;
let stranger: Actor;

beforeAll(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  reader = await buildActor(db(), 'reader', [team.id]);
  stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
});

const judgment = 'Pakistan might sign.';

/** A memo with one judgment whose only measure of likelihood is “might”. */
async function memoWithJudgment(words = judgment): Promise<string> {
  const order = {
    article: team.articleId,
    template: 'policy-brief',
    issues: team.demonstration.issues.map((issue) => issue.id),
    title: 'Talks',
    to: 'The Under Secretary',
    from: 'South Asia desk',
  };
  const id = await createMemo(editor, order, '2012-12-17');
  await write(id, words);
  return id;
}

async function write(id: string, words: string): Promise<void> {
  const { document, version } = await getMemo(editor, id);
  const transform = new Transform(readDocument(document));
  let place = -1;
  transform.doc.descendants((node, position) => {
    if (place < 0 && node.type.name === 'paragraph' && node.attrs.prompt) place = position + 1;
  });
  const mark = schema.marks.sentence.create({ kind: 'judgment', basis: [] });
  transform.insert(place, schema.text(`${words} `, [mark]));
  const steps = transform.steps.map((step) => step.toJSON());
  await saveMemo(editor, {
    memo: id,
    from: version,
    clientId: 'a-tab-here',
    clientSeq: version + 1,
    steps,
  });
}

const acceptance = (memo: string) => ({
  memo,
  rule: 'vague' as const,
  sentence: judgment,
  reason: 'Nobody can say more before the vote.',
});

describe('a warning on a judgment', () => {
  test('is let stand with a reason, once, and is in the audit log', async () => {
    const memo = await memoWithJudgment();
    expect(await countOpenWarnings(await getMemo(reader, memo))).toBe(1);
    await acceptWarning(editor, acceptance(memo));
    expect(await countOpenWarnings(await getMemo(reader, memo))).toBe(0);
    const { accepted } = await traceMemo(reader, memo);
    expect(accepted).toMatchObject([
      { rule: 'vague', by: editor.name, reason: acceptance('').reason },
    ]);
    await expect(acceptWarning(editor, acceptance(memo))).rejects.toThrow('already');
    const where = { subjectId: memo, event: 'memo.warning-accepted' };
    expect(await db().auditEntry.count({ where })).toBe(1);
  });

  test('is there again when the judgment is worded anew', async () => {
    const memo = await memoWithJudgment();
    await acceptWarning(editor, acceptance(memo));
    await write(memo, 'India might sign.');
    expect(await countOpenWarnings(await getMemo(editor, memo))).toBe(1);
  });

  test('can’t be let stand where the sentence is gone, by a reader, or from another team', async () => {
    const memo = await memoWithJudgment('Pakistan will likely sign.');
    await expect(acceptWarning(editor, acceptance(memo))).rejects.toThrow('has changed since');
    await expect(acceptWarning(reader, acceptance(memo))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(traceMemo(stranger, memo)).rejects.toMatchObject({ code: 'not-found' });
    await expect(acceptWarning(stranger, acceptance(memo))).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await db().acceptedWarning.count({ where: { memoId: memo } })).toBe(0);
  });
});
