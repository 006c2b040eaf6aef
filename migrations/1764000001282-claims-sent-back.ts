import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of a claim a second person sent back, and why. */
export class ClaimsSentBack1764000001282 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE classify.claim_returns (
        version_id uuid PRIMARY KEY REFERENCES classify.claim_versions (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        returned_by uuid NOT NULL REFERENCES core.staff (id),
        returned_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT SELECT, INSERT ON classify.claim_returns TO lachan_app;
      GRANT SELECT ON classify.claim_returns TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE classify.claim_returns');
  }
}
