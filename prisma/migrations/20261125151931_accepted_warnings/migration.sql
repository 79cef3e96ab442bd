-- CreateTable
CREATE TABLE "accepted_warning" (
    "id" UUID NOT NULL,
    "memo_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accepted_warning_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accepted_warning_memo_id_rule_sentence_key" ON "accepted_warning"("memo_id", "rule", "sentence");

-- AddForeignKey
ALTER TABLE "accepted_warning" ADD CONSTRAINT "accepted_warning_memo_id_fkey" FOREIGN KEY ("memo_id") REFERENCES "memo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accepted_warning" ADD CONSTRAINT "accepted_warning_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
