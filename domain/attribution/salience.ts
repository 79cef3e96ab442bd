import { determiners } from './lexicon/words';
import { type Entity, sexOf } from './people';
import type { Token } from './tokens';
import { isUnnamed } from './unnamed';

/** Where somebody was last named or meant, and whether as a subject or as a speaker. */
export type Mention = {
  entity: Entity;
  sentence: number;
  subject: boolean;
  spoke: boolean;
};

const kept = 12;

/** Words that any body may be called by; a ministry is none but a ministry. */
const anyBody = new Set(
  'agency association body bureau business campaign coalition commission committee company corporation firm foundation group institution network newspaper organisation organization paper party team union'.split(
    ' ',
  ),
);

/** Who was named lately: of these a pronoun or "the analyst" means one. The list stays short. */
export class Salience {
  private people: Mention[] = [];
  private bodies: Mention[] = [];

  /** Takes in a mention; earlier ones of the same sentence keep their weight. */
  note(mention: Mention): void {
    const list = mention.entity.kind === 'person' ? this.people : this.bodies;
    const old = list.find((each) => each.entity === mention.entity);
    const rest = list.filter((each) => each !== old);
    const subject = mention.subject || (old?.sentence === mention.sentence && old.subject);
    const spoke = mention.spoke || (old?.spoke === true && mention.sentence - old.sentence < 2);
    rest.push({ ...mention, subject, spoke });
    if (mention.entity.kind === 'person') this.people = rest.slice(-kept);
    else this.bodies = rest.slice(-kept);
  }

  /** The person of this sex who is most likely meant; null where nobody was named lately. */
  person(sentence: number, sex: Entity['sex']): Entity | null {
    return recent(this.people, { sentence, sex, reach: 12 });
  }

  /** The body that is most likely meant. */
  body(sentence: number): Entity | null {
    return recent(this.bodies, { sentence, sex: null, reach: 3 });
  }

  /**
   * The body that "the company" or "the ministry" means: one whose name has the word, or, where the
   * word says of itself no more than that it is a body, whichever was named lately.
   */
  bodyCalled(noun: string, sentence: number): Entity | null {
    const named = this.bodies.findLast((each) =>
      each.entity.name.toLowerCase().split(' ').includes(noun),
    );
    if (named) return named.entity;
    if (!anyBody.has(noun)) return null;
    const likely = this.bodies.filter((each) => each.entity.kind === 'body');
    return recent(likely, { sentence, sex: null, reach: 6 });
  }

  /** Whom "the Carnegie analyst" means: the person whom most of the words describe. */
  called(words: Token[], head: string, sentence: number): Entity | null {
    const content = words.filter(
      (token) => token.kind === 'word' && !determiners.has(token.lower) && token.lower.length > 2,
    );
    const sex = sexOf(head);
    let best: Entity | null = null;
    let top = 0;
    for (const each of this.people) {
      if (sex && each.entity.sex && sex !== each.entity.sex) continue;
      const hits = content.filter((token) => each.entity.words.has(token.lower)).length;
      const score = hits * 3 + (each.spoke ? 2 : 0) - (sentence - each.sentence) * 0.2;
      if (hits > 0 && score > top) {
        top = score;
        best = each.entity;
      }
    }
    if (best || content.length > 1) return best;
    const speakers = this.people.filter((each) => each.spoke);
    return recent(speakers, { sentence, sex, reach: 4 });
  }
}

/** Whoever a sentence is about, by a full name, is hardly anything but a person. */
const subjectDoubt = 0;

type Wanted = { sentence: number; sex: Entity['sex']; reach: number };

function recent(list: Mention[], { sentence, sex, reach }: Wanted): Entity | null {
  let best: Entity | null = null;
  let top = Number.NEGATIVE_INFINITY;
  for (const each of list) {
    const distance = sentence - each.sentence;
    if (distance > reach) continue;
    const { entity } = each;
    if (sex && entity.sex && entity.sex !== sex) continue;
    let score = -distance * 2;
    if (each.subject) score += 2;
    if (each.spoke) score += 2;
    if (sex && (entity.sex === sex || isUnnamed(entity))) score += 3;
    if (sex && !entity.sure) score -= !entity.given ? 5 : each.subject ? subjectDoubt : 3;
    if (score >= top) {
      top = score;
      best = entity;
    }
  }
  return best;
}
