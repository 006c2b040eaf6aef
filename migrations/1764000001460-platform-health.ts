import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How well each platform was read of late is counted over looks by their time. */
export class PlatformHealth1764000001460 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX observations_at ON crawl.observations (office_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX crawl.observations_at');
  }
}
