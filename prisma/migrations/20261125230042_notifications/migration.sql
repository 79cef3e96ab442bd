-- CreateEnum
CREATE TYPE "mail_wish" AS ENUM ('instant', 'daily', 'never');

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "digest_at" TIMESTAMPTZ(3),
ADD COLUMN     "mail" "mail_wish" NOT NULL DEFAULT 'instant',
ADD COLUMN     "mail_fault" TEXT,
ADD COLUMN     "mail_hour" INTEGER NOT NULL DEFAULT 8,
ADD COLUMN     "mail_zone" TEXT NOT NULL DEFAULT 'UTC';

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by_id" UUID,
    "memo_id" UUID,
    "place" TEXT NOT NULL,
    "once" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_idx" ON "notification"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notification_mailed_at_user_id_idx" ON "notification"("mailed_at", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_once_key" ON "notification"("user_id", "once");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_memo_id_fkey" FOREIGN KEY ("memo_id") REFERENCES "memo"("id") ON DELETE CASCADE ON UPDATE CASCADE;
