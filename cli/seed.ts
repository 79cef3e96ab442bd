import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/client/client';
import { seed } from '@/prisma/seed';

/** Fills an empty database with the demo newsroom; returns its accounts as a table to print. */
export async function plantSeed(url: string): Promise<string> {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  try {
    const accounts = await seed(client);
    const rows = accounts.map(({ role, name, email, password }) => [role, name, email, password]);
    return layOut([['Role', 'Name', 'E-mail', 'Password'], ...rows]);
  } finally {
    await client.$disconnect();
  }
}

/** Rows as lines of text, each column as wide as its longest cell. */
export function layOut(rows: string[][]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  }
  const line = (row: string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  return `${rows.map((row) => line(row).trimEnd()).join('\n')}\n`;
}
