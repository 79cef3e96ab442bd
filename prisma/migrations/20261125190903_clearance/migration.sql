-- CreateEnum
CREATE TYPE "addressee_state" AS ENUM ('listed', 'proposed', 'declined');

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_member" (
    "office_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "office_member_pkey" PRIMARY KEY ("office_id","user_id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "delegate_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearance" (
    "id" UUID NOT NULL,
    "memo_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "officer_id" UUID NOT NULL,
    "principal_id" UUID,
    "zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "issued_at" TIMESTAMPTZ(3),
    "issued_by_id" UUID,
    "issued_version" INTEGER,
    "issued_sha256" TEXT,
    "issued_text" JSON,

    CONSTRAINT "clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addressee" (
    "id" UUID NOT NULL,
    "clearance_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stage" INTEGER NOT NULL,
    "asked" TEXT NOT NULL,
    "office_id" UUID,
    "user_id" UUID,
    "sections" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ(3),
    "dissent" TEXT NOT NULL DEFAULT 'open',
    "state" "addressee_state" NOT NULL DEFAULT 'listed',
    "proposed_by_id" UUID,

    CONSTRAINT "addressee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response" (
    "id" UUID NOT NULL,
    "addressee_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "seen" JSONB NOT NULL,
    "by_id" UUID NOT NULL,
    "for_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "clearance_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "recommendation" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_scan" (
    "id" UUID NOT NULL,
    "clearance_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_scan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "office_team_id_name_key" ON "office"("team_id", "name");

-- CreateIndex
CREATE INDEX "office_member_user_id_idx" ON "office_member"("user_id");

-- CreateIndex
CREATE INDEX "delegation_user_id_idx" ON "delegation"("user_id");

-- CreateIndex
CREATE INDEX "delegation_delegate_id_last_day_idx" ON "delegation"("delegate_id", "last_day");

-- CreateIndex
CREATE UNIQUE INDEX "clearance_memo_id_number_key" ON "clearance"("memo_id", "number");

-- CreateIndex
CREATE INDEX "addressee_clearance_id_position_idx" ON "addressee"("clearance_id", "position");

-- CreateIndex
CREATE INDEX "addressee_user_id_idx" ON "addressee"("user_id");

-- CreateIndex
CREATE INDEX "addressee_office_id_idx" ON "addressee"("office_id");

-- CreateIndex
CREATE INDEX "response_addressee_id_created_at_idx" ON "response"("addressee_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "decision_clearance_id_place_key" ON "decision"("clearance_id", "place");

-- CreateIndex
CREATE INDEX "decision_scan_clearance_id_idx" ON "decision_scan"("clearance_id");

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_member" ADD CONSTRAINT "office_member_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_member" ADD CONSTRAINT "office_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_memo_id_fkey" FOREIGN KEY ("memo_id") REFERENCES "memo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressee" ADD CONSTRAINT "addressee_clearance_id_fkey" FOREIGN KEY ("clearance_id") REFERENCES "clearance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressee" ADD CONSTRAINT "addressee_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressee" ADD CONSTRAINT "addressee_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressee" ADD CONSTRAINT "addressee_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_addressee_id_fkey" FOREIGN KEY ("addressee_id") REFERENCES "addressee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_for_id_fkey" FOREIGN KEY ("for_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_clearance_id_fkey" FOREIGN KEY ("clearance_id") REFERENCES "clearance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_scan" ADD CONSTRAINT "decision_scan_clearance_id_fkey" FOREIGN KEY ("clearance_id") REFERENCES "clearance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_scan" ADD CONSTRAINT "decision_scan_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A memo has one open round of clearance at most.
CREATE UNIQUE INDEX "clearance_one_open" ON "clearance"("memo_id")
  WHERE "issued_at" IS NULL AND "withdrawn_at" IS NULL;

-- What was answered, issued, decided and signed is never changed afterwards, whoever asks.
CREATE FUNCTION "refuse_record_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a record of % is never changed or deleted', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "response_no_change" BEFORE UPDATE OR DELETE ON "response"
  FOR EACH ROW EXECUTE FUNCTION "refuse_record_change"();
CREATE TRIGGER "decision_no_change" BEFORE UPDATE OR DELETE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_record_change"();
CREATE TRIGGER "decision_scan_no_change" BEFORE UPDATE OR DELETE ON "decision_scan"
  FOR EACH ROW EXECUTE FUNCTION "refuse_record_change"();
CREATE TRIGGER "clearance_issued_no_change" BEFORE UPDATE OR DELETE ON "clearance"
  FOR EACH ROW WHEN (OLD."issued_at" IS NOT NULL) EXECUTE FUNCTION "refuse_record_change"();
