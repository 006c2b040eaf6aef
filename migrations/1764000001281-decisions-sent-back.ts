import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a second person sent back of a decision or an annulment instead of signing it, and why. */
export class DecisionsSentBack1764000001281 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enforcement.penalty_returns (
        content_id uuid PRIMARY KEY REFERENCES enforcement.penalty_contents (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        returned_by uuid NOT NULL REFERENCES core.staff (id),
        returned_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      GRANT SELECT, INSERT ON enforcement.penalty_returns TO lachan_app;
      GRANT SELECT ON enforcement.penalty_returns TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE enforcement.penalty_returns');
  }
}
