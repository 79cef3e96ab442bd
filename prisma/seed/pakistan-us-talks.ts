import type { AssessmentKind, Directness } from '@/domain/assessment';
import type { ExpertKind } from '@/domain/expert';
import type { Stance, Strength } from '@/domain/issue';

/**
 * The demonstration article, read and marked by hand: Global Security Newswire, 14 December 2012,
 * as the owner's sample document has it. Words of spans are exact; the seed refuses any that do
 * not resolve.
 */
export const article = {
  file: 'pakistan-us-talks-2012-12-14.txt',
  slug: 'pakistan-us-talks-2012-12-14',
  outlet: 'Global Security Newswire',
  byline: null,
  url: null,
} as const;

type SeedExpert = {
  name: string;
  kind: ExpertKind;
  aliases: string[];
  organisation?: string;
  role?: string;
};

export const experts: Record<string, SeedExpert> = {
  joshi: {
    name: 'Sharad Joshi',
    kind: 'person',
    aliases: ['Joshi'],
    organisation: 'James Martin Center for Nonproliferation Studies',
    role: 'South Asia specialist',
  },
  dalton: {
    name: 'Toby Dalton',
    kind: 'person',
    aliases: ['Dalton', 'the Carnegie analyst'],
    organisation: 'Carnegie Endowment for International Peace',
    role: 'analyst, formerly a senior Energy Department nuclear security official',
  },
  statement: {
    name: 'The U.S.-Pakistani joint statement',
    kind: 'document',
    aliases: ['the statement', 'the joint statement'],
  },
};

export const issues: Record<string, { name: string; proposition: string }> = {
  talking: { name: 'keep talking', proposition: 'the talks should continue' },
  round: { name: 'this round’s result', proposition: 'this round of talks made progress' },
  deal: {
    name: 'civil nuclear deal and fissile cut-off',
    proposition: 'the two sides are moving on a civil nuclear deal or a fissile material cut-off',
  },
  arsenal: {
    name: 'arsenal and its security',
    proposition:
      'such talks can settle concerns about the growth and security of Pakistan’s arsenal',
  },
  partnership: {
    name: 'strategic partnership',
    proposition: 'the talks amount to a strategic partnership',
  },
};

type SeedAssessment = {
  kind: AssessmentKind;
  holders: string[];
  viewOf?: string;
  directness: Directness;
  note?: string;
  issues: { issue: string; stance: Stance; strength?: Strength; grounds?: string }[];
  /** Paragraph number, exact words, and whether they stand between quotation marks. */
  spans: [paragraph: number, words: string, quoted: boolean][];
};

export const assessments: SeedAssessment[] = [
  {
    kind: 'direct_quote',
    holders: ['joshi'],
    directness: 'first_hand',
    issues: [{ issue: 'round', stance: 'disagrees' }],
    note: 'One statement, split around its attribution.',
    spans: [
      [
        3,
        'It’s pretty bad now from what I can see, because there really aren’t any positives that are coming out across the board,',
        true,
      ],
      [3, 'Not just on nonproliferation matters, but also on Afghanistan and other things.', true],
    ],
  },
  {
    kind: 'partial_quote',
    holders: ['statement'],
    directness: 'first_hand',
    issues: [{ issue: 'round', stance: 'none' }],
    note: 'The speaker is a document, and the two parties wrote it: no expert’s view.',
    spans: [
      [
        5,
        'The bilateral Pakistan-U.S. Security, Strategic Stability and Nonproliferation Working Group had a “productive exchange” that addressed global nuclear security efforts, proliferation threats, export rules and biological and chemical weapons',
        false,
      ],
    ],
  },
  {
    kind: 'direct_quote',
    holders: ['statement'],
    directness: 'first_hand',
    issues: [{ issue: 'talking', stance: 'none' }],
    note: 'No cue of its own: the source is the statement of the sentence before.',
    spans: [
      [
        5,
        'The delegations reaffirmed that the SSS&NP Working Group remains an invaluable forum for discussing these issues of critical mutual importance and looked forward to continuing the process.',
        true,
      ],
    ],
  },
  {
    kind: 'direct_quote',
    holders: ['dalton'],
    directness: 'first_hand',
    issues: [{ issue: 'round', stance: 'disagrees' }],
    spans: [[7, 'The public statement that was put out was very anodyne,', true]],
  },
  {
    kind: 'direct_quote',
    holders: ['dalton'],
    directness: 'reported',
    issues: [{ issue: 'deal', stance: 'none' }],
    note: 'Hearsay: he gives what he has read.',
    spans: [
      [
        8,
        'I’ve seen a little bit of reporting that said the Pakistanis asked for a civilian nuclear deal and we said no,',
        true,
      ],
    ],
  },
  {
    kind: 'direct_quote',
    holders: ['dalton'],
    directness: 'speculative',
    issues: [
      { issue: 'deal', stance: 'disagrees', grounds: 'each side asks for what the other refuses' },
    ],
    note: 'The ellipsis and the brackets are the source’s own.',
    spans: [
      [
        8,
        'I would imagine on the other side … we would ask the Pakistanis for some movement on [a fissile material cutoff treaty] and I’m sure they said no thank you.',
        true,
      ],
    ],
  },
  {
    kind: 'paraphrase',
    holders: ['joshi'],
    viewOf: 'Pakistani officials',
    directness: 'reported',
    issues: [{ issue: 'deal', stance: 'none' }],
    note: 'A second-hand chain: he says what they have reportedly suggested.',
    spans: [
      [
        12,
        'Pakistani officials have reportedly suggested that a nuclear deal could ease their government’s position on the fissile material pact',
        false,
      ],
    ],
  },
  {
    kind: 'paraphrase',
    holders: ['joshi'],
    directness: 'first_hand',
    issues: [{ issue: 'deal', stance: 'none' }],
    spans: [
      [
        12,
        'demands for talks on regional arms control and other issues are also wrapped up into the mix',
        false,
      ],
    ],
  },
  {
    kind: 'direct_quote',
    holders: ['joshi'],
    directness: 'first_hand',
    issues: [
      {
        issue: 'deal',
        stance: 'disagrees',
        grounds: 'regional arms control and other demands are wrapped up into it',
      },
    ],
    spans: [[12, 'It’s a stalemate,', true]],
  },
  {
    kind: 'group_paraphrase',
    holders: ['joshi', 'dalton'],
    directness: 'first_hand',
    issues: [{ issue: 'arsenal', stance: 'disagrees' }],
    note: 'The reporter’s summary of both: one statement, never two votes.',
    spans: [
      [
        13,
        'Joshi and Dalton were similarly skeptical of hopes for progress in addressing concerns over the security of Pakistani nuclear complex and its seeming rapid arsenal buildup.',
        false,
      ],
    ],
  },
  {
    kind: 'direct_quote',
    holders: ['joshi'],
    viewOf: 'Pakistan',
    directness: 'reported',
    issues: [{ issue: 'arsenal', stance: 'disagrees' }],
    note: 'He voices Pakistan’s position, not his own.',
    spans: [
      [
        15,
        'The Pakistani position is we’ll take care of it, there’s nothing for you to talk about,',
        true,
      ],
    ],
  },
  {
    kind: 'partial_quote',
    holders: ['dalton'],
    viewOf: 'Pakistan',
    directness: 'reported',
    issues: [{ issue: 'arsenal', stance: 'none' }],
    note: 'A one-word fragment inside another’s view: the quoted word is Dalton’s.',
    spans: [
      [
        18,
        'Pakistan sees the United States as having “unshackled” India’s nuclear arms program through access to sensitive materials and technology',
        false,
      ],
    ],
  },
  {
    kind: 'direct_quote',
    holders: ['dalton'],
    directness: 'first_hand',
    issues: [
      {
        issue: 'arsenal',
        stance: 'disagrees',
        grounds: 'the India deal makes Washington part of the problem',
      },
    ],
    note: 'He is “the Carnegie analyst” here.',
    spans: [
      [
        19,
        'There’s very little we can do to assuage their concerns about India if we are part of the problem,',
        true,
      ],
    ],
  },
  {
    kind: 'paraphrase',
    holders: ['dalton'],
    directness: 'first_hand',
    issues: [{ issue: 'talking', stance: 'agrees' }],
    note: 'The source lost its verb (“Dalton said”): kept as printed.',
    spans: [[21, 'Talks will and should continue', false]],
  },
  {
    kind: 'partial_quote',
    holders: ['dalton'],
    directness: 'first_hand',
    issues: [{ issue: 'partnership', stance: 'disagrees' }],
    spans: [
      [
        21,
        'they should not be taken to represent a “strategic partnership” in which the two nations collaborate to promote their common interests in the region',
        false,
      ],
    ],
  },
  {
    kind: 'direct_quote',
    holders: ['joshi'],
    directness: 'first_hand',
    issues: [{ issue: 'talking', stance: 'agrees' }],
    note: 'The ellipsis is the source’s own.',
    spans: [
      [
        22,
        'The underlying advantage of these kinds of meetings is you need some kind of channel of communication that’s permanently on,',
        true,
      ],
      [
        22,
        'Just because there’s no progress being made on the issue … that shouldn’t mean that talks come to a standstill and they don’t even talk to each other.',
        true,
      ],
    ],
  },
];
