import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue and each of its items read the judgements of an item, the newest first. */
export class JudgementsOfItem1764000001131 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX judgements_item ON classify.judgements (item_id, recorded_at DESC, id DESC)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX classify.judgements_item');
  }
}
