import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money may come in while an annulment is written, and after it was issued; what comes after a refund is given back by another. */
export class MoneyAfterAnnulment1764000001111 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE enforcement.penalty_payments ADD COLUMN annulment_id uuid REFERENCES enforcement.penalties (id);
      ALTER TABLE enforcement.penalty_refunds DROP CONSTRAINT penalty_refunds_pkey;
      ALTER TABLE enforcement.penalty_refunds ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY;
      ALTER TABLE enforcement.penalty_refunds ADD UNIQUE (penalty_id, receipt);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Money that came in stays known: there is no way down');
  }
}
