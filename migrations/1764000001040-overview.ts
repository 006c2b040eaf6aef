import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The overview counts what came in lately, what waits and what is late, without reading what is long done. */
export class Overview1764000001040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX triage_received ON classify.triage_items (received_at, id) WHERE state <> 'merged';
      CREATE INDEX takedowns_open ON enforcement.takedowns (state, created_at) WHERE state IN ('draft', 'approved', 'undeliverable');
      CREATE INDEX items_overdue ON enforcement.items (due_at) WHERE overdue;
    `);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX classify.triage_received, enforcement.takedowns_open, enforcement.items_overdue');
  }
}
