import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which links of requests lead to a post. */
export class ItemsOfPosts1764000001521 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX items_post ON enforcement.items (post_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX enforcement.items_post');
  }
}
