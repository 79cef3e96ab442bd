import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { AssessmentInput, Holder } from '@/domain/assessment-input';
import type { Proposal } from '@/domain/proposal';
import type { Actor } from '@/domain/user';
import { buildActor, buildTeam } from '@/prisma/builders';
import { changeAssessment } from './assessments';
import { db } from './db';
import { changeExpert } from './expert-changes';
import { expertsLike, getExpert, listExperts } from './experts';
import { importArticle } from './imports';
import { createMemo } from './memos';
import { acceptProposal, rejectProposal, reopenProposal } from './proposals';
import { getWorkbench, type Workbench } from './workbench';

// Faults that a reviewer found in checking articles, each with what happened.

const article = (figure: string) =>
  [
    'The Brevik Harbour Will Be Late',
    'By Petra Vance, Coastal Courier',
    'March 9, 2026',
    `“The first berth will be ${figure} months late,” said Maren Oduya, a port economist.`,
    'Oduya said the ministry has counted the same cargo twice.',
    '“Nobody will pay for it,” Oduya said.',
    '“The union has been heard,” said Henrik Lund, a former harbour master.',
  ].join('\n\n');

let editor: Actor;
let bench: Workbench;

beforeEach(async () => {
  const team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  bench = await bringIn('six');
});

async function bringIn(figure: string, asVersionOf?: string): Promise<Workbench> {
  const source = { from: 'paste', text: article(figure) } as const;
  const options = asVersionOf ? { asVersionOf } : { separate: true };
  const stored = await importArticle(editor, source, options, '2026-03-10');
  if (stored.state !== 'stored') throw new Error(`The article is ${stored.state}.`);
  return getWorkbench(editor, stored.id);
}

const saying = (words: string, on = bench): Proposal => {
  const found = on.proposals.find((e) => e.statement.spans.some((s) => s.text.includes(words)));
  if (!found) throw new Error(`No proposal has “${words}”.`);
  return found;
};

function inputFor({ statement }: Proposal, holder: Partial<Holder> = {}): AssessmentInput {
  const { kind, viewOf, directness, role, organisation, spans } = statement;
  const [speaker = { name: 'Somebody', kind: 'person' as const }] = statement.speakers;
  const stated = { role: role ?? '', organisation: organisation ?? '' };
  return {
    kind,
    viewOf,
    directness,
    groundRule: 'on_the_record',
    note: '',
    issues: [],
    holders: [{ id: v7(), ...speaker, ...stated, ...holder }],
    spans: spans.map(({ paragraphId, start, end }) => ({ paragraphId, start, end })),
  };
}

async function accept(proposal: Proposal, input = inputFor(proposal)): Promise<string> {
  const assessment = v7();
  const { id, revision } = proposal;
  await acceptProposal(editor, { proposal: id, revision, assessment, input });
  return assessment;
}

test('a corrected speaker of one statement became the speaker of all that the name had said', async () => {
  const proposal = saying('counted the same cargo');
  await accept(proposal, inputFor(proposal, { name: 'The caretaker' }));
  const { people } = await getWorkbench(editor, bench.articleId);
  expect(people.find((each) => each.name === 'Maren Oduya')?.expertId).toBeNull();
  await accept(saying('Nobody will pay'));
  const after = (await getWorkbench(editor, bench.articleId)).people;
  const known = after.find((each) => each.name === 'Maren Oduya')?.expertId ?? '';
  expect((await getExpert(editor, known)).name).toBe('Maren Oduya');
});

test('a note was written and never shown again, and wiped by the next change', async () => {
  const proposal = saying('Nobody will pay');
  const id = await accept(proposal, { ...inputFor(proposal), note: 'Ask her about the loan.' });
  const { assessments } = await getWorkbench(editor, bench.articleId);
  expect(assessments.find((each) => each.id === id)?.note).toBe('Ask her about the loan.');
});

test('an undo took back what a colleague had changed since', async () => {
  const proposal = saying('Nobody will pay');
  const input = inputFor(proposal);
  const id = await accept(proposal, input);
  await changeAssessment(editor, {
    assessment: id,
    revision: 0,
    input: { ...input, viewOf: 'the union' },
  });
  const undo = { proposal: proposal.id, revision: 1, assessmentRevision: 0 };
  await expect(reopenProposal(editor, undo)).rejects.toMatchObject({ code: 'conflict' });
  const row = await db().proposal.findUniqueOrThrow({ where: { id: proposal.id } });
  expect(row.state).toBe('corrected');
  await reopenProposal(editor, { ...undo, assessmentRevision: 1 });
});

test('a memo went on naming the old speaker of a statement that was given to another', async () => {
  const proposal = saying('Nobody will pay');
  const issue = v7();
  const teamId = bench.teamId;
  await db().issue.create({ data: { id: issue, teamId, name: 'cost', proposition: 'it is paid' } });
  const input = inputFor(proposal);
  input.issues = [{ issueId: issue, stance: 'disagrees', strength: 'plain', grounds: '' }];
  const id = await accept(proposal, input);
  const order = { article: bench.articleId, template: 'policy-brief', issues: [issue] };
  await createMemo(editor, { ...order, title: 'Brevik', to: '', from: '' }, '2026-03-11');
  const [holder] = inputFor(proposal, { name: 'Zelda Quux' }).holders;
  const other = { ...input, holders: [holder as Holder] };
  const change = changeAssessment(editor, { assessment: id, revision: 0, input: other });
  await expect(change).rejects.toThrow('“Brevik”');
  const same = { ...input, note: 'The same speaker may be kept.' };
  await changeAssessment(editor, { assessment: id, revision: 0, input: same });
});

test('a corrected role snapped back, and a cleared one too', async () => {
  const proposal = saying('first berth');
  const input = inputFor(proposal);
  const id = await accept(proposal, input);
  const [holder] = input.holders as [Holder];
  const roleAfter = async (revision: number, role: string) => {
    const holders = [{ ...holder, role }];
    await changeAssessment(editor, { assessment: id, revision, input: { ...input, holders } });
    return (await getExpert(editor, holder.id)).affiliations.map((each) => each.role);
  };
  expect(await roleAfter(0, 'chief economist')).toEqual(['chief economist']);
  expect(await roleAfter(1, '')).toEqual([]);
});

test('an undo left behind an expert whom nothing was kept of', async () => {
  const proposal = saying('union has been heard');
  await accept(proposal);
  await reopenProposal(editor, { proposal: proposal.id, revision: 1, assessmentRevision: 0 });
  const { experts } = await listExperts(editor);
  expect(experts.map((each) => each.name)).not.toContain('Henrik Lund');
});

test('a new version proposed again what had been rejected or corrected, and took orders for the old', async () => {
  const rejected = saying('counted the same cargo');
  await rejectProposal(editor, { proposal: rejected.id, revision: 0 });
  const corrected = saying('union has been heard');
  const shorter = inputFor(corrected);
  shorter.spans = shorter.spans.map((span) => ({ ...span, start: span.start + 4 }));
  await accept(corrected, shorter);
  const stale = saying('Nobody will pay');
  const next = await bringIn('nine', bench.articleId);
  expect(saying('counted the same cargo', next).state).toBe('rejected');
  expect(saying('union has been heard', next).state).toBe('corrected');
  expect(next.assessments).toHaveLength(1);
  await expect(accept(stale)).rejects.toThrow('newer version');
});

test('an expert was not found by a name that had become an alias, or by one without its accents', async () => {
  const id = v7();
  await db().expert.create({ data: { id, teamId: bench.teamId, name: 'Þórdís Gunnarsdóttir' } });
  const change = { id, revision: 0, name: 'Þórdís Kolbeins', kind: 'person' as const };
  await changeExpert(editor, { ...change, aliases: [] });
  for (const name of ['Þórdís Gunnarsdóttir', 'Þórdís Gunnarsdottir']) {
    const likes = await expertsLike(db(), bench.teamId, [{ name, kind: 'person', aliases: [] }]);
    expect(likes.get(name)?.map(({ expert }) => expert.id)).toEqual([id]);
  }
});

test('counts told of statements off the record, and of older versions', async () => {
  const proposal = saying('first berth');
  const id = await accept(proposal);
  await bringIn('six or seven', bench.articleId);
  const oduya = async () =>
    (await listExperts(editor)).experts.find((each) => each.name === 'Maren Oduya');
  expect((await oduya())?.statements ?? 0).toBeLessThanOrEqual(1);
  await db().assessment.updateMany({
    where: { OR: [{ id }, { carriedFromId: id }] },
    data: { groundRule: 'background' },
  });
  expect(await oduya()).toBeUndefined();
});
