import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A delivery that came back with a backup may have left the house before: it is held until a person releases it. */
export class HeldDeliveries1764000000970 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE core.deliveries DROP CONSTRAINT deliveries_state_check,
        ADD CONSTRAINT deliveries_state_check CHECK (state IN ('waiting', 'done', 'dead', 'held'));
      CREATE INDEX deliveries_held ON core.deliveries (available_at) WHERE state = 'held';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE core.deliveries SET state = 'dead' WHERE state = 'held';
      DROP INDEX core.deliveries_held;
      ALTER TABLE core.deliveries DROP CONSTRAINT deliveries_state_check,
        ADD CONSTRAINT deliveries_state_check CHECK (state IN ('waiting', 'done', 'dead'));
    `);
  }
}
