import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words that were read in pictures, and what is said in films; a match tells in which of them it stands. */
export class Readings1764000001670 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- insert-only; a reading that was derived, not a part of the sealed package
      CREATE TABLE classify.readings (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        post_id uuid NOT NULL,
        capture_id uuid, address_id uuid, CHECK (num_nonnulls(capture_id, address_id) = 1),
        evidence_id uuid NOT NULL REFERENCES core.evidence_items (id),
        part text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('picture', 'subtitles')),
        of_sha256 text NOT NULL CHECK (of_sha256 ~ '^[0-9a-f]{64}$'),
        engine text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('read', 'nothing', 'too-large', 'timed-out', 'unreadable')),
        width integer, height integer,
        confidence smallint CHECK (confidence BETWEEN 0 AND 100),
        lines jsonb NOT NULL,
        text text NOT NULL, CHECK ((text <> '') = (outcome = 'read')),
        read_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE NULLS NOT DISTINCT (capture_id, address_id, part, engine)
      );
      CREATE INDEX readings_post ON classify.readings (post_id, read_at);
      CREATE INDEX readings_bytes ON classify.readings (of_sha256);
      CREATE INDEX readings_evidence ON classify.readings (evidence_id);
      GRANT SELECT, INSERT ON classify.readings TO lachan_app;
      GRANT SELECT ON classify.readings TO lachan_reader;

      ALTER TABLE classify.matches ADD COLUMN reading_id uuid REFERENCES classify.readings (id) ON DELETE SET NULL;
      CREATE INDEX matches_reading ON classify.matches (reading_id) WHERE reading_id IS NOT NULL;

      -- what was read in evidence goes with it, as the words of its matches do
      CREATE OR REPLACE FUNCTION retention.purge_match_words(of_evidence uuid) RETURNS void LANGUAGE sql AS $$
        UPDATE classify.matches SET spans = '[]',
          reasons = (SELECT coalesce(jsonb_agg(r.reason || CASE jsonb_typeof(r.reason -> 'words') WHEN 'array' THEN '{"words": []}' WHEN 'string' THEN '{"words": ""}' ELSE '{}' END::jsonb ORDER BY r.place), '[]') FROM jsonb_array_elements(reasons) WITH ORDINALITY AS r (reason, place))
        WHERE evidence_id = of_evidence;
        DELETE FROM classify.readings WHERE evidence_id = of_evidence;
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was purged stays known: there is no way down');
  }
}
