import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had a package replayed, and why. Its ticket opens that one capture for some minutes, and only its hash is kept. */
export class Replays1764000001530 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE crawl.replays (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        capture_id uuid NOT NULL REFERENCES crawl.captures (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        opened_by uuid NOT NULL REFERENCES core.staff (id),
        ticket bytea NOT NULL UNIQUE,
        opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ends_at timestamptz NOT NULL
      );
      CREATE INDEX replays_capture ON crawl.replays (capture_id);
      GRANT SELECT, INSERT ON crawl.replays TO lachan_app;
      GRANT SELECT ON crawl.replays TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE crawl.replays');
  }
}
