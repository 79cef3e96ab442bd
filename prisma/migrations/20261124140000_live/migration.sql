-- CreateEnum
CREATE TYPE "recovery" AS ENUM ('lost', 'kept');

-- AlterTable
ALTER TABLE "memo" ADD COLUMN     "document_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "recovered_text" ADD COLUMN     "by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "client_id" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "client_seq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "kind" "recovery" NOT NULL DEFAULT 'lost',
ADD COLUMN     "place" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seen_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "recovered_text_memo_id_client_id_client_seq_place_key" ON "recovered_text"("memo_id", "client_id", "client_seq", "place");

-- Until now the document was written with each change.
UPDATE "memo" SET "document_version" = "version";

-- The log says who wrote what: batches are added, and nothing else.
CREATE FUNCTION "refuse_batch_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log of a memo is append-only: % on memo_batch is refused.', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER "memo_batch_no_change"
  BEFORE UPDATE OR DELETE ON "memo_batch"
  FOR EACH ROW EXECUTE FUNCTION "refuse_batch_change"();

-- A key's update of a memo's row stays on its page, beside the row it replaces, and touches no index.
ALTER TABLE "memo" SET (fillfactor = 50);
