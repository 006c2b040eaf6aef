import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A bar that somebody set by naming a colleague in a case can be lifted by another, with a reason; who is barred by a case is one view. */
export class BarLifts1764000001150 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cases.bar_lifts (
        party_id uuid PRIMARY KEY REFERENCES cases.parties ON DELETE CASCADE,
        reason text NOT NULL,
        lifted_by uuid NOT NULL REFERENCES core.staff,
        lifted_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE VIEW cases.barring AS
        SELECT p.id, p.case_id, p.staff_id, p.added_by FROM cases.parties p
        WHERE p.staff_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cases.bar_lifts l WHERE l.party_id = p.id);
      GRANT SELECT, INSERT ON cases.bar_lifts TO lachan_app;
      GRANT SELECT ON cases.barring TO lachan_app, lachan_reader;
      GRANT SELECT ON cases.bar_lifts TO lachan_reader;
      GRANT DELETE ON core.bars TO lachan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('REVOKE DELETE ON core.bars FROM lachan_app');
    await db.query('DROP VIEW cases.barring');
    await db.query('DROP TABLE cases.bar_lifts');
  }
}
