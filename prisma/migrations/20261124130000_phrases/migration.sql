-- A phrase was looked for in all paragraphs of a shelf that have its words: of common ones, in
-- thousands for each that has the phrase. So each two words that follow one another are kept, with
-- the shelf they stand on, as one number of 16,777,216. Two pairs may share a number, which keeps
-- the index small: whoever looks one up checks the paragraph's shelf and words as well.
CREATE FUNCTION public.shelf_pairs("shelf" integer, "words" tsvector) RETURNS integer[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT hashtext(($1 || ' ' || before || ' ' || word) COLLATE "C") & 16777215
      FROM (SELECT lexeme AS word, lag(lexeme) OVER (ORDER BY place, lexeme) AS before
              FROM unnest($2), unnest(positions) AS place) AS pair
     WHERE before IS NOT NULL);

CREATE INDEX "paragraph_pairs_idx" ON "paragraph"
  USING GIN (public.shelf_pairs("shelf", "words"));
DROP INDEX "paragraph_words_idx";

-- The same signs for the same as before. `translate` holds each sign of a text against each of its
-- forty; this takes a tenth of the time, which was most of what marking the hits took.
CREATE OR REPLACE FUNCTION public.search_text(text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(regexp_replace($1, '[‘’‛ʼ]', '''', 'g'),
    '[<>“”„‟«»‹›‚′″‐‑‒–—―…•·¡¿§¶†‡' || U&'\00A0\2009\200A\202F\3000' || ']', ' ', 'g');
