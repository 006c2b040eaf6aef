import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A proposal follows its post when that turns out to be another: the row of the post that was merged goes. */
export class MergedProposals1764000000620 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('GRANT DELETE ON cases.case_proposals TO lachan_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('REVOKE DELETE ON cases.case_proposals FROM lachan_app');
  }
}
