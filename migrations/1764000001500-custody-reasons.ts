import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why evidence left the house: the log holds the id, the words lie here. */
export class CustodyReasons1764000001500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE core.custody_reasons (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 500),
        given_by uuid NOT NULL REFERENCES core.staff (id),
        given_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT SELECT, INSERT ON core.custody_reasons TO lachan_app;
      GRANT SELECT ON core.custody_reasons TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE core.custody_reasons');
  }
}
