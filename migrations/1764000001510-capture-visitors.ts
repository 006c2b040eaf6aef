import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A page is captured as one kind of visitor or another; each has an order of its own. */
export class CaptureVisitors1764000001510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE crawl.captures ADD COLUMN visitor text NOT NULL DEFAULT 'desktop' CHECK (visitor ~ '^[a-z0-9-]{2,40}$');
      DROP INDEX crawl.captures_open;
      CREATE UNIQUE INDEX captures_open ON crawl.captures (address_id, visitor) WHERE state = 'ordered';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX crawl.captures_open;
      CREATE UNIQUE INDEX captures_open ON crawl.captures (address_id) WHERE state = 'ordered';
      ALTER TABLE crawl.captures DROP COLUMN visitor;
    `);
  }
}
