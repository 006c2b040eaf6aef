import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Captures of one host go in the order in which they came: each that waits says when it asks again. */
export class TurnsByArrival1764000001590 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE crawl.host_turns ADD COLUMN asks_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE crawl.host_turns DROP COLUMN asks_at');
  }
}
