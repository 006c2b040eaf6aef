import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registry of claims counts its changes, so that whoever holds a copy asks one row, and reads what changed since. */
export class RegistryChanges1764000001640 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE classify.registry (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        number bigint NOT NULL DEFAULT 1,
        changed_in xid8 NOT NULL DEFAULT pg_current_xact_id()
      );
      INSERT INTO classify.registry DEFAULT VALUES;
      ALTER TABLE classify.claims ADD COLUMN changed bigint NOT NULL DEFAULT 1;
      CREATE INDEX claims_changed ON classify.claims (changed);

      -- the row is held until the transaction ends: numbers are seen in their order, one for each transaction
      CREATE FUNCTION classify.note_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE classify.registry SET number = number + 1, changed_in = pg_current_xact_id() WHERE changed_in <> pg_current_xact_id();
        SELECT number INTO NEW.changed FROM classify.registry;
        RETURN NEW;
      END $$;
      CREATE TRIGGER note_change BEFORE INSERT OR UPDATE OF state, current_version_id ON classify.claims FOR EACH ROW
        WHEN (NEW.state <> 'draft') EXECUTE FUNCTION classify.note_change();
      GRANT SELECT, UPDATE ON classify.registry TO lachan_app;
      GRANT SELECT ON classify.registry TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER note_change ON classify.claims;
      DROP FUNCTION classify.note_change();
      ALTER TABLE classify.claims DROP COLUMN changed;
      DROP TABLE classify.registry;
    `);
  }
}
