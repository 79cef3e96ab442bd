const given = `Ann Peter Maria John Laura David Helen Robert Susan Michael Ruth Thomas Emma Daniel`;
const starts = 'Bar Cor Dal Fen Gar Hol Jan Kel Lor Mar Nor Pel Ros Sal Tor Vel Wal Yar Zel'.split(
  ' ',
);
const ends = 'man son ton ley field berg ska vić ini eau ault rell dorf wick stad ov'.split(' ');
const roles = 'analyst lawyer minister professor envoy adviser economist farmer'.split(' ');
const bodies = 'Institute Ministry Agency Council University Foundation Authority Company'.split(
  ' ',
);
const things =
  `harvest treaty budget bridge tariff election pipeline school court harbour census strike
  reservoir railway inspection ceasefire`.split(/\s+/);
const verbs = 'fail hold grow shrink recover stall improve collapse return spread'.split(' ');
const adjectives = 'new disputed northern costly secret regional late fragile joint modest'.split(
  ' ',
);
const says = 'said added argued warned explained insisted noted'.split(' ');

/**
 * A news article of about so many words, the same for the same seed: quotes, partial quotes,
 * paraphrases and plain sentences by people with names of their own. Figures make each sentence
 * differ from all others.
 */
export function writeNews(seed: number, words: number): string {
  const pen = new Pen(seed);
  const paragraphs: string[] = [];
  for (let count = 0; count < words; ) {
    const paragraph = pen.paragraph();
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return paragraphs.join('\n\n');
}

class Pen {
  private count = 0;

  constructor(private state: number) {
    this.state = (seedOf(state) || 1) >>> 0;
  }

  paragraph(): string {
    const first = this.pick(given.split(' '));
    const family = this.pick(starts) + this.pick(ends);
    const role = this.pick(roles);
    const body = `${this.pick(starts)}${this.pick(ends)} ${this.pick(bodies)}`;
    return this.pick([
      () =>
        `“${this.clause(true)},” ${this.pick(says)} ${first} ${family}, a ${role} at the ${body}. “${this.clause(true)}.”`,
      () =>
        `${first} ${family}, a ${role} at the ${body}, ${this.pick(says)} that ${this.clause(false)}. ${family} ${this.pick(says)} it would not “${this.pick(verbs)}” before ${this.clause(false)}.`,
      () =>
        `According to the ${body}, ${this.clause(false)}. ${this.clause(true)}, and nobody had asked for it.`,
      () =>
        `${this.clause(true)}. ${this.clause(true)}, ${this.pick(roles)}s in the capital told reporters on Monday. “${this.clause(true)},” one of them ${this.pick(says)}.`,
    ])();
  }

  private clause(opens: boolean): string {
    this.count += 1;
    const words = `the ${this.pick(adjectives)} ${this.pick(things)} will ${this.pick(verbs)} within ${this.count + 1} days of the ${this.pick(adjectives)} ${this.pick(things)}`;
    return opens ? `T${words.slice(1)}` : words;
  }

  private pick<Item>(list: Item[]): Item {
    // Lehmer's generator: the same text on every machine.
    this.state = (this.state * 48_271) % 2_147_483_647;
    return list[this.state % list.length] as Item;
  }
}

const seedOf = (seed: number) => ((seed + 1) * 7_919) % 2_147_483_647;
