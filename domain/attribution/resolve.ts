import type { Speaker } from './attribution';
import type { Resolution } from './confidence';
import { descriptionOf } from './descriptions';
import type { Draft, Reading } from './drafts';
import { bodyNouns, documentNouns, groupNouns, roleNouns } from './lexicon/people';
import { determiners, personalPronouns, relatives } from './lexicon/words';
import type { Name } from './names';
import { type Entity, Register, sexOf } from './people';
import type { Phrase } from './phrases';
import type { Token } from './tokens';

/** Whom a draft's source means. */
export type Resolved = {
  draft: Draft;
  reading: Reading;
  speaker: Speaker | null;
  entity: Entity | null;
  how: Resolution;
};

type Answer = { entity: Entity | null; speaker: Speaker | null; how: Resolution };

type Candidate = { entity: Entity; at: number; sentence: number; subject: boolean; spoke: boolean };

/** Resolves every source over the article, in reading order. */
export function resolveSources(text: string, readings: Reading[]): Resolved[] {
  return new Resolver(text, readings).run();
}

const kept = 12;

class Resolver {
  private readonly register = new Register();
  private readonly entities = new Map<Name, Entity>();
  private people: Candidate[] = [];
  private bodies: Candidate[] = [];
  private lastGroup: Speaker | null = null;
  private lastDocument: Speaker | null = null;

  constructor(
    private readonly text: string,
    private readonly readings: Reading[],
  ) {
    for (const reading of readings) this.enter(reading, true);
    for (const reading of readings) this.enter(reading, false);
  }

  /** Full names are entered first, so that a headline's family name finds its bearer. */
  private enter(reading: Reading, full: boolean): void {
    const { tokens } = reading.sentence;
    for (const name of reading.names) {
      const whole = name.words.length > 1 || name.kind !== 'person';
      if (whole !== full) continue;
      const title = tokens
        .slice(name.lead, name.from)
        .map((token) => token.text)
        .join(' ');
      if (!full && !name.sure && !this.register.find(name.words.join(' ')) && name.from === 0)
        continue;
      const entity = this.register.add(name.kind, name.words, title);
      this.entities.set(name, entity);
      if (entity.kind === 'person') this.learn(entity, tokens, name);
    }
  }

  private learn(entity: Entity, tokens: Token[], name: Name): void {
    const { role, affiliation } = descriptionOf(this.text, tokens, name);
    if (role && !/^(?:mr|mrs|ms|miss|dr)\.?$/i.test(role)) entity.role ??= role;
    entity.affiliation ??= affiliation;
    if (role) entity.sex ??= sexOf(role);
    for (const word of `${role ?? ''} ${affiliation ?? ''}`
      .toLowerCase()
      .split(/[^\p{L}\p{N}.'’-]+/u))
      if (word.length > 2 && entity.words.size < 60) entity.words.add(word);
  }

  run(): Resolved[] {
    const out: Resolved[] = [];
    this.readings.forEach((reading, index) => {
      const events = [
        ...reading.names.map((name) => ({
          at: name.from,
          run: () => this.mention(name, index, reading),
        })),
        ...reading.drafts.map((draft) => ({
          at: (draft.statement.source?.to ?? draft.statement.cue?.at ?? 0) + 0.5,
          run: () => {
            out.push(this.resolve(draft, reading, index));
          },
        })),
        ...pronounEvents(reading).map((at) => ({
          at,
          run: () => this.refresh(reading.sentence.tokens[at], index),
        })),
      ];
      events.sort((a, b) => a.at - b.at);
      for (const event of events) event.run();
    });
    return out;
  }

  private mention(name: Name, sentence: number, reading: Reading): void {
    const entity = this.entities.get(name);
    if (!entity) return;
    const subject =
      !reading.names.some((other) => other.from < name.from && other.kind === 'person') &&
      !/^(?:of|to|for|by|with|against|about|from|in|on)$/.test(
        reading.sentence.tokens[name.lead - 1]?.lower ?? '',
      );
    this.note({ entity, at: name.from, sentence, subject, spoke: false });
  }

  private note(candidate: Candidate): void {
    const list = candidate.entity.kind === 'person' ? this.people : this.bodies;
    const rest = list.filter((each) => each.entity !== candidate.entity);
    const old = list.find((each) => each.entity === candidate.entity);
    const subject = candidate.subject || (old?.sentence === candidate.sentence && old.subject);
    const spoke = candidate.spoke || (old?.spoke === true && candidate.sentence - old.sentence < 2);
    rest.push({ ...candidate, subject, spoke });
    const next = rest.slice(-kept);
    if (candidate.entity.kind === 'person') this.people = next;
    else this.bodies = next;
  }

  private refresh(token: Token | undefined, sentence: number): void {
    const entity = this.pronoun(token?.lower ?? '', sentence);
    if (entity) this.note({ entity, at: 0, sentence, subject: true, spoke: false });
  }

  private resolve(draft: Draft, reading: Reading, index: number): Resolved {
    const { source } = draft.statement;
    const found = source
      ? this.lookUp(source, reading, index)
      : { entity: null, speaker: null, how: 'none' as const };
    if (found.entity)
      this.note({ entity: found.entity, at: 99, sentence: index, subject: true, spoke: true });
    const speaker = found.speaker ?? (found.entity ? speakerOf(found.entity) : null);
    if (speaker?.kind === 'group') this.lastGroup = speaker;
    if (speaker?.kind === 'document') this.lastDocument = speaker;
    return { draft, reading, speaker, entity: found.entity, how: found.how };
  }

  private lookUp(source: Phrase, reading: Reading, index: number): Answer {
    const { tokens } = reading.sentence;
    const first = tokens[source.from] as Token;
    if (source.to - source.from === 1 && relatives.has(first.lower)) {
      const name = reading.names.findLast(
        (each) => each.to <= source.from && source.from - each.to < 12,
      );
      const entity = name ? this.entities.get(name) : undefined;
      if (entity) return { entity, speaker: null, how: 'relative' as const };
      return { entity: null, speaker: null, how: 'unresolved' };
    }
    if (source.to - source.from === 1 && personalPronouns.has(first.lower)) {
      const entity = this.pronoun(first.lower, index);
      if (entity) return { entity, speaker: null, how: 'pronoun' as const };
      if (first.lower === 'they' && this.lastGroup)
        return { entity: null, speaker: this.lastGroup, how: 'pronoun' as const };
      if (first.lower === 'it' && this.lastDocument)
        return { entity: null, speaker: this.lastDocument, how: 'pronoun' as const };
      return { entity: null, speaker: null, how: 'unresolved' };
    }
    return this.named(source, reading) ?? this.nominal(source, reading, index);
  }

  /** The source is a name, or ends in one after a role ("team member Ann Lee"). */
  private named(source: Phrase, reading: Reading) {
    const names = reading.names.filter((name) => name.from < source.to && name.to > source.from);
    const last = names.at(-1);
    if (!last) return null;
    const { tokens } = reading.sentence;
    const entities = names
      .map((name) => this.entities.get(name))
      .filter((entity) => entity !== undefined);
    const people = entities.filter((entity) => entity.kind === 'person');
    if (
      people.length > 1 &&
      tokens.slice(source.from, source.to).some((token) => token.lower === 'and')
    ) {
      const name = people.map((entity) => entity.name).join(' and ');
      return {
        entity: people[0] ?? null,
        speaker: { name, kind: 'group' as const },
        how: 'names' as const,
      };
    }
    // "a spokesman for Lee" is not Lee; "Lee's office" neither.
    const owner = names.find((name) => name.to <= source.head || name.lead >= source.head);
    const whole =
      names.find((name) => source.head >= name.lead && source.head < name.to) ??
      (owner === last && last.to === source.to && last.lead === source.head + 1 ? last : undefined);
    const entity = whole ? this.entities.get(whole) : undefined;
    if (!entity) return null;
    const full = whole?.words.length !== 1 || entity.name === whole.words[0];
    return { entity, speaker: null, how: full ? ('full name' as const) : ('surname' as const) };
  }

  private pronoun(word: string, sentence: number): Entity | null {
    if (word === 'it') return this.recent(this.bodies, sentence, null, 3);
    if (word === 'they') return this.lastGroup ? null : this.recent(this.bodies, sentence, null, 3);
    if (word === 'he' || word === 'him' || word === 'himself')
      return this.recent(this.people, sentence, 'male', 12);
    if (word === 'she' || word === 'her' || word === 'herself')
      return this.recent(this.people, sentence, 'female', 12);
    return null;
  }

  private recent(
    list: Candidate[],
    sentence: number,
    sex: Entity['sex'],
    reach: number,
  ): Entity | null {
    let best: Entity | null = null;
    let top = Number.NEGATIVE_INFINITY;
    for (const each of list) {
      const distance = sentence - each.sentence;
      if (distance > reach) continue;
      if (sex && each.entity.sex && each.entity.sex !== sex) continue;
      const score =
        -distance * 2 +
        (each.subject ? 2 : 0) +
        (each.spoke ? 2 : 0) +
        (sex && each.entity.sex === sex ? 3 : 0);
      if (score >= top) {
        top = score;
        best = each.entity;
      }
    }
    return best;
  }

  private nominal(source: Phrase, reading: Reading, index: number) {
    const { tokens } = reading.sentence;
    const words = tokens.slice(source.from, source.to);
    const head = tokens[source.head]?.lower ?? '';
    const definite = /^(?:the|his|her|their|its|this|that)$/.test(words[0]?.lower ?? '');
    if (definite && roleNouns.has(head) && !groupNouns.has(head)) {
      const entity = this.byRole(words, head, index);
      if (entity) return { entity, speaker: null, how: 'role' as const };
    }
    const name = this.text.slice(words[0]?.start, words.at(-1)?.end).replace(/\s+/g, ' ');
    return {
      entity: null,
      speaker: { name, kind: kindOf(head, words) },
      how: 'description' as const,
    };
  }

  private byRole(words: Token[], head: string, sentence: number): Entity | null {
    const content = words.filter(
      (token) => token.kind === 'word' && !determiners.has(token.lower) && token.lower.length > 2,
    );
    let best: Entity | null = null;
    let top = 0;
    for (const each of this.people) {
      let hits = 0;
      for (const token of content) if (each.entity.words.has(token.lower)) hits++;
      const sex = sexOf(head);
      if (sex && each.entity.sex && sex !== each.entity.sex) continue;
      const score = hits * 3 + (each.spoke ? 2 : 0) - (sentence - each.sentence) * 0.2;
      if (hits > 0 && score > top) {
        top = score;
        best = each.entity;
      }
    }
    return (
      best ??
      (content.length === 1
        ? this.recent(
            this.people.filter((each) => each.spoke),
            sentence,
            sexOf(head),
            4,
          )
        : null)
    );
  }
}

function pronounEvents(reading: Reading): number[] {
  const out: number[] = [];
  reading.sentence.tokens.forEach((token, at) => {
    if ((token.lower === 'he' || token.lower === 'she') && out.length < 3) out.push(at);
  });
  return out;
}

function speakerOf(entity: Entity): Speaker {
  return { name: entity.name, kind: entity.kind === 'person' ? 'person' : 'group' };
}

function kindOf(head: string, words: Token[]): Speaker['kind'] {
  if (documentNouns.has(head)) return 'document';
  if (groupNouns.has(head) || bodyNouns.has(head)) return 'group';
  if (roleNouns.has(head)) return 'person';
  return /s$/.test(head) || words.length === 1 ? 'group' : 'person';
}
