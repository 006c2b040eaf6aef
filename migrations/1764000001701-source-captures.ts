import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a claim rests on is captured as a post is; its link is no post, stands in no queue and is the same for every claim that names it. */
export class SourceCaptures1764000001701 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- the id stands where captures of posts have those of post and address
      CREATE TABLE classify.source_links (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        value text NOT NULL UNIQUE,
        url text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT SELECT, INSERT ON classify.source_links TO lachan_app;
      GRANT SELECT ON classify.source_links TO lachan_reader;
      ALTER TABLE crawl.captures DROP CONSTRAINT captures_reason_check,
        ADD CONSTRAINT captures_reason_check CHECK (reason IN ('report', 'inspector', 'second-look', 'source'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE classify.source_links;
      ALTER TABLE crawl.captures DROP CONSTRAINT captures_reason_check,
        ADD CONSTRAINT captures_reason_check CHECK (reason IN ('report', 'inspector', 'second-look')) NOT VALID;
    `);
  }
}
