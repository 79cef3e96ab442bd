-- CreateTable
CREATE TABLE "export_job" (
    "id" UUID NOT NULL,
    "requester_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_file" (
    "job_id" UUID NOT NULL,
    "memo_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL DEFAULT '',
    "version" INTEGER,
    "name" TEXT,
    "size" INTEGER NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "bytes" BYTEA,
    "message" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "export_file_pkey" PRIMARY KEY ("job_id","memo_id")
);

-- CreateIndex
CREATE INDEX "export_job_requester_id_created_at_idx" ON "export_job"("requester_id", "created_at");

-- CreateIndex
CREATE INDEX "export_job_created_at_idx" ON "export_job"("created_at");

-- CreateIndex
CREATE INDEX "export_file_memo_id_idx" ON "export_file"("memo_id");

-- AddForeignKey
ALTER TABLE "export_job" ADD CONSTRAINT "export_job_requester_id_fkey" FOREIGN KEY ("requester_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "export_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_memo_id_fkey" FOREIGN KEY ("memo_id") REFERENCES "memo"("id") ON DELETE CASCADE ON UPDATE CASCADE;
