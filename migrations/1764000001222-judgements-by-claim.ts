import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which posts were judged by a claim: so cases about the same matter are found. */
export class JudgementsByClaim1764000001222 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX judgements_claim ON classify.judgements (claim_version_id) WHERE claim_version_id IS NOT NULL');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX classify.judgements_claim');
  }
}
