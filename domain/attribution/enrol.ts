import { descriptionOf } from './descriptions';
import type { Reading } from './drafts';
import type { Name } from './names';
import { type Entity, Register, sexOf } from './people';
import type { Token } from './tokens';

/** Finds for every name of the article whom it means, and learns what the article says of them. */
export function enrol(text: string, readings: Reading[]): ReadonlyMap<Name, Entity> {
  return new Enrolment(text, readings).entities;
}

class Enrolment {
  private readonly register = new Register();
  readonly entities = new Map<Name, Entity>();

  constructor(
    private readonly text: string,
    readings: Reading[],
  ) {
    for (const reading of readings) this.enter(reading, true);
    for (const reading of readings) this.enter(reading, false);
  }

  /** Full names are entered first, so that a headline's family name finds its bearer. */
  private enter(reading: Reading, full: boolean): void {
    const { tokens } = reading.sentence;
    for (const name of reading.names) {
      const whole = name.words.length > 1;
      const known = this.entities.get(name);
      if (!full && whole && known) this.register.nameInFull(known);
      if (whole !== full) continue;
      const word = name.words.join(' ');
      const bearer = whole ? undefined : this.bearerOf(word, name);
      if (name.borne && !bearer) continue;
      if (!full && !name.sure && !bearer && name.from === 0) continue;
      // "Paris said": where a person of the article is called so, the place is not meant.
      const kind = name.kind === 'place' && bearer?.kind === 'person' ? 'person' : name.kind;
      const title = tokens
        .slice(name.lead, name.from)
        .map((token) => token.text)
        .join(' ');
      const entity = bearer?.given === word ? bearer : this.register.add(kind, name.words, title);
      entity.sure ||= name.sure && name.kind === 'person';
      this.entities.set(name, entity);
      if (entity.kind === 'person') this.learn(entity, tokens, name);
    }
  }

  /** Whom a name of one word means; a first name that is none we know may be a family name. */
  private bearerOf(word: string, name: Name): Entity | undefined {
    const first = name.kind === 'person' ? this.register.findFirst(word) : undefined;
    return this.register.find(word) ?? first;
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
}
