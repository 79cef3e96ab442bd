import { isId } from './authorize';
import type { Store } from './db';

/** Notes which assessments the memo rests on now; most changes leave them as they are. */
export async function keepUses(
  tx: Store,
  memoId: string,
  before: Set<string>,
  after: Set<string>,
): Promise<void> {
  const gone = [...before].filter((id) => !after.has(id));
  const come = [...after].filter((id) => !before.has(id));
  if (gone.length > 0)
    await tx.memoAssessment.deleteMany({ where: { memoId, assessmentId: { in: gone } } });
  if (come.length === 0) return;
  // A pasted quote may name an assessment that is not there; the check of quotes says so.
  const known = await tx.assessment.findMany({
    where: { id: { in: come.filter(isId) } },
    select: { id: true },
  });
  await tx.memoAssessment.createMany({
    data: known.map(({ id }) => ({ memoId, assessmentId: id })),
    skipDuplicates: true,
  });
}
