import type { Actor } from '@/domain/user';
import { Prisma } from '@/prisma/client/client';
import { db } from '../db';

/**
 * The shelves that the actor may search, the newest quarter first, with what falls between the
 * days alone. Whatever is found in articles is found on one of these: this is the permission.
 */
export async function shelvesVisibleTo(
  actor: Actor,
  { from, to }: { from: string | null; to: string | null },
): Promise<number[]> {
  const rows = await db().shelf.findMany({
    where: {
      teamId: { in: actor.teamIds },
      quarter: {
        ...(from ? { gte: quarterOf(from) } : {}),
        ...(to ? { lte: new Date(to) } : {}),
      },
    },
    orderBy: { quarter: 'desc' },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

function quarterOf(day: string): Date {
  const date = new Date(day);
  date.setUTCMonth(Math.floor(date.getUTCMonth() / 3) * 3, 1);
  return date;
}

/**
 * Rows of a table from shelf to shelf, the newest first, until there are `most`. `rows` selects
 * from one shelf, which it calls `s.id`. What comes after is not looked at, so that a common word
 * costs no more than a rare one; the rows of one shelf are in no order.
 */
export function fromShelves(shelves: number[], rows: Prisma.Sql, most: number): Prisma.Sql {
  return Prisma.sql`
    SELECT c.* FROM unnest(${shelves}::int[]) WITH ORDINALITY AS s(id, place)
     CROSS JOIN LATERAL (${rows} LIMIT ${most}) AS c
     LIMIT ${most}`;
}

/**
 * The same in one go, for what the index would gather anew for each shelf, or what stands so seldom
 * that nothing is saved by stopping: `rows` selects from all shelves and ends in its conditions, and
 * `shelf` is the column that has the shelf.
 */
export function acrossShelves(
  shelves: number[],
  rows: Prisma.Sql,
  shelf: Prisma.Sql,
  most: number,
): Prisma.Sql {
  const place = Prisma.sql`array_position(${shelves}::int[], ${shelf})`;
  return Prisma.sql`${rows} AND ${place} > 0 ORDER BY ${place} LIMIT ${most}`;
}
