import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is barred from a post is barred from all that has become part of it, under its former ids. */
export class BarsOfMergedPosts1764000000930 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'INSERT INTO core.bars (staff_id, post_id) SELECT bar.staff_id, o.id FROM core.bars bar JOIN intake.posts o ON o.merged_into = bar.post_id ON CONFLICT DO NOTHING',
    );
  }

  async down(): Promise<void> {}
}
