import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a proposed case is not opened: who said so, and why. A later judgement of the post may propose again. */
export class DeclinedProposals1764000000730 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cases.case_proposal_declines (
        id uuid PRIMARY KEY,
        post_id uuid NOT NULL,
        judgement_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
        declined_by uuid NOT NULL REFERENCES core.staff (id),
        declined_at timestamptz NOT NULL DEFAULT core.office_now(),
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        undone_at timestamptz
      );
      CREATE UNIQUE INDEX case_proposal_declines_standing ON cases.case_proposal_declines (post_id, judgement_id) WHERE undone_at IS NULL;
      GRANT SELECT, INSERT, UPDATE (undone_at) ON cases.case_proposal_declines TO lachan_app;
      GRANT SELECT ON cases.case_proposal_declines TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE cases.case_proposal_declines');
  }
}
