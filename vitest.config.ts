import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@': path.resolve(import.meta.dirname) };
const setupFiles = ['./cli/testing/console.ts'];

/** Four projects: only the server's tests get a database, one for each worker. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'domain',
          include: ['domain/**/*.test.ts'],
          setupFiles,
          // A thousand cases of a property take longer on a busy machine, and are no slower for it.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'prisma/**/*.test.ts'],
          globalSetup: './cli/testing/template.ts',
          setupFiles: [...setupFiles, './server/test-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'bench',
          include: ['bench/**/*.test.ts'],
          setupFiles,
          testTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'cli',
          include: ['cli/**/*.test.ts'],
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
