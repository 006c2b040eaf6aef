import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a case was called before, and by whom it was called otherwise; the log holds the id. */
export class CaseTitles1764000001290 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cases.titles (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        was text, title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
        given_by uuid NOT NULL REFERENCES core.staff (id),
        given_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX titles_case ON cases.titles (case_id);
      GRANT SELECT, INSERT ON cases.titles TO lachan_app;
      GRANT SELECT ON cases.titles TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE cases.titles');
  }
}
