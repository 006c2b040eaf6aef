import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role that waits to be approved anew says which reset ended it, and whose act that was. */
export class RolesAfterReset1764000001291 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE core.staff_roles
        ADD COLUMN reset text CHECK (reset IN ('password', 'second-factor')),
        ADD COLUMN reset_by uuid REFERENCES core.staff (id),
        ADD CHECK ((reset IS NULL) = (reset_by IS NULL));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE core.staff_roles DROP COLUMN reset, DROP COLUMN reset_by');
  }
}
