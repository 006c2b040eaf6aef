import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case that fell comes back the way it fell: proposed by one, decided by another. */
export class Reopening1764000000920 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE cases.case_fall_proposals ADD COLUMN what text NOT NULL DEFAULT 'fall' CHECK (what IN ('fall', 'reopening'))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE cases.case_fall_proposals DROP COLUMN what');
  }
}
