import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions at networks that somebody gave the house, encrypted; a capture whose session ended waits until it is renewed. */
export class SignedInProfiles1764000001540 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE crawl.profiles (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9-]{2,40}$'),
        visitor text NOT NULL, platform text NOT NULL,
        hosts text[] NOT NULL CHECK (cardinality(hosts) BETWEEN 1 AND 10),
        state text NOT NULL DEFAULT 'signed-in' CHECK (state IN ('signed-in', 'signed-out', 'ended')),
        since timestamptz NOT NULL DEFAULT clock_timestamp(),
        version int NOT NULL DEFAULT 1,
        cookies bytea,
        given_by uuid NOT NULL REFERENCES core.staff (id),
        given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK ((state = 'ended') = (cookies IS NULL))
      );
      GRANT SELECT, INSERT, UPDATE ON crawl.profiles TO lachan_app;
      GRANT SELECT (id, name, visitor, platform, hosts, state, since, version, given_by, given_at) ON crawl.profiles TO lachan_reader;
      ALTER TABLE crawl.captures ADD COLUMN waits_for text;
      CREATE INDEX captures_waits_for ON crawl.captures (waits_for) WHERE waits_for IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE crawl.captures DROP COLUMN waits_for; DROP TABLE crawl.profiles');
  }
}
