/** The four inflected shapes of an English verb that a cue may take. */
export type VerbForm = 'base' | 'present' | 'past' | 'participle' | 'gerund';

const irregular: Record<string, [past: string, participle: string]> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  speak: ['spoke', 'spoken'],
  think: ['thought', 'thought'],
  hold: ['held', 'held'],
  find: ['found', 'found'],
  put: ['put', 'put'],
  read: ['read', 'read'],
  swear: ['swore', 'sworn'],
  see: ['saw', 'seen'],
  feel: ['felt', 'felt'],
  know: ['knew', 'known'],
  foresee: ['foresaw', 'foreseen'],
  give: ['gave', 'given'],
  shoot: ['shot', 'shot'],
  go: ['went', 'gone'],
  make: ['made', 'made'],
  sing: ['sang', 'sung'],
  show: ['showed', 'shown'],
  understand: ['understood', 'understood'],
  teach: ['taught', 'taught'],
  bring: ['brought', 'brought'],
};

const doubled = new Set(
  'quip admit blog chat rap pan spot plan commit refer rip slam dub snap rebut concur nod pin'.split(
    ' ',
  ),
);

/** Every form of a verb given by its base; the second and later words of a phrase stay as they are. */
export function inflect(base: string): [form: string, shape: VerbForm][] {
  const [past, participle] = irregular[base] ?? [pastOf(base), pastOf(base)];
  const forms: [string, VerbForm][] = [
    [base, 'base'],
    [presentOf(base), 'present'],
    [past, 'past'],
    [gerundOf(base), 'gerund'],
  ];
  if (participle !== past) forms.push([participle, 'participle']);
  return forms;
}

function presentOf(base: string): string {
  if (/(?:s|sh|ch|x|z)$/.test(base)) return `${base}es`;
  if (base === 'go') return 'goes';
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (doubled.has(base)) return `${base}${base.at(-1)}ed`;
  return `${base}ed`;
}

function gerundOf(base: string): string {
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  if (doubled.has(base)) return `${base}${base.at(-1)}ing`;
  return `${base}ing`;
}
