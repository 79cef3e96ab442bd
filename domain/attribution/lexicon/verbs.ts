import { inflect, type VerbForm } from './inflect';

/**
 * What a cue verb takes: `clause` ("said the plan failed"), `told` (a hearer, then a clause),
 * `object` ("criticized the plan"), `infinitive` ("vowed to fight", "urged them to leave"), and
 * `belief` (a clause that nobody need have uttered: "believes that …").
 */
export type Frame = 'clause' | 'told' | 'object' | 'infinitive' | 'belief';

/** One reading of a word form as a cue verb. `inverts`: "…, said Ann Lee" is usual. */
export type CueVerb = {
  lemma: string;
  shape: VerbForm;
  frames: ReadonlySet<Frame>;
  inverts: boolean;
};

const inverting = `say add write explain note recall ask reply argue continue conclude tweet insist
  declare warn observe quip remark report agree respond announce predict state admit acknowledge
  comment counter joke exclaim cry shout suggest complain lament read claim tell confess proclaim`;

const clauses = `say add write explain note recall reply argue continue conclude tweet insist declare warn
  observe quip remark report agree respond announce predict state admit acknowledge comment
  counter joke exclaim suggest complain lament claim contend assert maintain allege concede
  confirm deny disclose reveal testify indicate emphasize emphasise stress reiterate caution
  charge confess boast brag affirm reaffirm proclaim profess speculate estimate forecast calculate
  project explain signal hint imply propose recommend advise mention repeat vow promise pledge
  swear threaten answer retort muse theorize interject shout yell scream cry whisper murmur mutter
  chant chime opine post blog recount relate clarify specify summarize summarise elaborate posit
  postulate pronounce protest decry predicate stipulate attest certify verify rejoin volunteer
  intone gush deadpan fume rant grumble snap fire-back shoot-back hit-back tout hail surmise quote
  bemoan bellow bark blurt ask inquire wonder question assess read scoff find show`;

const tellings = `tell remind assure reassure inform notify advise warn caution alert`;

const objects = `express call criticize criticise blast slam denounce condemn praise defend dismiss reject
  describe endorse propose announce cite tout discuss question mock decry ridicule deride bash rip
  lambaste berate castigate rebuke chide scold lament bemoan applaud hail laud commend salute
  welcome deny dispute accuse detail outline explain reveal disclose mention repeat reiterate
  recount recommend suggest demand advocate threaten promise pledge vow dub characterize
  characterise portray depict disavow repudiate disparage belittle malign assail savage skewer pan
  liken unveil quote ask concede acknowledge admit confirm invoke emphasize stress urge predict
  protest argue discuss highlight echo rebut refute affirm reaffirm warn boast brag tweet recall
  assert declare proclaim utter`;

const infinitives = `urge vow promise threaten pledge decline refuse agree ask swear call-on exhort implore beg
  advise demand tell warn remind plead counsel`;

const beliefs = `believe think feel know hope fear worry expect doubt consider suspect assume see view
  regard realize understand anticipate hold want`;

/** Verbs whose object follows a particle ("called for talks", "spoke about the plan"). */
const particled: Record<string, string> = {
  call: 'for on out upon',
  point: 'to out',
  speak: 'about of out against for',
  talk: 'about of up down',
  refer: 'to',
  warn: 'of against about',
  respond: 'to',
  reply: 'to',
  allude: 'to',
  complain: 'about of',
  comment: 'on',
  agree: 'with on',
  object: 'to',
  inveigh: 'against',
  rail: 'against',
  argue: 'for against',
  push: 'for back',
  press: 'for',
  appeal: 'for to',
  ask: 'for about',
  inquire: 'about',
  elaborate: 'on',
  expand: 'on',
  joke: 'about',
  brag: 'about',
  boast: 'about of',
  write: 'about of',
  lash: 'out',
  hit: 'back out',
  fire: 'back',
  shoot: 'back',
  lay: 'out',
  spell: 'out',
  go: 'on',
  chime: 'in',
  weigh: 'in',
  insist: 'on',
  apologize: 'for',
  dwell: 'on',
  muse: 'about',
  protest: 'against',
  testify: 'about against',
  hint: 'at',
  vouch: 'for',
  plead: 'for',
  advocate: 'for',
};

const listOf = (words: string) => words.trim().split(/\s+/);

function build(): Map<string, CueVerb> {
  const frames = new Map<string, Set<Frame>>();
  const give = (words: string, frame: Frame) => {
    for (const lemma of listOf(words)) {
      if (!frames.has(lemma)) frames.set(lemma, new Set());
      frames.get(lemma)?.add(frame);
    }
  };
  give(beliefs, 'belief');
  give(clauses, 'clause');
  give(tellings, 'told');
  give(objects, 'object');
  give(infinitives, 'infinitive');
  for (const lemma of Object.keys(particled)) if (!frames.has(lemma)) frames.set(lemma, new Set());
  const inverts = new Set(listOf(inverting));
  const forms = new Map<string, CueVerb>();
  for (const [lemma, kinds] of frames)
    for (const [form, shape] of inflect(lemma))
      if (!forms.has(form))
        forms.set(form, { lemma, shape, frames: kinds, inverts: inverts.has(lemma) });
  return forms;
}

/** Verbs that speak only where a clause or a quote follows ("the data indicated that"). */
export const strictVerbs: ReadonlySet<string> = new Set(
  listOf(`indicate reveal signal project state add continue confirm show find document estimate
    calculate forecast affirm certify specify clarify explain answer respond comment volunteer
    shout hail snap grumble bark cry protest offer imply read decree pronounce attest
    demonstrate establish conclude determine maintain`),
);

/** Every form of every cue verb, lower case. */
export const cueVerbs: ReadonlyMap<string, CueVerb> = build();

/** Whether the verb goes with this particle to a cue with an object. */
export function takesParticle(lemma: string, word: string): boolean {
  const particles = particled[lemma];
  return particles?.split(' ').includes(word) ?? false;
}

/** Whether the verb is no cue without its particle ("point", "go", "lay"). */
export function needsParticle(verb: CueVerb): boolean {
  return verb.frames.size === 0;
}

/** Forms that are far more often nouns: they are verbs only right after a clear subject. */
export const nounLike: ReadonlySet<string> = new Set(
  listOf(`report reports claim claims call calls promise promises question questions note notes
    offer offers comment comments demand demands attack attacks challenge challenges charge charges
    request requests order orders post posts tweet tweets text texts email emails e-mail e-mails
    answer answers reply replies pledge pledges vow vows estimate estimates forecast forecasts
    project projects plan plans rule rules document documents detail details address addresses
    issue issues release releases cast casts brand brands label labels term terms blast blasts
    credit blame debate debates view views hope hopes fear fears worry worries cause appeal appeals
    press protest protests object objects state states counter signal signals stress hint hints
    quote quotes cable cables brief briefs show shows find finds rip bash pan dub hail mention
    mentions remark remarks cry fire shoot hit charges guess ruling finding meaning warning
    teaching writing reading feeling saying thinking showing telling calling reporting testing
    posting blogging polling briefing questioning understanding posts endorsement echo voice advocate advocates
    challenge comment read point points reason reasons purpose objects`),
);
