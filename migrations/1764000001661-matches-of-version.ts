import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The posts of a claim, the most alike first. */
export class MatchesOfVersion1764000001661 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX matches_version ON classify.matches (version_id, (round(score * 10000)::int), id)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX classify.matches_version');
  }
}
