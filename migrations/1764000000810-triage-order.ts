import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue by the time of the first report, read in either direction. */
export class TriageOrder1764000000810 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX triage_open_received ON classify.triage_items (received_at, id) WHERE state = 'waiting' OR look_again`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX classify.triage_open_received');
  }
}
