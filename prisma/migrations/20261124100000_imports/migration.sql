-- AlterTable
ALTER TABLE "article_version" ADD COLUMN     "bands" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "file_name" TEXT,
ADD COLUMN     "folded_sha256" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "format" TEXT NOT NULL DEFAULT 'text',
ADD COLUMN     "imported_by_id" UUID,
ADD COLUMN     "media_type" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "unsure" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "carried_from_id" UUID;

-- CreateIndex
CREATE INDEX "article_version_folded_sha256_idx" ON "article_version"("folded_sha256");

-- CreateIndex
CREATE INDEX "article_version_bands_idx" ON "article_version" USING GIN ("bands");

-- CreateIndex
CREATE INDEX "assessment_carried_from_id_idx" ON "assessment"("carried_from_id");

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_imported_by_id_fkey" FOREIGN KEY ("imported_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_carried_from_id_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "assessment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
