-- AlterTable
ALTER TABLE "memo" ADD COLUMN     "parent_id" UUID;

-- CreateTable
CREATE TABLE "assembly" (
    "id" UUID NOT NULL,
    "memo_id" UUID NOT NULL,
    "order" JSONB NOT NULL,
    "document" JSON NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assembly_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assembly_memo_id_created_at_idx" ON "assembly"("memo_id", "created_at");

-- CreateIndex
CREATE INDEX "memo_parent_id_idx" ON "memo"("parent_id");

-- AddForeignKey
ALTER TABLE "memo" ADD CONSTRAINT "memo_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "memo"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_memo_id_fkey" FOREIGN KEY ("memo_id") REFERENCES "memo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
