-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('open', 'accepted', 'corrected', 'rejected');

-- CreateEnum
CREATE TYPE "strength" AS ENUM ('firm', 'plain', 'tentative');

-- DropIndex
DROP INDEX "expert_team_id_name_key";

-- DropIndex
DROP INDEX "affiliation_expert_id_as_of_key";

-- AlterTable
ALTER TABLE "expert" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "assessment_issue" ADD COLUMN     "strength" "strength" NOT NULL DEFAULT 'plain';

-- AlterTable
ALTER TABLE "article_version" ADD COLUMN     "latest" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "expert_distinct" (
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,

    CONSTRAINT "expert_distinct_pkey" PRIMARY KEY ("one_id","other_id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "statement" JSON NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'open',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "assessment_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memo_assessment" (
    "memo_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,

    CONSTRAINT "memo_assessment_pkey" PRIMARY KEY ("memo_id","assessment_id")
);

-- CreateIndex
CREATE INDEX "article_version_published_on_id_idx" ON "article_version"("published_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "expert_distinct_other_id_idx" ON "expert_distinct"("other_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_assessment_id_key" ON "proposal"("assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_version_id_position_key" ON "proposal"("version_id", "position");

-- CreateIndex
CREATE INDEX "memo_assessment_assessment_id_idx" ON "memo_assessment"("assessment_id");

-- CreateIndex
CREATE INDEX "expert_team_id_name_idx" ON "expert"("team_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "affiliation_expert_id_as_of_organisation_role_key" ON "affiliation"("expert_id", "as_of", "organisation", "role");

-- AddForeignKey
ALTER TABLE "expert_distinct" ADD CONSTRAINT "expert_distinct_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "expert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_distinct" ADD CONSTRAINT "expert_distinct_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "expert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "article_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memo_assessment" ADD CONSTRAINT "memo_assessment_memo_id_fkey" FOREIGN KEY ("memo_id") REFERENCES "memo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memo_assessment" ADD CONSTRAINT "memo_assessment_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Which assessments the memos stored so far rest on: their quotes, and the basis of their sentences.
INSERT INTO "memo_assessment" ("memo_id", "assessment_id")
SELECT DISTINCT memo."id", assessment."id"
  FROM "memo" AS memo
 CROSS JOIN LATERAL (
   SELECT jsonb_path_query(memo."document"::jsonb, 'strict $.**.attrs.assessment') #>> '{}' AS id
   UNION
   SELECT jsonb_path_query(memo."document"::jsonb, 'strict $.**.attrs.basis[*]') #>> '{}'
 ) AS used
  JOIN "assessment" AS assessment ON assessment."id"::text = used.id;
