import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many looks somebody took a moment ago is asked before each preview. */
export class LooksOfAPerson1764000001112 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX personal_data_reads_reader ON core.personal_data_reads (read_by, read_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX core.personal_data_reads_reader');
  }
}
