/** Closed classes of English words, as far as the engine needs them. All are lower case. */

const setOf = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that begin a noun phrase. */
export const determiners = setOf(`
  the a an this that these those his her its their our my your some any no each every all both
  another other many most several few two three four five six seven eight nine ten dozens hundreds
  thousands half one either neither much more`);

/** Pronouns that stand alone as a subject. */
export const subjectPronouns = setOf(`
  he she they it i we you who which that many some others both one another all several few most
  none neither either everyone everybody someone somebody nobody anyone those these`);

/** Pronouns that stand for one person or thing named earlier. */
export const personalPronouns = setOf('he she they it i we you him her them himself herself');

/** Words that tie a clause to the noun before it. */
export const relatives = setOf('who which that whom whose');

/** Prepositions. */
export const prepositions = setOf(`
  of for from in at with to on near inside within among by about against into over under through
  during after before between behind beyond across around toward towards upon via without despite
  since until like as amid outside off per including regarding concerning following above below
  alongside throughout onto ahead`);

/** Prepositions that may stand inside a source ("a spokesman for the ministry"). */
export const sourcePrepositions = setOf(
  'of for from in at with to on near inside within among behind against',
);

/** Words that join clauses or phrases of one rank. */
export const coordinators = setOf('and or but nor yet');

/** Words that open a subordinate clause. */
export const subordinators = setOf(`
  that as when while because if although though since after before where until unless whether
  whereas once how why what so than`);

/** Forms of be, have and do, the modal verbs, and their contractions with "not". */
export const auxiliaries = setOf(`
  is are was were be been being am has have had having do does did will would can could may might
  shall should must 's 're 've 'd 'll 'm isn't aren't wasn't weren't hasn't haven't hadn't don't
  doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't`);

/** Auxiliaries that make a passive with a past participle. */
export const beForms = setOf(
  "is are was were be been being am isn't aren't wasn't weren't get gets got",
);

/** Adverbs that stand between a subject and its verb, beyond those in -ly. */
export const adverbs = setOf(`
  also then later once never not always often again still even now just ever soon further thus
  instead too however though meanwhile therefore afterward afterwards already nonetheless perhaps
  maybe almost simply only first earlier long itself himself herself themselves all both quite rather
  very yet sometimes twice moreover nevertheless there here back today yesterday tomorrow tonight`);

/** Words of time that may follow a cue ("said Tuesday"). */
export const timeWords = setOf(`
  monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier
  later recently then afterward afterwards again too also morning afternoon evening night week month
  year last this next weekend january february march april june july august september october
  november december jan. feb. mar. apr. aug. sept. oct. nov. dec. mon. tues. wed. thurs. fri.
  sat. sun. ago now here there simply flatly bluntly once`);

/** Past and present forms of common verbs that can't be part of a noun phrase. */
export const plainVerbs = setOf(`
  went came took made gave got knew saw became began kept held brought wrote stood met ran paid sat
  led grew lost fell sent built understood drew broke spent rose drove bought wore chose
  goes comes takes makes gives gets knows sees becomes begins keeps holds brings stands meets runs
  pays leads grows loses falls sends needs wants remains seems appears includes continues includes
  wanted needed seemed appeared became remained tried used turned started stopped happened included
  won beat threw spoke hit let put cut think thinks thought believe believes believed know
  go get make take come see find found give keep want need try use become felt feel feels`);

/** Honorifics and short titles that stand before a name. */
export const honorifics = setOf(`
  mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sen sen. rep rep. gov gov. gen gen. lt lt. col col.
  maj maj. capt capt. sgt sgt. adm adm. rev rev. hon hon. sir dame lord lady sens. reps. govs. st.
  pres. amb. atty. fr. supt. det. cmdr. cpl. pvt. lt.`);

/** Abbreviations after which a full stop ends no sentence. */
export const abbreviations = new Set([
  ...honorifics,
  ...setOf(`jr. sr. inc. corp. co. ltd. vs. v. no. dept. u.s. u.n. u.k. e.u. d.c. a.m. p.m. e.g. i.e.
    etc. fla. calif. ala. ariz. ark. colo. conn. del. ga. ill. ind. kan. ky. la. md. mass. mich. minn.
    miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. vt. va. wash. wis. wyo. n.y. n.j. n.h. n.c.
    s.c. n.d. s.d. n.m. r.i. w.va. jan. feb. mar. apr. aug. sept. oct. nov. dec. mt. ft. ave. blvd.
    rd. est. approx. ph.d. m.d. b.a. m.a. bros. cos. gop.`),
]);
