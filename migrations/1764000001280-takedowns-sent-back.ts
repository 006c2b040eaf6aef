import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a second person sent back of a takedown request, and why. */
export class TakedownsSentBack1764000001280 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enforcement.takedown_returns (
        content_id uuid PRIMARY KEY REFERENCES enforcement.takedown_contents (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        returned_by uuid NOT NULL REFERENCES core.staff (id),
        returned_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      GRANT SELECT, INSERT ON enforcement.takedown_returns TO lachan_app;
      GRANT SELECT ON enforcement.takedown_returns TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE enforcement.takedown_returns');
  }
}
