import { defineConfig } from 'prisma/config';

/** Where the Prisma command finds the schema and the migrations; it gets no database from here. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
