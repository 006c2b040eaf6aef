import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A judgement may take the place of an earlier one, which stays on file. */
export class JudgedAgain1764000000880 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE classify.judgements ADD COLUMN supersedes uuid REFERENCES classify.judgements (id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE classify.judgements DROP COLUMN supersedes');
  }
}
