import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a second person sent back of an answer to a complaint, or of the reason not to accept it, and why. */
export class AnswersSentBack1764000001300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enforcement.complaint_returns (
        answer_id uuid PRIMARY KEY REFERENCES enforcement.complaint_answers (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        returned_by uuid NOT NULL REFERENCES core.staff (id),
        returned_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      GRANT SELECT, INSERT ON enforcement.complaint_returns TO lachan_app;
      GRANT SELECT ON enforcement.complaint_returns TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE enforcement.complaint_returns');
  }
}
