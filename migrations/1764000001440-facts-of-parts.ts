import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a part of a capture is beside its bytes: of which film a still is and when, how long a film, in which language its subtitles. */
export class FactsOfParts1764000001440 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE crawl.capture_parts ADD COLUMN facts jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE crawl.capture_parts DROP COLUMN facts`);
  }
}
