-- What the search asks: words with English stems and without accents, and likeness of names. The
-- three extensions are trusted: whoever owns the database may make them.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

CREATE TEXT SEARCH CONFIGURATION public.scenesetter (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION public.scenesetter
  ALTER MAPPING FOR word, hword, hword_part WITH public.unaccent, pg_catalog.english_stem;

-- The same text, sign for sign, with plain marks: in some locales PostgreSQL takes what is not
-- ASCII for a letter, and a word between curly quotes for another word. No tags either.
CREATE FUNCTION public.search_text(text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate($1, '<>“”„‟«»‹›‚‘’‛ʼ′″‐‑‒–—―…•·¡¿§¶†‡' || U&'\00A0\2009\200A\202F\3000',
                       '           ''''''''                      ');

-- A tsvector holds at most a megabyte: a text is cut where it could not hold the words of any.
CREATE FUNCTION public.search_words(text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN to_tsvector('public.scenesetter'::regconfig, public.search_text(left($1, 150000)));

-- Names as they are compared by likeness: no capitals, no accents, the aliases after the name.
CREATE FUNCTION public.search_names(text, text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary,
                               concat_ws(' · ', $1, array_to_string($2, ' · '))));

-- A team's articles of one quarter of a year. The search goes from shelf to shelf, the newest
-- first, and stops when it has enough: a common word costs what a rare one does. Whatever is on no
-- shelf (an older version, a paragraph that is left out) is not found.
CREATE TABLE "shelf" (
    "id" SERIAL NOT NULL,
    "team_id" UUID NOT NULL,
    "quarter" DATE NOT NULL,

    CONSTRAINT "shelf_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "shelf_team_id_quarter_key" ON "shelf"("team_id", "quarter");
ALTER TABLE "shelf" ADD CONSTRAINT "shelf_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "article_version"
  ADD COLUMN "shelf" INTEGER,
  ADD COLUMN "title_words" tsvector GENERATED ALWAYS AS (public.search_words("title")) STORED,
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS
    (public.search_words("title") || public.search_words("text")) STORED;
ALTER TABLE "paragraph"
  ADD COLUMN "shelf" INTEGER,
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public.search_words("text")) STORED;
ALTER TABLE "span"
  ADD COLUMN "shelf" INTEGER,
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public.search_words("text")) STORED;
ALTER TABLE "expert"
  ADD COLUMN "names" TEXT GENERATED ALWAYS AS (public.search_names("name", "aliases")) STORED,
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS
    (public.search_words(public.search_names("name", "aliases"))) STORED;
ALTER TABLE "issue"
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public.search_words("name")) STORED;
ALTER TABLE "memo"
  ADD COLUMN "text" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS
    (setweight(public.search_words("title"), 'A') || public.search_words("text")) STORED;

-- What the memos stored so far say; each gets it from the server at its next change.
UPDATE "memo" SET "text" = coalesce((
  SELECT string_agg(piece #>> '{}', ' ')
    FROM jsonb_path_query("document"::jsonb, 'strict $.**.text') AS piece), '');

INSERT INTO "shelf" ("team_id", "quarter")
SELECT DISTINCT a."team_id", date_trunc('quarter', v."published_on"::timestamp)::date
  FROM "article_version" v JOIN "article" a ON a."id" = v."article_id"
 WHERE v."latest";
UPDATE "article_version" v SET "shelf" = s."id"
  FROM "article" a, "shelf" s
 WHERE v."latest" AND a."id" = v."article_id" AND s."team_id" = a."team_id"
   AND s."quarter" = date_trunc('quarter', v."published_on"::timestamp)::date;
UPDATE "paragraph" p SET "shelf" = v."shelf"
  FROM "article_version" v
 WHERE v."id" = p."version_id" AND (p."number" IS NOT NULL OR p."left_out" = 'title');
UPDATE "span" s SET "shelf" = p."shelf" FROM "paragraph" p WHERE p."id" = s."paragraph_id";

-- Each word's list is one with the shelves' in these indexes, so that both narrow at once.
CREATE INDEX "article_version_words_idx" ON "article_version" USING GIN ("shelf", "words");
CREATE INDEX "article_version_title_words_idx" ON "article_version" USING GIN ("shelf", "title_words");
CREATE INDEX "paragraph_words_idx" ON "paragraph" USING GIN ("shelf", "words");
CREATE INDEX "span_words_idx" ON "span" USING GIN ("shelf", "words");
CREATE INDEX "expert_words_idx" ON "expert" USING GIN ("team_id", "words");
CREATE INDEX "expert_names_idx" ON "expert" USING GIN ("names" public.gin_trgm_ops);
CREATE INDEX "issue_words_idx" ON "issue" USING GIN ("team_id", "words");
CREATE INDEX "memo_words_idx" ON "memo" USING GIN ("team_id", "words");

-- The shelf follows what it is made of: the team, the date, the latest version, the numbering.
CREATE FUNCTION "shelve_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  team uuid;
  start date := date_trunc('quarter', NEW."published_on"::timestamp)::date;
BEGIN
  NEW."shelf" := NULL;
  IF NEW."latest" THEN
    SELECT "team_id" INTO team FROM "article" WHERE "id" = NEW."article_id";
    SELECT "id" INTO NEW."shelf" FROM "shelf" WHERE "team_id" = team AND "quarter" = start;
    IF NEW."shelf" IS NULL AND team IS NOT NULL THEN
      INSERT INTO "shelf" ("team_id", "quarter") VALUES (team, start)
        ON CONFLICT ("team_id", "quarter") DO UPDATE SET "quarter" = start
        RETURNING "id" INTO NEW."shelf";
    END IF;
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "article_version_shelved"
  BEFORE INSERT OR UPDATE OF "latest", "published_on" ON "article_version"
  FOR EACH ROW EXECUTE FUNCTION "shelve_version"();

CREATE FUNCTION "shelve_paragraph"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."shelf" := NULL;
  IF NEW."number" IS NOT NULL OR NEW."left_out" = 'title' THEN
    SELECT "shelf" INTO NEW."shelf" FROM "article_version" WHERE "id" = NEW."version_id";
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "paragraph_shelved"
  BEFORE INSERT OR UPDATE OF "number", "left_out" ON "paragraph"
  FOR EACH ROW EXECUTE FUNCTION "shelve_paragraph"();

CREATE FUNCTION "shelve_span"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "shelf" INTO NEW."shelf" FROM "paragraph" WHERE "id" = NEW."paragraph_id";
  RETURN NEW;
END;
$$;
CREATE TRIGGER "span_shelved"
  BEFORE INSERT OR UPDATE OF "paragraph_id" ON "span"
  FOR EACH ROW EXECUTE FUNCTION "shelve_span"();

CREATE FUNCTION "shelve_below"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'article_version' THEN
    UPDATE "paragraph" SET "shelf" = NEW."shelf"
     WHERE "version_id" = NEW."id" AND ("number" IS NOT NULL OR "left_out" = 'title');
  ELSE
    UPDATE "span" SET "shelf" = NEW."shelf" WHERE "paragraph_id" = NEW."id";
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "article_version_shelf_moved"
  AFTER UPDATE ON "article_version" FOR EACH ROW
  WHEN (OLD."shelf" IS DISTINCT FROM NEW."shelf") EXECUTE FUNCTION "shelve_below"();
CREATE TRIGGER "paragraph_shelf_moved"
  AFTER UPDATE ON "paragraph" FOR EACH ROW
  WHEN (OLD."shelf" IS DISTINCT FROM NEW."shelf") EXECUTE FUNCTION "shelve_below"();
