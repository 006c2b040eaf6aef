import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Captures of one host go one after the other, at a pace; one that waits for its turn says until when. */
export class HostTurns1764000001511 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE crawl.host_turns (
        capture_id uuid PRIMARY KEY,
        host text NOT NULL, booked_at timestamptz NOT NULL, began_at timestamptz, held_until timestamptz
      );
      CREATE INDEX host_turns_host ON crawl.host_turns (host, booked_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON crawl.host_turns TO lachan_app;
      GRANT SELECT ON crawl.host_turns TO lachan_reader;
      ALTER TABLE crawl.captures ADD COLUMN waits_until timestamptz;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE crawl.captures DROP COLUMN waits_until; DROP TABLE crawl.host_turns');
  }
}
