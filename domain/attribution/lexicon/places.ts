const listOf = (words: string) => new Set(words.trim().split(/\s*\n\s*|\s*,\s*/));

/** Places and peoples often named in news, lower case: no name of a person begins or ends there. */
export const places = listOf(`
afghanistan, africa, alabama, alaska, albania, algeria, america, arizona, argentina, arkansas
asia, athens, atlanta, australia, austria, baghdad, bangladesh, beijing, beirut, belgium, berlin
bolivia, bosnia, boston, brazil, britain, brussels, bulgaria, cairo, california, cambodia, canada
canberra, chicago, chile, china, cleveland, colombia, colorado, connecticut, croatia, cuba
damascus, dallas, delaware, delhi, denmark, detroit, dubai, egypt, england, estonia, ethiopia
europe, finland, florida, france, geneva, georgia, germany, ghana, greece, haiti, hawaii
hong kong, houston, hungary, iceland, idaho, illinois, india, indiana, indonesia, iowa, iran, iraq
ireland, islamabad, israel, italy, jakarta, japan, jerusalem, jordan, kabul, kansas, kentucky
kenya, kiev, kosovo, kuwait, kyiv, latvia, lebanon, libya, lithuania, london, louisiana, madrid
maine, malaysia, maryland, massachusetts, mexico, miami, michigan, milwaukee, minneapolis
minnesota, mississippi, missouri, montana, montreal, morocco, moscow, mumbai, myanmar, nairobi
nato, nebraska, nepal, netherlands, nevada, new delhi, new hampshire, new jersey, new mexico
new orleans, new york, new zealand, nigeria, north carolina, north dakota, north korea, norway
ohio, oklahoma, oman, ontario, oregon, orlando, oslo, ottawa, pakistan, palestine, paris
pennsylvania, peru, philadelphia, philippines, phoenix, poland, portugal, prague, pyongyang
qatar, quebec, rhode island, riyadh, romania, rome, russia, rwanda, sacramento, san diego
san francisco, saudi arabia, scotland, seattle, senegal, seoul, serbia, shanghai, singapore
slovakia, slovenia, somalia, south africa, south carolina, south dakota, south korea, spain
sri lanka, stockholm, sudan, sweden, switzerland, sydney, syria, taiwan, tehran, tennessee, texas
thailand, tokyo, toronto, tunisia, turkey, uganda, ukraine, united kingdom, united states, utah
u.s., us, u.k., u.n., uk, un, eu, usa, vancouver, venezuela, vermont, vienna, vietnam, virginia
wales, warsaw, washington, washington d.c., west virginia, wisconsin, wyoming, yemen, zimbabwe
white house, capitol hill, wall street, downing street, silicon valley, pentagon, kremlin
middle east, south asia, central asia, southeast asia, west bank, gaza, crimea, hollywood
manhattan, brooklyn, queens, bronx, los angeles, las vegas, tel aviv, addis ababa
`);

/** Adjectives of nations and creeds, lower case: they describe, and are nobody's name. */
export const peoples = listOf(`
afghan, african, albanian, algerian, american, arab, argentine, asian, australian, austrian
belgian, bosnian, brazilian, british, bulgarian, canadian, chilean, chinese, colombian, croatian
cuban, czech, danish, dutch, egyptian, english, ethiopian, european, finnish, french, german, greek
hungarian, indian, indonesian, iranian, iraqi, irish, islamic, israeli, italian, japanese
jordanian, kenyan, korean, kurdish, kuwaiti, latino, lebanese, libyan, malaysian, mexican, moroccan
muslim, nigerian, north korean, norwegian, pakistani, palestinian, persian, peruvian, polish
portuguese, qatari, romanian, russian, saudi, scottish, serbian, somali, south african
south korean, soviet, spanish, sudanese, swedish, swiss, syrian, taiwanese, thai, tunisian
turkish, ukrainian, venezuelan, vietnamese, welsh, western, yemeni, zimbabwean, jewish, christian
catholic, protestant, hispanic, republican, democratic, democrat, conservative, liberal, federal
`);
