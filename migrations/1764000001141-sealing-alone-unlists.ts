import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for a seal is listed by the log itself, and leaves the list by being sealed alone: the app's login can no longer take it off. */
export class SealingAloneUnlists1764000001141 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER FUNCTION core.await_seal() SECURITY DEFINER SET search_path = pg_catalog;
      CREATE FUNCTION core.note_sealed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN
        DELETE FROM core.unsealed u USING sealed s, core.events e WHERE e.id = s.event_id AND u.position = e.position;
        RETURN NULL;
      END $$;
      CREATE TRIGGER note_sealed AFTER INSERT ON core.seals REFERENCING NEW TABLE AS sealed FOR EACH STATEMENT EXECUTE FUNCTION core.note_sealed();
      REVOKE INSERT, DELETE ON core.unsealed FROM lachan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      GRANT INSERT, DELETE ON core.unsealed TO lachan_app;
      DROP TRIGGER note_sealed ON core.seals;
      DROP FUNCTION core.note_sealed();
      ALTER FUNCTION core.await_seal() SECURITY INVOKER RESET search_path;
    `);
  }
}
