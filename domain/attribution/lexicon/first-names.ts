const setOf = (words: string) => new Set(words.trim().split(/\s+/));

/** Given names that most often name a man, lower case. */
export const maleNames = setOf(`
  aaron abdul abdullah abraham adam adel adrian ahmad ahmed aidan alan albert alejandro alex alexander
  alexei alfred ali allan allen alvin amir anders andre andreas andrei andrew andy angel anthony
  antoine anton antonio arjun arnold arthur asif austin barack barry ben benjamin bernard bernie bill
  billy blake bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan byron calvin
  cameron carl carlos cesar chad charles charlie chris christian christopher chuck clarence clark
  claude clint cody colin connor corey craig curtis cyrus dale damian dan daniel danny darrell darren
  dave david dean dennis derek desmond diego dirk dmitri dmitry dominic don donald doug douglas drew
  duncan dustin dwight earl ed eddie edgar eduardo edward edwin eli elias elliot elliott emmanuel
  enrique eric erik ernest ethan eugene evan felix fernando floyd francis francisco francois frank
  franklin fred frederick gabriel garrett gary gavin gene geoff geoffrey george gerald gerard gilbert
  giovanni glen glenn gonzalo gordon graham grant greg gregory guillermo gustavo guy hal hamid hans
  harold harry harvey hassan hector henry herbert herman howard hugh hugo hussein ian ibrahim igor
  imran isaac ismail ivan jack jacob jaime jake jamal james jamie jan jared jason javier jay jean jeb
  jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joe joel johan john johnny jon
  jonas jonathan jordan jorge jose josef joseph josh joshua juan julian julio justin karim karl keith
  ken kenneth kevin khalid kirk klaus konstantin kurt kyle lance larry lars laurence lawrence lee len
  leo leon leonard leonid leroy lewis lloyd lou louis lucas luis luke mahmoud malcolm manuel marc
  marcel marco marcus mario mark marshall martin marty marvin mason mathew matt matthew maurice max
  maxwell mehmet mel melvin michael michel miguel mike mikhail mitch mitchell mohamed mohammad mohammed
  morgan muhammad mustafa narendra nathan nathaniel neal ned neil nelson nicholas nick nicolas nigel
  nikolai noah noel norman oleg oliver omar orlando oscar osama otto owen pablo pat patrick paul pedro
  pete peter petr phil philip philippe phillip pierre rafael rahul raj ralph ramon randall randy rashid
  raul ray raymond recep reggie reince reinhard rex ricardo richard rick ricky rob robert roberto robin
  rod roderick rodney rodrigo roger roland ron ronald rory ross roy ruben rudolph rudy rupert russell
  ryan salman sam samuel sanjay saul scott sean sebastian sergei sergey sergio seth shane sharad shaun
  shawn shinzo sidney simon stan stanley stefan stephan stephen steve steven stewart stuart ted terence
  terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trent trevor tyler vernon
  victor vijay viktor vince vincent vladimir wade wallace walter warren wayne wendell wesley will
  willard william willie wolfgang xavier xi yasser yousef yusuf yuri zach zachary zachery`);

/** Given names that most often name a woman, lower case. */
export const femaleNames = setOf(`
  abby abigail adriana agnes aisha alexandra alexis alice alicia alison allison alyssa amanda amber
  amelia amina amy ana andrea angela angelina anita ann anna anne annette annie april ariana ashley
  audrey ayesha barbara beatrice becky benazir bernadette beth betsy betty beverly bonnie brenda bridget
  brittany brooke camille candace cara carla carly carmen carol carole caroline carolyn carrie cassandra
  catherine cathy cecilia celeste chantal charlene charlotte chelsea cheryl christina christine cindy
  claire clara claudia colleen condoleezza connie constance courtney crystal cynthia daisy dana
  danielle dawn deborah debbie debra denise diana diane dianne dolores donna dora doris dorothy edith
  eileen elaine eleanor elena elise elizabeth ella ellen eloise elsa emily emma erica erika erin esther
  ethel eva eve evelyn faith fatima fatma felicia fiona florence frances francesca gabriela gabrielle
  gail gayle georgina geraldine gertrude gillian gina gladys glenda gloria grace greta gretchen gwen
  hannah harriet hazel heather heidi helen helena henrietta hilary hillary holly hope ida imogen ines
  ingrid irene iris isabel isabella ivanka ivy jackie jacqueline jan jane janet janice jasmine jean
  jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi josephine joy joyce
  juanita judith judy julia juliana julie juliet june karen kari karin karla kate katherine kathleen
  kathryn kathy katie katrina kay kayla kellyanne kelly kendra kerry kim kimberly kirsten kristen
  kristin kristina lara latoya laura lauren laurie leah leila lena leslie libby lidia lillian lily
  linda lindsay lindsey lisa liz liza lois loretta lori lorraine louise lucia lucille lucy luisa lydia
  lynn lynne mabel madeleine madeline maggie malala mandy marcia margaret maria marian marianne marie
  marilyn marina marion marissa marjorie marla marlene marsha martha mary maryam maureen maxine meg
  megan meghan melania melanie melinda melissa mercedes meredith mia michele michelle mildred mina
  miranda miriam molly mona monica myra nadia nancy naomi natalia natalie natasha nicola nicole nikki
  nina nora norma olga olivia paige pamela patricia patty paula pauline peggy penelope penny phyllis
  priscilla rachel ramona rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne
  ruth sabrina sally samantha sandra sandy sara sarah selena serena shannon sharon sheila shelly sherry
  shirley sierra simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue sumaya susan
  susanna susanne suzanne sylvia tamara tammy tania tanya tara tatiana teresa tess theresa tiffany tina
  tracey tracy tricia trisha ursula valerie vanessa vera veronica vicki victoria viola violet virginia
  vivian wanda wendy whitney wilma yasmin yolanda yvette yvonne zainab zoe`);
