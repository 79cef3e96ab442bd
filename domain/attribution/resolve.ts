import type { Speaker } from './attribution';
import type { Resolution } from './confidence';
import type { Draft, Reading } from './drafts';
import { enrol } from './enrol';
import { joinedSources } from './holders';
import { bodyNouns, groupNouns, roleNouns } from './lexicon/people';
import { personalPronouns, relatives } from './lexicon/words';
import type { Name } from './names';
import type { Entity } from './people';
import type { Phrase } from './phrases';
import { Salience } from './salience';
import { kindOf, speakerOf } from './speakers';
import type { Token } from './tokens';
import { isUnnamed, readUnnamed, unnamedAs, unnamedEntity } from './unnamed';

/** Whom a draft's source means. `entities` are all whom it names, the first one first. */
export type Resolved = {
  draft: Draft;
  reading: Reading;
  speaker: Speaker | null;
  entities: Entity[];
  /** All holders, where some of them have no name. */
  holders: Speaker[];
  /** Whose view the speaker reports, where it is not their own. */
  view: string | null;
  how: Resolution;
};

/** Resolves every source over the article, in reading order. */
export function resolveSources(text: string, readings: Reading[]): Resolved[] {
  return new Resolver(text, readings).run();
}

type Answer = {
  entities: Entity[];
  speaker: Speaker | null;
  holders?: Speaker[];
  how: Resolution;
};

const unknown: Answer = { entities: [], speaker: null, how: 'unresolved' };

class Resolver {
  private readonly entities: ReadonlyMap<Name, Entity>;
  private readonly salience = new Salience();
  private readonly unnamed = new Map<Token, Entity>();
  private lastGroup: Speaker | null = null;
  private lastDocument: Speaker | null = null;

  constructor(
    private readonly text: string,
    private readonly readings: Reading[],
  ) {
    this.entities = enrol(text, readings);
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
        { at: -1, run: () => this.meetUnnamed(reading, index) },
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

  /** Somebody without a name whom the sentence is about. */
  private meetUnnamed(reading: Reading, sentence: number): void {
    const { tokens } = reading.sentence;
    const phrase = readUnnamed(tokens);
    if (!phrase) return;
    const words = tokens.slice(phrase.from, phrase.to);
    const entity = unnamedEntity(this.text.slice(words[0]?.start, words.at(-1)?.end), words);
    this.unnamed.set(words[0] as Token, entity);
    this.salience.note({ entity, sentence, subject: true, spoke: false });
  }

  private mention(name: Name, sentence: number, reading: Reading): void {
    const entity = this.entities.get(name);
    if (!entity) return;
    const [opening] = reading.sentence.tokens;
    const subject =
      !(opening && this.unnamed.has(opening)) &&
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
    const resolved = { draft, reading, speaker, entities: found.entities, how: found.how };
    const view = this.viewOf(resolved, index);
    return { ...resolved, holders: found.holders ?? [], view };
  }

  /** Whose view is told within the words: never the speaker's own, which "he said he thought" is. */
  private viewOf(of: Pick<Resolved, 'draft' | 'reading' | 'speaker' | 'entities'>, index: number) {
    const { nested } = of.draft.statement;
    const { tokens } = of.reading.sentence;
    const first = tokens[nested?.from ?? -1];
    if (!nested || !first) return null;
    if (nested.to - nested.from === 1 && isPronoun(first.lower)) {
      if (/^(?:it|they)$/.test(first.lower) && of.speaker?.kind !== 'person') return null;
      const meant = this.pronoun(first.lower, index);
      return meant && !of.entities.includes(meant) ? meant.name : null;
    }
    const name = of.reading.names.find((each) => each.from >= nested.from && each.to === nested.to);
    const entity = name && name.lead <= nested.from ? this.entities.get(name) : undefined;
    if (entity && of.entities.includes(entity)) return null;
    return this.text.slice(first.start, tokens[nested.to - 1]?.end);
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
    const all = names.flatMap((name) => this.entities.get(name) ?? []);
    const people = all.filter((entity) => entity.kind === 'person');
    const joined = tokens.slice(source.from, source.to).some((token) => token.lower === 'and');
    if (!joined) return null;
    if (people.length < 2) return this.joined(names, tokens, source);
    const name = people.map((entity) => entity.name).join(' and ');
    return { entities: people, speaker: { name, kind: 'group' }, how: 'names' };
  }

  /** Bodies and the like that "and" joins. */
  private joined(names: Name[], tokens: Token[], source: Phrase): Answer | null {
    const parts = joinedSources(tokens, source, names);
    const entities = parts.flatMap(({ name }) => (name && this.entities.get(name)) ?? []);
    const holders = parts.map(({ from, to, name }): Speaker => {
      const entity = name && this.entities.get(name);
      if (entity) return speakerOf(entity);
      const words = this.text.slice(tokens[from]?.start, tokens[to - 1]?.end);
      return { name: unnamedAs(words), kind: kindOf(tokens[to - 1]?.lower ?? '') };
    });
    if (holders.length < 2) return null;
    const name = holders.map((each) => each.name).join(' and ');
    return { entities, holders, speaker: { name, kind: 'group' }, how: 'names' };
  }

  private pronoun(word: string, sentence: number): Entity | null {
    if (word === 'it') return this.salience.body(sentence);
    if (word === 'they') return this.lastGroup ? null : this.salience.body(sentence);
    const male = /^(?:he|him|himself)$/.test(word);
    if (!male && !/^(?:she|her|herself)$/.test(word)) return null;
    const entity = this.salience.person(sentence, male ? 'male' : 'female');
    if (entity && isUnnamed(entity)) entity.sex ??= male ? 'male' : 'female';
    return entity;
  }

  /** "…, said a caretaker": of whom the next "she" may tell more. */
  private newcomer(name: string, head: string, words: Token[]): Entity | null {
    if (!/^an? /.test(name) || !roleNouns.has(head) || groupNouns.has(head)) return null;
    return unnamedEntity(name, words);
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
    const name = unnamedAs(this.text.slice(words[0]?.start, words.at(-1)?.end));
    const unnamed = words[0] && (this.unnamed.get(words[0]) ?? this.newcomer(name, head, words));
    if (unnamed) {
      unnamed.name = name;
      return { entities: [unnamed], speaker: null, how: 'description' };
    }
    return { entities: [], speaker: { name, kind: kindOf(head) }, how: 'description' };
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

/** A pronoun that always stands for somebody named before. */
function isPronoun(word: string): boolean {
  return personalPronouns.has(word) || relatives.has(word);
}

function pronounEvents(reading: Reading): number[] {
  const out: number[] = [];
  reading.sentence.tokens.forEach((token, at) => {
    if ((token.lower === 'he' || token.lower === 'she') && out.length < 3) out.push(at);
  });
  return out;
}
