import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every report asks (was its link captured lately?), and the list of what callers said, which few reports are. */
export class LookedUp1764000000986 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX captures_address ON crawl.captures (address_id, ordered_at DESC);
      CREATE INDEX reports_by_phone ON intake.reports (received_at DESC, id DESC) WHERE channel = 'phone';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX crawl.captures_address, intake.reports_by_phone');
  }
}
