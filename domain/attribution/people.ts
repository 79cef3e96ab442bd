import { femaleNames, maleNames } from './lexicon/first-names';
import { femaleRoles, maleRoles, organisationWords } from './lexicon/people';

/** Whoever is named in the article. `description` is what is said of a person beside the name. */
export type Entity = {
  kind: 'person' | 'body' | 'place';
  name: string;
  given: string;
  family: string;
  sex: 'female' | 'male' | null;
  mentions: number;
  /** Something besides capital letters says that this is a person: a title, a role, a speech. */
  sure: boolean;
  role: string | null;
  affiliation: string | null;
  /** The words of role and affiliation, lower case, by which "the analyst" may mean this person. */
  words: Set<string>;
};

const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const most = 12;

/** The people and bodies of one article, found again by full name, family name or abbreviation. */
export class Register {
  private readonly byName = new Map<string, Entity>();
  private readonly byFamily = new Map<string, Entity[]>();
  private readonly byFirst = new Map<string, Entity[]>();
  private readonly inFull = new Map<Entity, number>();
  private read = 0;

  /** Finds or adds whoever bears the name; a family name alone goes to its best-known bearer. */
  add(kind: Entity['kind'], words: string[], title: string): Entity {
    const parts = words.filter((word) => !suffix.test(word));
    const name = parts.join(' ');
    const key = `${kind}:${keyOf(parts)}`;
    const known = this.byName.get(key);
    if (known) return this.meet(known, title);
    if (parts.length === 1 || kind !== 'person') {
      const bearer = this.find(name, sexOf(title));
      if (bearer) return this.meet(bearer, title);
    }
    return this.create(key, { kind, parts, name, title });
  }

  /** Whoever the family name or whole name means, or undefined: of several the one named in full last. */
  find(name: string, sex: Entity['sex'] = null): Entity | undefined {
    const bearers = this.byFamily.get(wordKey(name)) ?? [];
    let best: Entity | undefined;
    for (const each of bearers) {
      if (sex && each.sex && each.sex !== sex) continue;
      if (!best || this.isNearer(each, best)) best = each;
    }
    return best;
  }

  /** The only person whose full name begins with the word, as where the family name stands first. */
  findFirst(word: string): Entity | undefined {
    const bearers = this.byFirst.get(wordKey(word)) ?? [];
    return bearers.length === 1 ? bearers[0] : undefined;
  }

  /** Notes that the text, read in order, names this one in full here. */
  nameInFull(entity: Entity): void {
    this.inFull.set(entity, ++this.read);
  }

  private isNearer(one: Entity, other: Entity): boolean {
    const [near, far] = [this.inFull.get(one) ?? 0, this.inFull.get(other) ?? 0];
    return one.kind === 'person' && other.kind === 'person' && near !== far
      ? near > far
      : one.mentions > other.mentions;
  }

  private create(
    key: string,
    from: { kind: Entity['kind']; parts: string[]; name: string; title: string },
  ): Entity {
    const { kind, parts, name, title } = from;
    const given = parts.length > 1 ? (parts[0] ?? '') : '';
    const entity: Entity = {
      kind,
      name,
      given,
      family: parts.at(-1) ?? name,
      sex: sexOf(title) ?? sexOfGiven(given || name),
      mentions: 1,
      sure: false,
      role: null,
      affiliation: null,
      words: new Set(),
    };
    this.byName.set(key, entity);
    if (kind === 'person') {
      if (given) addTo(this.byFirst, given, entity);
      this.index(entity.family, entity);
      if (parts.length > 2) this.index(parts.slice(-2).join(' '), entity);
      // "Hillary said": a known given name alone may stand for its bearer.
      if (sexOfGiven(given) || maleNames.has(given.toLowerCase())) this.index(given, entity);
    } else {
      this.index(name, entity);
      // "the Church" of the "Church of Oslo".
      for (const word of parts.length > 1 ? parts : [])
        if (organisationWords.has(word.toLowerCase())) this.index(word, entity);
      if (parts.length > 1)
        this.index(parts.map((word) => (/^\p{Lu}/u.test(word) ? word[0] : '')).join(''), entity);
    }
    return entity;
  }

  private index(word: string, entity: Entity): void {
    addTo(this.byFamily, word, entity);
  }

  private meet(entity: Entity, title: string): Entity {
    entity.mentions++;
    entity.sex ??= sexOf(title);
    return entity;
  }
}

function addTo(map: Map<string, Entity[]>, word: string, entity: Entity): void {
  const key = wordKey(word);
  const bearers = map.get(key) ?? [];
  if (bearers.length < most) bearers.push(entity);
  map.set(key, bearers);
}

const wordKey = (word: string) => word.toLowerCase().replaceAll('’', "'").normalize('NFC');

function keyOf(parts: string[]): string {
  // A middle initial comes and goes: "John G. Roberts" is "John Roberts".
  const kept = parts.filter((part, index) => index === 0 || !/^\p{Lu}\.?$/u.test(part));
  return wordKey(kept.join(' '));
}

/** What a title or role says of its holder's sex. */
export function sexOf(words: string): Entity['sex'] {
  for (const word of words.toLowerCase().split(/\s+/)) {
    if (femaleRoles.has(word)) return 'female';
    if (maleRoles.has(word)) return 'male';
  }
  return null;
}

function sexOfGiven(given: string): Entity['sex'] {
  const word = given.toLowerCase();
  const male = maleNames.has(word);
  const female = femaleNames.has(word);
  if (male === female) return null;
  return male ? 'male' : 'female';
}
