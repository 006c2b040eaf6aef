import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public log and the register know a decision by a random id, and tell how it ended, by which provision, for whom and how much. */
export class PublicActs1764000001030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- given once: the app may write it with the row and has no right to change it
      ALTER TABLE enforcement.penalties ADD COLUMN act uuid UNIQUE;
      UPDATE enforcement.penalties SET act = gen_random_uuid() WHERE kind = 'decision';
      ALTER TABLE enforcement.penalties ADD CHECK ((kind = 'decision') = (act IS NOT NULL));

      ALTER TABLE publication.acts ADD COLUMN "end" text NOT NULL DEFAULT 'none', ADD COLUMN provision text NOT NULL DEFAULT 'none',
        ADD COLUMN subject text NOT NULL DEFAULT 'none', ADD COLUMN amount bigint CHECK (amount >= 0);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The public log names decisions by these ids: there is no way down');
  }
}
