-- CreateEnum
CREATE TYPE "audience" AS ENUM ('team', 'named');

-- CreateEnum
CREATE TYPE "grant_level" AS ENUM ('read', 'comment', 'suggest', 'edit');

-- AlterTable
ALTER TABLE "memo" ADD COLUMN     "access_revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "audience" "audience" NOT NULL DEFAULT 'team';

-- CreateTable
CREATE TABLE "memo_grant" (
    "memo_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "level" "grant_level" NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memo_grant_pkey" PRIMARY KEY ("memo_id","user_id")
);

-- CreateIndex
CREATE INDEX "memo_grant_user_id_idx" ON "memo_grant"("user_id");

-- AddForeignKey
ALTER TABLE "memo_grant" ADD CONSTRAINT "memo_grant_memo_id_fkey" FOREIGN KEY ("memo_id") REFERENCES "memo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memo_grant" ADD CONSTRAINT "memo_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memo_grant" ADD CONSTRAINT "memo_grant_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
