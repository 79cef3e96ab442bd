import { framedVerb } from './framed';
import { type CueVerb, cueVerbs, needsParticle, takesParticle } from './lexicon/verbs';
import type { Token } from './tokens';
import { groupBefore, mayBeVerb } from './verbal';

/**
 * A place in a sentence that says who speaks. Token indexes: the verb group is `[from, to)`, its
 * main verb `at`. `passive` and `infinitive` tell how the verb stands.
 */
export type Cue = {
  kind: 'verb' | 'according' | 'colon';
  from: number;
  at: number;
  to: number;
  verb: CueVerb | null;
  passive: boolean;
  infinitive: boolean;
  particle: boolean;
};

/** More cues than this in one sentence are no news prose; the rest are left out. */
const most = 16;

/** Finds the cues of a sentence, in order. */
export function findCues(tokens: Token[]): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length && cues.length < most; at++) {
    const cue = accordingAt(tokens, at) ?? attitudeAt(tokens, at) ?? verbAt(tokens, at);
    if (!cue) continue;
    cues.push(cue);
    at = cue.to - 1;
  }
  return cues;
}

function accordingAt(tokens: Token[], at: number): Cue | null {
  const word = tokens[at]?.lower;
  const next = tokens[at + 1]?.lower;
  if (word !== 'according' || next !== 'to') return null;
  return {
    kind: 'according',
    from: at,
    at,
    to: at + 2,
    verb: null,
    passive: false,
    infinitive: false,
    particle: false,
  };
}

const putIt: CueVerb = {
  lemma: 'put',
  shape: 'past',
  frames: new Set(['clause']),
  inverts: false,
};

const attitudes = new Set(
  `skeptical sceptical critical dismissive optimistic pessimistic confident doubtful adamant hopeful
   wary supportive scathing unequivocal complimentary`
    .trim()
    .split(/\s+/),
);

const attitude: CueVerb = {
  lemma: 'be',
  shape: 'past',
  frames: new Set(['object']),
  inverts: false,
};

/** "were similarly skeptical of the plan", "is confident that it will pass". */
function attitudeAt(tokens: Token[], at: number): Cue | null {
  if (!attitudes.has(tokens[at]?.lower ?? '')) return null;
  const link = tokens[at + 1]?.lower ?? '';
  if (!/^(?:of|about|that)$/.test(link)) return null;
  const group = groupBefore(tokens, at);
  if (!group.be) return null;
  return { ...simple(at, attitude), from: group.from, to: link === 'that' ? at + 1 : at + 2 };
}

function simple(at: number, verb: CueVerb): Cue {
  return {
    kind: 'verb',
    from: at,
    at,
    to: at + 1,
    verb,
    passive: false,
    infinitive: false,
    particle: false,
  };
}

function verbAt(tokens: Token[], at: number): Cue | null {
  const token = tokens[at] as Token;
  if (token.kind !== 'word') return null;
  if (/^puts?$/.test(token.lower) && tokens[at + 1]?.lower === 'it')
    return { ...simple(at, putIt), to: at + 2 };
  const framed = framedVerb(tokens, at);
  if (framed) return simple(at, framed);
  const verb = cueVerbs.get(token.lower);
  if (!verb || (token.capital && at > 0)) return null;
  const group = groupBefore(tokens, at);
  if (!mayBeVerb(tokens, at, verb, group)) return null;
  const next = tokens[at + 1]?.lower ?? '';
  const particle = takesParticle(verb.lemma, next);
  if (needsParticle(verb) && !particle) return null;
  const passive = group.be && (verb.shape === 'past' || verb.shape === 'participle');
  return {
    kind: 'verb',
    from: group.from,
    at,
    to: at + (particle ? 2 : 1),
    verb,
    passive,
    infinitive: group.to,
    particle,
  };
}
