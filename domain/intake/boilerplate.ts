/** A kind of line that pages put around an article and nobody wrote as part of it. */
export type BoilerplateRule = { name: string; pattern: RegExp };

const entry =
  '(?:(?:open |close |main |site )?(?:menu|navigation)|search|home(?: ?page)?|sections|sign (?:in|up)|log ?(?:in|out)|register|subscribe|my account|account|donate|newsletters?|e-?paper|latest(?: news)?|live(?: updates)?|breaking news|top stories|world(?: news)?|news|u\\.?s\\.?|uk|europe|africa|asia|middle east|americas|international|national|local|politics|business|economy|markets|money|technology|tech|science|health|climate|environment|opinion|culture|arts|entertainment|lifestyle|life|travel|sports?|weather|video|audio|podcasts?|photos|more)';

/** "Subscribe | Sign in", "Menu", "World · Politics · Sport": nothing but entries of a menu. */
const navigation = new RegExp(`^${entry}(?: ?[|·•>›»/,] ?${entry}){0,15}$`, 'i');

/**
 * The rules, each with its name. All are held against the whole paragraph, from its first letter,
 * and are narrow on purpose: a paragraph that stays can be left out by hand, but one that is gone
 * from the numbering without need is a statement that nobody finds.
 */
export const boilerplateRules: readonly BoilerplateRule[] = [
  {
    name: 'advertisement',
    pattern: /^(advertisements?|advertising|sponsored( content)?|ad)[.:]?$/i,
  },
  {
    name: 'advertisement',
    pattern: /^(advertisement|story continues below|article continues (after|below))\b.{0,60}$/i,
  },
  {
    name: 'sign up',
    pattern:
      /^(sign up|sign in|register|log in|click here|tap here)\b.{0,40}\b(for|to|now|today|here|newsletter|account)\b/i,
  },
  {
    name: 'subscribe',
    pattern:
      /^(subscribe( now| today| here)?[.!]?$|subscribe\b.{0,40}\b(to|for|newsletter|today|now)\b)/i,
  },
  {
    name: 'newsletter',
    pattern:
      /^(get|receive|join|enter your e-?mail)\b.{0,100}\b(newsletter|inbox|e-?mail address)\b/i,
  },
  { name: 'newsletter', pattern: /^(the )?(daily |weekly |morning )?newsletter[.:]?$/i },
  {
    name: 'read more',
    pattern:
      /^(read|see|watch|listen|view) (more|also|next|now|full (story|coverage|article))\s*([:|–—-]|$)/i,
  },
  {
    name: 'read more',
    pattern:
      /^(related|more on this|more from|most read|recommended|editor[’']s picks?|up next|trending)( (stories|articles|coverage|topics|content|news))?\s*(:|$)/i,
  },
  {
    name: 'follow us',
    pattern:
      /^(follow|like|find|join) (us|@?\w+( \w+){0,3}) (on|at) (twitter|x|facebook|instagram|linkedin|youtube|telegram|whatsapp|threads|bluesky|mastodon|google news)\b/i,
  },
  {
    name: 'share',
    pattern:
      /^(share|e-?mail|print|save|tweet|bookmark)( (this|on|via|by|with|to)( \S+){0,4}| article| story| page)?[.!:]?$/i,
  },
  {
    name: 'copyright',
    pattern: /^(©|\([cC]\))\s*\S|^(Copyright|COPYRIGHT)\s*(©|\([cC]\)|\d{4}|[Bb]y\b)/,
  },
  { name: 'copyright', pattern: /^.{0,80}\ball rights reserved\b/i },
  {
    name: 'copyright',
    pattern: /^this (material|article|content) may not be (published|reproduced|reprinted)\b/i,
  },
  {
    name: 'cookies',
    pattern: /^(we|this (site|website)|our (site|website))\b.{0,60}\bcookies?\b/i,
  },
  {
    name: 'cookies',
    pattern:
      /^((accept|reject|manage) (all )?(cookies|preferences)|cookie (policy|settings)|privacy policy|terms of (use|service))[.:]?$/i,
  },
  {
    name: 'photo credit',
    pattern:
      /^\(?(photo|image|picture|photograph|illustration|graphic|video)( credit| by| courtesy( of)?)?\s*(:|\bby\b|\bcourtesy of\b)/i,
  },
  {
    name: 'photo credit',
    pattern:
      /^[^.!?]{0,80}(\/\s?|\bvia\s)(getty images|reuters|afp|ap|ap photo|epa|shutterstock|bloomberg)\)?[.]?$/i,
  },
  {
    name: 'desk credit',
    pattern: /^\((additional )?(reporting|writing|editing|compiled)\b[^()]{0,200}\)$/i,
  },
  {
    name: 'desk credit',
    pattern:
      /^((additional )?(reporting|writing) by\b[^.]{0,120}(; ?editing by\b[^.]{0,80})?|editing by\b[^.]{0,80})\.?$/i,
  },
  {
    name: 'standards',
    pattern: /^our standards: /i,
  },
  {
    name: 'reading time',
    pattern: /^\d{1,3}[ -]min(ute)?s?( read| to read)?[.]?$/i,
  },
  { name: 'navigation', pattern: navigation },
  { name: 'navigation', pattern: /^home( ?[>›»/] ?[\p{L}\p{N}&.’' -]{2,40}){1,5}$/iu },
  {
    name: 'jump link',
    pattern: /^(skip to|back to|jump to|return to) (main )?(content|top|article|navigation)[.]?$/i,
  },
  {
    name: 'comments',
    pattern: /^((view|show|leave|post|add)( (a|\d+|all))? comments?|comments( \(\d+\))?)[.]?$/i,
  },
];

/** Longer than this it is prose, whatever it begins with. In UTF-16 code units. */
const longest = 240;

/**
 * Which rule calls the paragraph boilerplate; null where none does. Nothing that carries a
 * quotation of two words or more, and no long prose, is ever called so.
 */
export function boilerplateRule(paragraph: string): string | null {
  const words = paragraph.replace(/\s+/g, ' ').trim();
  if (words.length > longest || carriesQuotation(words)) return null;
  return boilerplateRules.find((rule) => rule.pattern.test(words))?.name ?? null;
}

function carriesQuotation(words: string): boolean {
  return /[“"„«][^“”"„«»]*\s[^“”"„«»]*(?:[”"“»]|$)/u.test(words);
}
