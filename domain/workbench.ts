import type { Article, Paragraph } from './article';
import { type Assessment, inTextOrder } from './assessment';
import type { Accept, Add, AssessmentInput, Change, OnProposal, Remove } from './assessment-input';
import { isCorrection } from './assessment-input';
import type { Expert } from './expert';
import type { Proposal, ProposalState } from './proposal';
import { type Span, spansAt, withoutOverlap } from './span';

/** A statement on the workbench: a proposal, what came of it, or one that was added by hand. */
export type Item = {
  /** The proposal's id, or the assessment's where no proposal led to it. */
  key: string;
  state: ProposalState | 'added';
  proposal: Proposal | null;
  assessment: Assessment | null;
  /** Where its words stand now: the assessment's, else as proposed. */
  spans: Omit<Span, 'id'>[];
};

/** An assessment with the note of whoever checks the article. */
export type Noted = Assessment & { note: string };

/** What the workbench shows of an article, and what a decision changes. */
export type Bench = { article: Article; proposals: Proposal[]; assessments: Noted[] };

/** The statements of an article in the order of its text; of left-out paragraphs none are shown. */
export function itemsOf({ article, proposals, assessments }: Bench): Item[] {
  const numbered = new Set(article.paragraphs.filter((each) => each.number).map(({ id }) => id));
  const byId = new Map(assessments.map((each) => [each.id, each]));
  const led = new Set(proposals.map((each) => each.assessmentId));
  const proposed = proposals.map((proposal): Item => {
    const assessment = byId.get(proposal.assessmentId ?? '') ?? null;
    const spans = assessment?.spans ?? proposal.statement.spans;
    return { key: proposal.id, state: proposal.state, proposal, assessment, spans };
  });
  const added = assessments
    .filter((each) => !led.has(each.id))
    .map((assessment): Item => {
      const { id, spans } = assessment;
      return { key: id, state: 'added', proposal: null, assessment, spans };
    });
  const shown = [...proposed, ...added].filter((item) =>
    item.spans.some((span) => numbered.has(span.paragraphId)),
  );
  const placed = shown.map((item) => ({ ...item, articleId: article.id }) as Placed);
  return inTextOrder(placed, [article]);
}

type Placed = Item & { articleId: string; spans: Span[] };

/** A stretch of a paragraph that the same statements lie on; `keys` is empty where none does. */
export type Segment = { start: number; end: number; keys: string[] };

/** Cuts a paragraph where statements begin and end, so that overlapping ones can all be marked. */
export function segmentsOf(
  paragraph: Pick<Paragraph, 'id' | 'text'>,
  items: Pick<Item, 'key' | 'spans'>[],
): Segment[] {
  const here = items.flatMap(({ key, spans }) =>
    spans
      .filter((span) => span.paragraphId === paragraph.id)
      .map(({ start, end }) => ({ key, start, end: Math.min(end, paragraph.text.length) })),
  );
  const cuts = new Set([0, paragraph.text.length]);
  for (const { start, end } of here) cuts.add(start).add(end);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] as number;
    const keys = here.filter((each) => each.start <= start && each.end >= end).map((e) => e.key);
    return { start, end, keys: [...new Set(keys)] };
  });
}

/** What a person does on the workbench. */
export type Decision =
  | ({ type: 'accept' } & Accept)
  | ({ type: 'reject' } & OnProposal)
  | ({ type: 'reopen' } & OnProposal)
  | ({ type: 'add' } & Add)
  | ({ type: 'change' } & Change)
  | ({ type: 'remove' } & Remove);

/** The bench after a decision, as the server will have it: what is shown until it answers. */
export function applyDecision(bench: Bench, decision: Decision): Bench {
  switch (decision.type) {
    case 'accept': {
      const { proposal: id, assessment: assessmentId, input } = decision;
      const made = assessmentFrom(bench.article, assessmentId, 0, input);
      const proposals = changeProposal(bench, id, (statement) => ({
        state: isCorrection(statement, input) ? 'corrected' : 'accepted',
        assessmentId,
      }));
      return { ...bench, proposals, assessments: [...bench.assessments, made] };
    }
    case 'reject': {
      const rejected = { state: 'rejected', assessmentId: null } as const;
      return { ...bench, proposals: changeProposal(bench, decision.proposal, () => rejected) };
    }
    case 'reopen': {
      const gone = bench.proposals.find((each) => each.id === decision.proposal)?.assessmentId;
      const open = { state: 'open', assessmentId: null } as const;
      return {
        ...bench,
        proposals: changeProposal(bench, decision.proposal, () => open),
        assessments: bench.assessments.filter((each) => each.id !== gone),
      };
    }
    case 'add': {
      const made = assessmentFrom(bench.article, decision.assessment, 0, decision.input);
      return { ...bench, assessments: [...bench.assessments, made] };
    }
    case 'change': {
      const { assessment: id, revision, input } = decision;
      const made = assessmentFrom(bench.article, id, revision + 1, input);
      const assessments = bench.assessments.map((each) => (each.id === id ? made : each));
      return { ...bench, proposals: correctedBy(bench, id, input), assessments };
    }
    case 'remove': {
      const assessments = bench.assessments.filter((each) => each.id !== decision.assessment);
      return { ...bench, assessments };
    }
  }
}

type Decided = Pick<Proposal, 'state' | 'assessmentId'>;

function changeProposal(
  bench: Bench,
  id: string,
  decide: (statement: Proposal['statement']) => Decided,
): Proposal[] {
  return bench.proposals.map((each) =>
    each.id === id ? { ...each, ...decide(each.statement), revision: each.revision + 1 } : each,
  );
}

/** A change away from what was found makes its proposal a corrected one. */
function correctedBy(bench: Bench, assessmentId: string, input: AssessmentInput): Proposal[] {
  return bench.proposals.map((each) =>
    each.assessmentId === assessmentId && isCorrection(each.statement, input)
      ? { ...each, state: 'corrected' }
      : each,
  );
}

function assessmentFrom(
  article: Article,
  id: string,
  revision: number,
  input: AssessmentInput,
): Noted {
  const { holders, spans, ...rest } = input;
  return {
    ...rest,
    id,
    revision,
    articleId: article.id,
    holders: holders.map((holder): Expert => {
      const { role, organisation } = holder;
      const affiliations =
        role || organisation ? [{ role, organisation, asOf: article.publishedOn }] : [];
      return { id: holder.id, name: holder.name, kind: holder.kind, aliases: [], affiliations };
    }),
    spans: resolveAll(article, spans).map((span, index) => ({ ...span, id: `${id} ${index}` })),
  };
}

function resolveAll(article: Article, chosen: AssessmentInput['spans']): Omit<Span, 'id'>[] {
  return withoutOverlap(chosen).flatMap(({ paragraphId, start, end }) => {
    const paragraph = article.paragraphs.find((each) => each.id === paragraphId);
    return paragraph ? spansAt(paragraph, start, end) : [];
  });
}

/** Opens a proposal again, naming the revision of the assessment that goes with it. */
export function reopening(bench: Bench, proposal: Proposal): Decision {
  const { id, revision, assessmentId } = proposal;
  const led = bench.assessments.find((each) => each.id === assessmentId);
  const on = { type: 'reopen' as const, proposal: id, revision };
  return led ? { ...on, assessmentRevision: led.revision } : on;
}

/** The decision that takes this one back, on the bench as it was before it; null where none can. */
export function undoOf(before: Bench, decision: Decision, input: (a: Noted) => AssessmentInput) {
  return (after: Bench): Decision | null => {
    switch (decision.type) {
      case 'accept':
      case 'reject': {
        const now = after.proposals.find((each) => each.id === decision.proposal);
        return now ? reopening(after, now) : null;
      }
      case 'add': {
        const now = after.assessments.find((each) => each.id === decision.assessment);
        return now ? { type: 'remove', assessment: now.id, revision: now.revision } : null;
      }
      case 'change': {
        const then = before.assessments.find((each) => each.id === decision.assessment);
        const now = after.assessments.find((each) => each.id === decision.assessment);
        if (!then || !now) return null;
        return { type: 'change', assessment: now.id, revision: now.revision, input: input(then) };
      }
      case 'remove': {
        const then = before.assessments.find((each) => each.id === decision.assessment);
        const version = before.article.id;
        return then ? { type: 'add', version, assessment: then.id, input: input(then) } : null;
      }
      case 'reopen': {
        const was = before.proposals.find((each) => each.id === decision.proposal);
        const then = before.assessments.find((each) => each.id === was?.assessmentId);
        const now = after.proposals.find((each) => each.id === decision.proposal);
        if (!now) return null;
        const on = { proposal: now.id, revision: now.revision };
        if (!then) return { type: 'reject', ...on };
        return { type: 'accept', ...on, assessment: then.id, input: input(then) };
      }
    }
  };
}
