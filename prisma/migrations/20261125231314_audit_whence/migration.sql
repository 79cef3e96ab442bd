-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "whence" TEXT;
