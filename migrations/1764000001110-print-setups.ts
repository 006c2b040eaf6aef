import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What documents were written with: the issuing body, the sentences, the texts of the form. A content names it by its hash. */
export class PrintSetups1764000001110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enforcement.print_setups (
        sha256 text PRIMARY KEY CHECK (sha256 = encode(sha256(bytes), 'hex')),
        bytes bytea NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      GRANT SELECT, INSERT ON enforcement.print_setups TO lachan_app;
      GRANT SELECT ON enforcement.print_setups TO lachan_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was signed stays known: there is no way down');
  }
}
