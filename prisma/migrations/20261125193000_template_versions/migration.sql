-- AlterTable
ALTER TABLE "template" ADD COLUMN     "made_by_id" UUID,
ADD COLUMN     "team_id" UUID;

-- CreateIndex
CREATE INDEX "template_team_id_idx" ON "template"("team_id");

-- AddForeignKey
ALTER TABLE "template" ADD CONSTRAINT "template_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template" ADD CONSTRAINT "template_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A memo stays on the version it was made with: versions are added, and nothing else. Those that are
-- stored already came with the house, and stay of no team.
CREATE FUNCTION "refuse_template_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The versions of a template are kept as they are: % on template is refused.', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER "template_no_change"
  BEFORE UPDATE OR DELETE ON "template"
  FOR EACH ROW EXECUTE FUNCTION "refuse_template_change"();

CREATE TRIGGER "template_no_truncate"
  BEFORE TRUNCATE ON "template"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_template_change"();
