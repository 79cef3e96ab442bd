import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { openTemporaryPostgres } from './temporary';

// Writes the SQL from the last migration's schema to today's: `node --import tsx
// cli/make-migration.ts NAME`. Prisma's own command would download its engine; this is the same
// engine as WebAssembly, from npm. Each migration keeps the schema it leads to, to compare with.

const migrations = path.resolve('prisma/migrations');

/** The schema engine; its package expects a bundler, so that the WebAssembly is loaded here. */
async function openEngine(url: string) {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const resolve = createRequire(import.meta.url).resolve;
  const file = path.join(
    path.dirname(resolve('@prisma/schema-engine-wasm/schema_engine_bg')),
    'schema_engine_bg.wasm',
  );
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  // Two schema files are compared, but the engine wants a database all the same.
  const adapter = new PrismaPg({ connectionString: url });
  const factory = bindMigrationAwareSqlAdapterFactory(adapter);
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
}

function lastSchema(): DiffTarget {
  const names = readdirSync(migrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(migrations, entry.name, 'schema.prisma'))
    .sort()
    .reverse();
  for (const file of names) {
    try {
      return target(readFileSync(file, 'utf8'));
    } catch {
      // A migration written by hand keeps no schema: it changed none.
    }
  }
  return { tag: 'empty' };
}

function target(content: string): DiffTarget {
  return { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] };
}

async function compare(from: DiffTarget, to: DiffTarget): Promise<string | null> {
  const postgres = await openTemporaryPostgres();
  try {
    const engine = await openEngine(postgres.url);
    const filters = { externalTables: [], externalEnums: [] };
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters });
    engine.free();
    // Who may migrate need not own the database, and the schema is always there.
    return stdout?.replace(/^-- CreateSchema\nCREATE SCHEMA .*;\n\n/, '') ?? null;
  } finally {
    await postgres.stop();
  }
}

async function makeMigration(name: string): Promise<string> {
  await mkdir(migrations, { recursive: true });
  const schema = await readFile('prisma/schema.prisma', 'utf8');
  const stdout = await compare(lastSchema(), target(schema));
  if (!stdout || stdout.includes('This is an empty migration')) {
    return 'The schema has not changed since the last migration.';
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrations, /^\d{14}_/.test(name) ? name : `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'migration.sql'), stdout);
  await writeFile(path.join(folder, 'schema.prisma'), schema);
  return `Written: ${path.relative('.', folder)}. Read the SQL before you commit it.`;
}

const name = process.argv[2];
if (!name || !/^\w+$/.test(name)) {
  console.error('Name the migration in snake_case: node --import tsx cli/make-migration.ts NAME');
  process.exit(1);
}
console.log(await makeMigration(name));
