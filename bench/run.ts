// Runs one benchmark by its name: `npm run -s bench -- pdf [--json]`; the search takes a size too.

/** What a benchmark's file offers: one run of it, and its figures by name. */
export type Bench = { bench: (size?: { articles?: number }) => Promise<Record<string, unknown>> };

const benches: Record<string, () => Promise<Bench>> = {
  assembly: () => import('./assembly'),
  attribution: () => import('./attribution'),
  chaos: () => import('./chaos'),
  checking: () => import('./checking'),
  keys: () => import('./keys'),
  live: () => import('./live'),
  page: () => import('./page'),
  pdf: () => import('./pdf'),
  preview: () => import('./preview'),
  redline: () => import('./redline'),
  search: () => import('./search'),
};

async function main(args: string[]): Promise<number> {
  const json = args.includes('--json');
  const [name = '', ...rest] = args.filter((arg) => arg !== '--json');
  const [option, articles = ''] = rest;
  const sized = name === 'search' && option === '--articles' && /^[1-9]\d{0,6}$/.test(articles);
  if (!Object.hasOwn(benches, name) || rest.length !== (sized ? 2 : 0)) {
    const names = Object.keys(benches).join(', ');
    process.stderr.write(
      `Name one benchmark of these: ${names}; --json prints one object, and --articles N says how ` +
        'many articles the search has to look through.\n',
    );
    return 2;
  }
  const size = sized ? { articles: Number(articles) } : undefined;
  const figures = await (await benches[name]?.())?.bench(size);
  if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else for (const [key, value] of Object.entries(figures ?? {})) console.log(`${key}: ${value}`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
