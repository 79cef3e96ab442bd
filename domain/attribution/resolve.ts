import type { Speaker } from './attribution';
import type { Resolution } from './confidence';
import { descriptionOf } from './descriptions';
import type { Draft, Reading } from './drafts';
import { bodyNouns, documentNouns, groupNouns, roleNouns } from './lexicon/people';
import { personalPronouns, relatives } from './lexicon/words';
import type { Name } from './names';
import { type Entity, Register, sexOf } from './people';
import type { Phrase } from './phrases';
import { Salience } from './salience';
import type { Token } from './tokens';

/** Whom a draft's source means. `entities` are all whom it names, the first one first. */
export type Resolved = {
  draft: Draft;
  reading: Reading;
  speaker: Speaker | null;
  entities: Entity[];
  how: Resolution;
};

/** Resolves every source over the article, in reading order. */
export function resolveSources(text: string, readings: Reading[]): Resolved[] {
  return new Resolver(text, readings).run();
}

type Answer = { entities: Entity[]; speaker: Speaker | null; how: Resolution };

const unknown: Answer = { entities: [], speaker: null, how: 'unresolved' };

class Resolver {
  private readonly register = new Register();
  private readonly entities = new Map<Name, Entity>();
  private readonly salience = new Salience();
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
      const whole = name.words.length > 1;
      if (whole !== full) continue;
      const word = name.words.join(' ');
      const bearer = whole ? undefined : this.register.find(word);
      if (name.borne && !bearer) continue;
      if (!full && !name.sure && !bearer && name.from === 0) continue;
      // "Paris said": where a person of the article is called so, the place is not meant.
      const kind = name.kind === 'place' && bearer?.kind === 'person' ? 'person' : name.kind;
      const title = tokens
        .slice(name.lead, name.from)
        .map((token) => token.text)
        .join(' ');
      const entity = this.register.add(kind, name.words, title);
      entity.sure ||= name.sure && name.kind === 'person';
      this.entities.set(name, entity);
      if (entity.kind === 'person') this.learn(entity, tokens, name);
    }
  }

  private learn(entity: Entity, tokens: Token[], name: Name): void {
    const { role, affiliation } = descriptionOf(this.text, tokens, name);
    if (role && !/^(?:mr|mrs|ms|miss|dr)\.?$/i.test(role)) entity.role ??= role;
    entity.affiliation ??= affiliation;
    if (role) entity.sex ??= sexOf(role);
    if (role) entity.sure = true;
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
    this.salience.note({ entity, sentence, subject, spoke: false });
  }

  private refresh(token: Token | undefined, sentence: number): void {
    const entity = this.pronoun(token?.lower ?? '', sentence);
    if (entity) this.salience.note({ entity, sentence, subject: true, spoke: false });
  }

  private resolve(draft: Draft, reading: Reading, index: number): Resolved {
    const { source } = draft.statement;
    const found = source
      ? this.lookUp(draft, reading, index)
      : { entities: [], speaker: null, how: 'none' as const };
    const [first] = found.entities;
    for (const entity of found.entities) {
      this.salience.note({ entity, sentence: index, subject: true, spoke: true });
      if (entity.kind === 'person') entity.sure = true;
    }
    const speaker = found.speaker ?? (first ? speakerOf(first) : null);
    if (speaker?.kind === 'group') this.lastGroup = speaker;
    if (speaker?.kind === 'document') this.lastDocument = speaker;
    return { draft, reading, speaker, entities: found.entities, how: found.how };
  }

  private lookUp(draft: Draft, reading: Reading, index: number): Answer {
    const source = draft.statement.source as Phrase;
    const first = reading.sentence.tokens[source.from] as Token;
    if (source.to - source.from === 1) {
      if (relatives.has(first.lower)) return this.relative(source, reading);
      if (personalPronouns.has(first.lower)) return this.personal(first.lower, index);
    }
    return this.named(draft, reading) ?? this.nominal(source, reading, index);
  }

  /** "who" means whoever was named right before it. */
  private relative(source: Phrase, reading: Reading): Answer {
    const name = reading.names.findLast(
      (each) => each.to <= source.from && source.from - each.to < 12,
    );
    const entity = name ? this.entities.get(name) : undefined;
    return entity ? { entities: [entity], speaker: null, how: 'relative' } : unknown;
  }

  private personal(word: string, index: number): Answer {
    const entity = this.pronoun(word, index);
    if (entity) return { entities: [entity], speaker: null, how: 'pronoun' };
    if (word === 'they' && this.lastGroup)
      return { entities: [], speaker: this.lastGroup, how: 'pronoun' };
    if (word === 'it' && this.lastDocument)
      return { entities: [], speaker: this.lastDocument, how: 'pronoun' };
    return unknown;
  }

  /** The source is a name, or ends in one ("team member Ann Lee"), or has one as its aside. */
  private named(draft: Draft, reading: Reading): Answer | null {
    const { tokens } = reading.sentence;
    const { source, aside } = draft.statement;
    if (!source) return null;
    const names = reading.names.filter((name) => name.from < source.to && name.to > source.from);
    const several = this.several(names, tokens, source);
    if (several) return several;
    // "an Institute spokeswoman, Ann Lee, said".
    const beside = aside && reading.names.find((name) => name.lead === aside.from);
    if (beside?.kind === 'person' && beside.to === aside?.to) return this.byName(beside);
    const last = names.at(-1);
    if (!last) return null;
    // "a spokesman for Lee" is not Lee; "Lee's office" neither.
    const ends = last.to === source.to && last.kind === 'person' && isTitled(tokens, source, last);
    const whole = ends
      ? last
      : names.find((name) => source.head >= name.lead && source.head < name.to);
    return whole ? this.byName(whole) : null;
  }

  private byName(name: Name): Answer | null {
    const entity = this.entities.get(name);
    if (!entity) return null;
    const full = name.words.length > 1 || entity.name === name.words[0];
    return { entities: [entity], speaker: null, how: full ? 'full name' : 'surname' };
  }

  private several(names: Name[], tokens: Token[], source: Phrase): Answer | null {
    const people = names
      .map((name) => this.entities.get(name))
      .filter((entity) => entity?.kind === 'person') as Entity[];
    const joined = tokens.slice(source.from, source.to).some((token) => token.lower === 'and');
    if (people.length < 2 || !joined) return null;
    const name = people.map((entity) => entity.name).join(' and ');
    return { entities: people, speaker: { name, kind: 'group' }, how: 'names' };
  }

  private pronoun(word: string, sentence: number): Entity | null {
    if (word === 'it') return this.salience.body(sentence);
    if (word === 'they') return this.lastGroup ? null : this.salience.body(sentence);
    if (word === 'he' || word === 'him' || word === 'himself')
      return this.salience.person(sentence, 'male');
    if (word === 'she' || word === 'her' || word === 'herself')
      return this.salience.person(sentence, 'female');
    return null;
  }

  private nominal(source: Phrase, reading: Reading, index: number): Answer {
    const { tokens } = reading.sentence;
    const words = tokens.slice(source.from, source.to);
    const head = tokens[source.head]?.lower ?? '';
    const definite = /^(?:the|his|her|their|its|this|that)$/.test(words[0]?.lower ?? '');
    if (definite && roleNouns.has(head) && !groupNouns.has(head)) {
      const entity = this.salience.called(words, head, index);
      if (entity) return { entities: [entity], speaker: null, how: 'role' };
    }
    if (words.length === 2 && words[0]?.lower === 'the' && bodyNouns.has(head)) {
      const entity = this.salience.bodyCalled(head, index);
      if (entity) return { entities: [entity], speaker: null, how: 'role' };
    }
    const name = this.text.slice(words[0]?.start, words.at(-1)?.end).replace(/\s+/g, ' ');
    return { entities: [], speaker: { name, kind: kindOf(head, words) }, how: 'description' };
  }
}

/** Whether only titles stand in the source before the name. */
function isTitled(tokens: Token[], source: Phrase, name: Name): boolean {
  if (name.lead <= source.from) return true;
  const before = tokens[name.lead - 1] as Token;
  return (
    before.kind === 'word' && !/^(?:'s|'|of|for|from|in|at|with|to|on|by|and)$/.test(before.lower)
  );
}

function pronounEvents(reading: Reading): number[] {
  const out: number[] = [];
  reading.sentence.tokens.forEach((token, at) => {
    if ((token.lower === 'he' || token.lower === 'she') && out.length < 3) out.push(at);
  });
  return out;
}

/** An entity as a speaker: a person, or else a group. */
export function speakerOf(entity: Entity): Speaker {
  return { name: entity.name, kind: entity.kind === 'person' ? 'person' : 'group' };
}

function kindOf(head: string, _words: Token[]): Speaker['kind'] {
  if (documentNouns.has(head)) return 'document';
  if (groupNouns.has(head) || bodyNouns.has(head)) return 'group';
  if (roleNouns.has(head)) return 'person';
  return /s$/.test(head) ? 'group' : 'person';
}
