import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Captures and what they showed of an address. */
export class Crawl1764000000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA crawl;
      GRANT USAGE ON SCHEMA crawl TO lachan_app, lachan_reader;

      -- one order, numbered attempts, exactly one end
      CREATE TABLE crawl.captures (
        id uuid PRIMARY KEY,
        post_id uuid NOT NULL, address_id uuid NOT NULL, url text NOT NULL,
        reason text NOT NULL CHECK (reason IN ('report', 'inspector', 'second-look')), ordered_by uuid, tries integer NOT NULL DEFAULT 0, ordered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        state text NOT NULL DEFAULT 'ordered' CHECK (state IN ('ordered', 'sealed', 'failed')),
        outcome text CHECK (outcome IN ('complete', 'partial', 'gone', 'blocked', 'failed')),
        evidence_id uuid, platform text,
        title text, author text, handle text, posted_at timestamptz,
        text text, text_sha256 text, ground jsonb,
        started_at timestamptz, ended_at timestamptz,
        CHECK ((state = 'sealed') = (evidence_id IS NOT NULL))
      );
      CREATE INDEX captures_post ON crawl.captures (post_id, ordered_at DESC);
      CREATE UNIQUE INDEX captures_open ON crawl.captures (address_id) WHERE state = 'ordered';

      CREATE TABLE crawl.capture_parts (
        capture_id uuid NOT NULL REFERENCES crawl.captures (id),
        name text NOT NULL, sha256 text NOT NULL, media_type text NOT NULL, bytes bigint NOT NULL,
        PRIMARY KEY (capture_id, name)
      );

      -- what an address showed, once per capture, with its ground and its route
      CREATE TABLE crawl.observations (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        capture_id uuid NOT NULL UNIQUE REFERENCES crawl.captures (id),
        address_id uuid NOT NULL, post_id uuid NOT NULL, url text NOT NULL,
        observation text NOT NULL CHECK (observation IN
          ('present', 'gone', 'private', 'login-wall', 'blocked-here', 'robot-check', 'fetch-failed', 'unclear')),
        ground jsonb NOT NULL, route jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        office_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX observations_address ON crawl.observations (address_id, office_at DESC);

      GRANT SELECT, INSERT, UPDATE ON crawl.captures TO lachan_app;
      GRANT SELECT, INSERT ON crawl.capture_parts, crawl.observations TO lachan_app;
      GRANT SELECT ON crawl.captures, crawl.capture_parts, crawl.observations TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA crawl CASCADE');
  }
}
