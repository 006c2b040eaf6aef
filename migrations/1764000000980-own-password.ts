import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A password that somebody else chose opens nothing but the way to one's own. */
export class OwnPassword1764000000980 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE core.accounts ADD COLUMN password_given boolean NOT NULL DEFAULT false;
      GRANT UPDATE (password_given) ON core.accounts TO lachan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE core.accounts DROP COLUMN password_given');
  }
}
