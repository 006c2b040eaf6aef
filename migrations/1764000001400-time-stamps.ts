import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a sealed package authorities and the log speak about, and the time stamps that came. The files are parts of the capture. */
export class TimeStamps1764000001400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE crawl.package_seals (
        capture_id uuid PRIMARY KEY REFERENCES crawl.captures (id),
        -- SHA-256 of datapackage-digest.json, and of the public key that signed it
        digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        key text NOT NULL CHECK (key ~ '^[0-9a-f]{64}$'),
        -- the event that holds the hash of the package; none where it was sealed before events did
        event_id uuid REFERENCES core.events (id)
      );
      CREATE TABLE crawl.time_stamps (
        capture_id uuid NOT NULL REFERENCES crawl.package_seals (capture_id),
        number int NOT NULL CHECK (number > 0),
        part text NOT NULL,
        authority text NOT NULL,
        stamped_at timestamptz NOT NULL,
        -- the first of its authority's certificates ends
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (capture_id, number),
        FOREIGN KEY (capture_id, part) REFERENCES crawl.capture_parts (capture_id, name)
      );
      GRANT SELECT, INSERT ON crawl.package_seals, crawl.time_stamps TO lachan_app;
      GRANT SELECT ON crawl.package_seals, crawl.time_stamps TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE crawl.time_stamps; DROP TABLE crawl.package_seals');
  }
}
