// Runs one benchmark by its name: `npm run -s bench -- pdf [--json]`.

/** What a benchmark's file offers: one run of it, and its figures by name. */
export type Bench = { bench: () => Promise<Record<string, unknown>> };

const benches: Record<string, () => Promise<Bench>> = {
  assembly: () => import('./assembly'),
  attribution: () => import('./attribution'),
  checking: () => import('./checking'),
  page: () => import('./page'),
  pdf: () => import('./pdf'),
};

async function main(args: string[]): Promise<number> {
  const json = args.includes('--json');
  const [name = '', ...rest] = args.filter((arg) => arg !== '--json');
  if (!Object.hasOwn(benches, name) || rest.length > 0) {
    const names = Object.keys(benches).join(', ');
    process.stderr.write(`Name one benchmark of these: ${names}; --json prints one object.\n`);
    return 2;
  }
  const figures = await (await benches[name]?.())?.bench();
  if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else for (const [key, value] of Object.entries(figures ?? {})) console.log(`${key}: ${value}`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
