-- What was received stays as it was: the bytes, their hash and the text of an article's version,
-- and where each paragraph stands in it with which words. The numbering may change, and details.
CREATE FUNCTION "refuse_received_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What was received is kept as it was: this change of % is refused.', TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER "article_version_as_received"
  BEFORE UPDATE ON "article_version" FOR EACH ROW
  WHEN (OLD."original" IS DISTINCT FROM NEW."original"
     OR OLD."sha256" IS DISTINCT FROM NEW."sha256"
     OR OLD."text" IS DISTINCT FROM NEW."text"
     OR OLD."article_id" IS DISTINCT FROM NEW."article_id"
     OR OLD."number" IS DISTINCT FROM NEW."number")
  EXECUTE FUNCTION "refuse_received_change"();

CREATE TRIGGER "paragraph_as_received"
  BEFORE UPDATE ON "paragraph" FOR EACH ROW
  WHEN (OLD."start" IS DISTINCT FROM NEW."start"
     OR OLD."text" IS DISTINCT FROM NEW."text"
     OR OLD."sha256" IS DISTINCT FROM NEW."sha256"
     OR OLD."version_id" IS DISTINCT FROM NEW."version_id"
     OR OLD."position" IS DISTINCT FROM NEW."position")
  EXECUTE FUNCTION "refuse_received_change"();
