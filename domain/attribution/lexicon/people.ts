const setOf = (words: string) => new Set(words.trim().split(/\s+/));

/** Nouns for one human by what he or she does; also the last word of a title. */
export const roleNouns = setOf(`
  president premier chancellor minister secretary undersecretary ambassador senator representative
  congressman congresswoman lawmaker governor mayor councilman councilwoman councillor councilor
  commissioner chief chairman chairwoman chair chairperson director manager administrator officer
  official spokesman spokeswoman spokesperson leader deputy analyst expert scholar professor lecturer
  researcher scientist economist historian strategist consultant adviser advisor aide assistant
  attorney lawyer prosecutor judge justice sheriff deputy detective sergeant lieutenant captain
  colonel general admiral commander marshal trooper inspector superintendent principal teacher coach
  player author writer reporter journalist editor columnist correspondent commentator pundit anchor
  host producer founder co-founder cofounder owner ceo cfo coo executive businessman businesswoman
  entrepreneur investor banker developer engineer architect doctor physician nurse surgeon pastor
  bishop cardinal archbishop pope priest rabbi imam reverend king queen prince princess emperor
  candidate nominee contender front-runner frontrunner politician diplomat envoy negotiator
  specialist forecaster fellow student resident neighbor neighbour witness victim survivor activist advocate
  organizer organiser campaigner volunteer member worker employee farmer driver pilot soldier veteran
  critic supporter opponent ally rival donor fundraiser pollster operative staffer staff intern
  billionaire mogul tycoon magnate actor actress singer musician artist director designer
  photographer boss head treasurer comptroller auditor coordinator superintendent whip speaker
  delegate voter mother father brother sister son daughter wife husband widow uncle aunt cousin
  friend colleague man woman boy girl person lady gentleman guy chaplain dean provost chancellor
  trustee curator librarian planner demographer sociologist psychologist psychiatrist epidemiologist
  biologist physicist chemist geologist meteorologist astronomer climatologist ecologist
  anthropologist archaeologist philosopher theologian statistician mathematician conservative
  republican democrat liberal libertarian socialist socialite blogger activist insider observer
  informant source defendant plaintiff suspect juror mayor-elect president-elect monarch
  prime-minister newcomer native scion heir broker trader contractor builder chef restaurateur
  retiree pensioner teenager veteran refugee migrant immigrant parent grandmother grandfather
  policeman policewoman firefighter paramedic constable magistrate ombudsman registrar clerk
  caretaker janitor gardener carpenter plumber electrician baker butcher fisherman shopkeeper
  innkeeper waiter waitress bartender cashier barber tailor guard watchman receptionist postman carer
  cook cleaner midwife mechanic miner docker hydrologist bureaucrat statesman strongman dictator ruler warlord cleric ayatollah sheikh emir sultan`);

/** Roles that tell the holder's sex. */
export const femaleRoles = setOf(`
  spokeswoman congresswoman chairwoman councilwoman businesswoman actress queen princess mother
  sister daughter wife widow aunt woman girl lady grandmother policewoman ms ms. mrs mrs. miss dame
  madam nun assemblywoman`);
/** Roles that tell the holder's sex. */
export const maleRoles = setOf(`
  spokesman congressman chairman councilman businessman actor king prince father brother son husband
  uncle man boy gentleman grandfather policeman mr mr. sir lord pope priest cardinal imam ayatollah
  emir sultan sheikh assemblyman statesman guy`);

/** Words of titles that stand, capitalised, between an office and a name. */
export const titleWords = new Set([
  ...roleNouns,
  ...setOf(`vice deputy assistant associate acting former senior junior chief prime foreign interior
    defense defence attorney executive managing general major brigadier commander-in-chief first
    second lady police fire district supreme court circuit chief justice house senate majority
    minority state council councilmember assemblyman assemblywoman assemblymember alderman
    ombudsman congressmember rep. sen. gov. elect cabinet press communications campaign`),
]);

/** Nouns for people in groups, in the plural or collective. */
export const groupNouns = setOf(`
  people officials experts analysts leaders critics supporters opponents authorities police
  lawmakers republicans democrats conservatives liberals voters residents scientists researchers
  economists doctors lawyers attorneys prosecutors investigators observers sources aides advisers
  advisors allies activists advocates campaigners protesters demonstrators witnesses neighbors
  neighbours students teachers workers employees members diplomats negotiators soldiers troops
  rebels militants insurgents reporters journalists commentators pundits columnists editors
  strategists operatives donors fundraisers executives investors traders bankers businesses
  companies firms banks governments countries nations states agencies departments ministries courts
  judges justices senators representatives congressmen governors mayors ministers presidents
  scholars professors academics historians specialists physicians nurses patients parents families
  relatives friends colleagues consultants contractors farmers fans players coaches owners managers
  directors women men girls boys americans europeans others groups organizations organisations
  unions parties spokesmen spokespeople spokespersons media newspapers outlets networks
  evangelicals progressives moderates insiders staffers delegates candidates rivals detractors
  proponents backers followers believers skeptics sceptics defenders pollsters commissioners
  councilors councillors detectives officers agents firefighters crews engineers designers
  developers landlords tenants homeowners customers consumers shoppers users providers survivors
  victims refugees migrants immigrants veterans generals commanders engineers participants
  respondents staff team crew panel committee commission council board jury`);

/** Nouns for bodies of people. */
export const bodyNouns = setOf(`
  government administration ministry department agency bureau office commission committee council
  court congress senate parliament house assembly party campaign company firm corporation bank
  group organization organisation association union university college school institute center
  centre foundation fund board panel team army navy police force embassy authority service network
  newspaper magazine paper station channel church coalition alliance league federation society club
  hospital museum studio league pac nonprofit charity startup regime cabinet kremlin pentagon
  treasury fed outlet broadcaster publication website site blog agency think-tank watchdog
  delegation squad unit division district city county state country nation nation's community`);

/** Nouns for things that say something in writing. */
export const documentNouns = setOf(`
  statement report reports study survey poll polls memo memorandum letter email e-mail article
  document documents filing lawsuit complaint indictment affidavit ruling opinion decision order
  resolution communique communiqué declaration agreement treaty bill law rule constitution petition
  release note paper analysis review audit book column editorial op-ed essay story post tweet blog
  message transcript testimony data figures statistics records filings survey's findings research
  reporting news headline ad ads advertisement website page platform manifesto program plan proposal
  list guide guidelines advisory notice warning bulletin summary draft text card sign banner slogan
  brief motion studies papers letters emails e-mails articles stories memos account accounts
  assessment estimate forecast index census speech exposé investigation video`);

/** Words that make a capitalised run the name of a body. */
export const organisationWords = setOf(`
  university college school institute institution center centre department ministry bureau agency
  office commission committee council court congress senate parliament house assembly party campaign
  company corporation corp corp. inc inc. co. ltd ltd. llc bank group organization organisation
  association union foundation fund board post times journal news tribune herald gazette globe
  chronicle press guardian telegraph reuters network radio television tv cnn nbc cbs abc fox bbc
  army navy force forces police guard church club league federation society coalition alliance
  service services administration authority embassy hospital museum studios international project
  initiative watch caucus endowment academy laboratory lab labs system systems industries partners
  holdings airlines motors energy bureau endowment research survey conference nations states union
  republicans democrats magazine review weekly daily online media communications
  reserve treasury pentagon kremlin medicine library plant depot collaborative chamber commerce
  exchange trust museum inn hotel motel restaurant cafe works division county city town depot
  airport stadium theater theatre committees councils families workers teachers nurses lawyers
  democrat republican alliance front movement brigade mission base camp clinic prison jail parish diocese`);
