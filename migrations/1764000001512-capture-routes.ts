import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A capture leaves by one way or another; each has an order of its own. */
export class CaptureRoutes1764000001512 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE crawl.captures ADD COLUMN route text NOT NULL DEFAULT 'direct' CHECK (route ~ '^[a-z0-9-]{2,40}$');
      DROP INDEX crawl.captures_open;
      CREATE UNIQUE INDEX captures_open ON crawl.captures (address_id, visitor, route) WHERE state = 'ordered';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX crawl.captures_open;
      CREATE UNIQUE INDEX captures_open ON crawl.captures (address_id, visitor) WHERE state = 'ordered';
      ALTER TABLE crawl.captures DROP COLUMN route;
    `);
  }
}
