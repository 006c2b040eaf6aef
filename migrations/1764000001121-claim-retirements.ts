import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a claim left the registry, and who took it out: written once, and never changed. */
export class ClaimRetirements1764000001121 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE classify.claim_retirements (
        claim_id uuid PRIMARY KEY REFERENCES classify.claims (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        retired_by uuid NOT NULL REFERENCES core.staff (id),
        retired_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT SELECT, INSERT ON classify.claim_retirements TO lachan_app;
      GRANT SELECT ON classify.claim_retirements TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE classify.claim_retirements');
  }
}
