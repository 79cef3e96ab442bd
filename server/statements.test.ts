import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AssessmentInput, Holder } from '@/domain/assessment-input';
import type { Proposal } from '@/domain/proposal';
import { type Actor, roles } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { addAssessment, changeAssessment, removeAssessment } from './assessments';
import { db } from './db';
import { loadEvidence } from './evidence';
import { createMemo } from './memos';
import {
  acceptProposal,
  keepProposals,
  proposalsOf,
  rejectProposal,
  reopenProposal,
} from './proposals';

let team: BuiltTeam;
let editor: Actor;
let stranger: Actor;
let proposals: Proposal[];

beforeEach(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
  const { article, text } = team.demonstration;
  // What was found by hand would be accepted already: these tests begin with nothing checked.
  await db().assessment.deleteMany({ where: { versionId: article.id } });
  await keepProposals(db(), { id: article.id, text, paragraphs: article.paragraphs });
  proposals = await proposalsOf(db(), article.id);
});

/** What accepting the proposal as it is sends; without a holder, its speaker is a new expert. */
function inputFor(proposal: Proposal, holder: Partial<Holder> = {}): AssessmentInput {
  const { kind, viewOf, directness, speakers, role, organisation, spans } = proposal.statement;
  const speaker = speakers[0] ?? { name: 'Somebody', kind: 'person' as const };
  return {
    kind,
    viewOf,
    directness,
    groundRule: 'on_the_record',
    note: '',
    issues: [],
    holders: [
      { id: v7(), ...speaker, role: role ?? '', organisation: organisation ?? '', ...holder },
    ],
    spans: spans.map(({ paragraphId, start, end }) => ({ paragraphId, start, end })),
  };
}

const quoting = (words: string) => {
  const found = proposals.find((each) => each.statement.spans.some((s) => s.text.includes(words)));
  if (!found) throw new Error(`No proposal holds “${words}”.`);
  return found;
};

const accept = (
  proposal: Proposal,
  input = inputFor(proposal),
  assessment = v7(),
  actor = editor,
) =>
  acceptProposal(actor, { proposal: proposal.id, revision: proposal.revision, assessment, input });

const stateOf = async (id: string) =>
  (await db().proposal.findUniqueOrThrow({ where: { id } })).state;

describe('accepting a proposal', () => {
  test('as it is makes an assessment with its words, its speaker and a line in the audit log', async () => {
    const proposal = quoting('very anodyne');
    const id = v7();
    await accept(proposal, inputFor(proposal), id);
    const { assessments } = await loadEvidence(db(), [team.demonstration.article.id]);
    const made = assessments.find((each) => each.id === id);
    expect(made?.spans.map((span) => span.text)).toEqual(
      proposal.statement.spans.map((span) => span.text),
    );
    expect(made?.holders.map((holder) => holder.name)).toEqual(['Toby Dalton']);
    expect(await stateOf(proposal.id)).toBe('accepted');
    const audit = await db().auditEntry.findMany({ where: { actorId: editor.id } });
    expect(audit.map((entry) => entry.event).sort()).toEqual(['expert.added', 'proposal.accepted']);
  });

  test('with other words, speaker or kind is kept as a correction of what was found', async () => {
    const proposal = quoting('very anodyne');
    await accept(proposal, inputFor(proposal, { name: 'Somebody Else' }));
    expect(await stateOf(proposal.id)).toBe('corrected');
    const kept = (await proposalsOf(db(), proposal.articleId)).find((e) => e.id === proposal.id);
    expect(kept?.statement).toEqual(proposal.statement);
  });

  test('for a known expert adds the name and the role as of the article’s date', async () => {
    const dalton = team.demonstration.experts.find((each) => each.name === 'Toby Dalton');
    const proposal = quoting('very anodyne');
    const holder = { id: dalton?.id, name: 'T. Dalton', role: 'fellow', organisation: 'Carnegie' };
    await accept(proposal, inputFor(proposal, holder as Partial<Holder>));
    const row = await db().expert.findUniqueOrThrow({
      where: { id: dalton?.id },
      include: { affiliations: true },
    });
    expect(row.aliases).toContain('T. Dalton');
    expect(row.affiliations.map((each) => each.role)).toContain('fellow');
    expect(await db().expert.count({ where: { teamId: team.id } })).toBe(3);
  });

  test('never joins two experts by their name alone', async () => {
    await accept(quoting('very anodyne'));
    const daltons = await db().expert.count({ where: { teamId: team.id, name: 'Toby Dalton' } });
    expect(daltons).toBe(2);
  });

  test('on a stale revision, twice, or with words of another article is refused whole', async () => {
    const proposal = quoting('very anodyne');
    const before = await db().assessment.count();
    const old = { ...proposal, revision: 7 };
    await expect(accept(old)).rejects.toMatchObject({ code: 'conflict' });
    const elsewhere = { ...inputFor(proposal), spans: [{ paragraphId: v7(), start: 0, end: 9 }] };
    await expect(accept(proposal, elsewhere)).rejects.toThrow('not in this article');
    expect(await db().assessment.count()).toBe(before);
    await accept(proposal);
    const again = { ...proposal, revision: 1 };
    await expect(accept(again)).rejects.toThrow('accepted this statement already');
    expect(await db().assessment.count()).toBe(before + 1);
  });
});

describe('undoing', () => {
  test('opens a proposal again and removes what came of it', async () => {
    const proposal = quoting('very anodyne');
    const id = v7();
    await accept(proposal, inputFor(proposal), id);
    await reopenProposal(editor, { proposal: proposal.id, revision: 1, assessmentRevision: 0 });
    expect(await stateOf(proposal.id)).toBe('open');
    expect(await db().assessment.count({ where: { id } })).toBe(0);
  });

  test('is refused, with the memo’s title, while a memo rests on the statement', async () => {
    const proposal = quoting('very anodyne');
    const input = inputFor(proposal);
    const issue = team.demonstration.issues[1]?.id ?? '';
    input.issues = [{ issueId: issue, stance: 'disagrees', strength: 'firm', grounds: '' }];
    await accept(proposal, input);
    const order = { article: team.articleId, template: 'policy-brief', issues: [issue] };
    await createMemo(editor, { ...order, title: 'Bland', to: '', from: '' }, '2012-12-17');
    const on = { proposal: proposal.id, revision: 1, assessmentRevision: 0 };
    const undo = reopenProposal(editor, on);
    await expect(undo).rejects.toThrow('“Bland”');
    expect(await stateOf(proposal.id)).toBe('accepted');
  });

  test('a rejection too', async () => {
    const proposal = quoting('very anodyne');
    await rejectProposal(editor, { proposal: proposal.id, revision: 0 });
    expect(await stateOf(proposal.id)).toBe('rejected');
    await reopenProposal(editor, { proposal: proposal.id, revision: 1 });
    expect(await stateOf(proposal.id)).toBe('open');
  });
});

describe('a statement added by hand', () => {
  test('can be changed on its revision, and removed', async () => {
    const id = v7();
    const input = inputFor(quoting('It’s a stalemate'));
    const version = team.demonstration.article.id;
    await addAssessment(editor, { version, assessment: id, input });
    const change = { assessment: id, revision: 0, input: { ...input, viewOf: 'Pakistan' } };
    await changeAssessment(editor, change);
    await expect(changeAssessment(editor, change)).rejects.toMatchObject({ code: 'conflict' });
    const row = await db().assessment.findUniqueOrThrow({
      where: { id },
      include: { spans: true },
    });
    expect(row).toMatchObject({ viewOf: 'Pakistan', revision: 1 });
    expect(row.spans).toHaveLength(1);
    await removeAssessment(editor, { assessment: id, revision: 1 });
    expect(await db().assessment.count({ where: { id } })).toBe(0);
  });
});

test('a statement that was kept already is accepted with its assessment, and not proposed anew', async () => {
  const kept = await buildTeam(db());
  const { article, text, assessments } = kept.demonstration;
  await keepProposals(db(), { id: article.id, text, paragraphs: article.paragraphs });
  const found = await proposalsOf(db(), article.id);
  const led = found.filter((each) => each.assessmentId);
  expect(led.map((each) => each.state)).not.toContain('open');
  expect(led.length).toBeGreaterThan(assessments.length * 0.8);
});

test('proposals are found once: a second reading of the same text adds none', async () => {
  const { article, text } = team.demonstration;
  await keepProposals(db(), { id: article.id, text, paragraphs: article.paragraphs });
  expect((await proposalsOf(db(), article.id)).length).toBe(proposals.length);
});

describe('who may', () => {
  test('nobody of another team: it answers like what is not there', async () => {
    const proposal = quoting('very anodyne');
    const input = inputFor(proposal);
    const on = { proposal: proposal.id, revision: 0 };
    const assessment = team.demonstration.assessments[0]?.id ?? '';
    const version = team.demonstration.article.id;
    const calls = [
      () => accept(proposal, input, v7(), stranger),
      () => rejectProposal(stranger, on),
      () => reopenProposal(stranger, on),
      () => addAssessment(stranger, { version, assessment: v7(), input }),
      () => changeAssessment(stranger, { assessment, revision: 0, input }),
      () => removeAssessment(stranger, { assessment, revision: 0 }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each(roles)('a %s of the team', async (role) => {
    const actor = await buildActor(db(), role, [team.id]);
    const writes = role === 'administrator' || role === 'editor';
    const call = rejectProposal(actor, { proposal: proposals[0]?.id ?? '', revision: 0 });
    if (writes) await expect(call).resolves.toBeUndefined();
    else await expect(call).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('an expert of another team is no holder', async () => {
    const other = await buildTeam(db());
    const proposal = quoting('very anodyne');
    const foreign = inputFor(proposal, { id: other.demonstration.experts[0]?.id ?? '' });
    await expect(accept(proposal, foreign)).rejects.toThrow('not in your team');
  });
});
