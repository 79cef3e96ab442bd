-- CreateTable
CREATE TABLE "audit_seal" (
    "number" INTEGER NOT NULL,
    "mac" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "audit_sealed" (
    "entry_id" UUID NOT NULL,
    "seal" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "audit_sealed_pkey" PRIMARY KEY ("entry_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_sealed_seal_position_key" ON "audit_sealed"("seal", "position");

-- As with the audit itself: added to, and nothing else.
CREATE TRIGGER "audit_seal_no_change" BEFORE UPDATE OR DELETE ON "audit_seal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_record_change"();
CREATE TRIGGER "audit_sealed_no_change" BEFORE UPDATE OR DELETE ON "audit_sealed"
  FOR EACH ROW EXECUTE FUNCTION "refuse_record_change"();
