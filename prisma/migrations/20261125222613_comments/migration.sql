-- CreateEnum
CREATE TYPE "comment_grade" AS ENUM ('must', 'should', 'information');

-- CreateEnum
CREATE TYPE "comment_entry_kind" AS ENUM ('said', 'resolved', 'reopened', 'graded');

-- CreateTable
CREATE TABLE "comment_thread" (
    "id" UUID NOT NULL,
    "memo_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "grade" "comment_grade" NOT NULL,
    "is_resolved" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "about" TEXT NOT NULL,
    "from" INTEGER,
    "to" INTEGER,
    "lost" JSONB,
    "at_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_entry" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "kind" "comment_entry_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_mention" (
    "entry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("entry_id","user_id")
);

-- CreateIndex
CREATE INDEX "comment_thread_memo_id_created_at_idx" ON "comment_thread"("memo_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_entry_thread_id_created_at_idx" ON "comment_entry"("thread_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_mention_user_id_idx" ON "comment_mention"("user_id");

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_memo_id_fkey" FOREIGN KEY ("memo_id") REFERENCES "memo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_entry" ADD CONSTRAINT "comment_entry_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comment_thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_entry" ADD CONSTRAINT "comment_entry_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "comment_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A thread is never deleted, and what was said in it stands.
CREATE TRIGGER "comment_thread_no_delete" BEFORE DELETE ON "comment_thread"
  FOR EACH ROW EXECUTE FUNCTION "refuse_record_change"();
CREATE TRIGGER "comment_entry_no_change" BEFORE UPDATE OR DELETE ON "comment_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_record_change"();
CREATE TRIGGER "comment_mention_no_change" BEFORE UPDATE OR DELETE ON "comment_mention"
  FOR EACH ROW EXECUTE FUNCTION "refuse_record_change"();

-- It stands somewhere, or was lost.
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_somewhere"
  CHECK (("from" IS NULL) = ("to" IS NULL) AND ("from" IS NULL) = ("lost" IS NOT NULL));
