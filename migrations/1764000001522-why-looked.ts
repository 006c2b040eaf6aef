import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links are watched after their removal was proved, and after they answered again. */
export class WhyLooked1764000001522 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, ['schedule', 'claim', 'removal', 'reappearance', 'restoration', 'person']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE enforcement.item_looks SET why = 'schedule' WHERE why IN ('removal', 'reappearance')`);
    await this.allow(db, ['schedule', 'claim', 'person', 'restoration']);
  }

  private async allow(db: QueryRunner, reasons: string[]): Promise<void> {
    await db.query(`
      ALTER TABLE enforcement.item_looks DROP CONSTRAINT item_looks_why_check;
      ALTER TABLE enforcement.item_looks ADD CONSTRAINT item_looks_why_check CHECK (why IN ('${reasons.join("', '")}'));
    `);
  }
}
