import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was sealed is found by arrays of ids: for a join the kept plan of a young database read the whole log, each time. */
export class SealedByTheirIds1764000001220 implements MigrationInterface {
  up(db: QueryRunner): Promise<void> {
    return unlist(
      db,
      'DELETE FROM core.unsealed WHERE position = ANY(ARRAY(SELECT position FROM core.events WHERE id = ANY(ARRAY(SELECT event_id FROM sealed))))',
    );
  }
  down(db: QueryRunner): Promise<void> {
    return unlist(db, 'DELETE FROM core.unsealed u USING sealed s, core.events e WHERE e.id = s.event_id AND u.position = e.position');
  }
}

async function unlist(db: QueryRunner, statement: string): Promise<void> {
  await db.query(`
    CREATE OR REPLACE FUNCTION core.note_sealed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN
      ${statement};
      RETURN NULL;
    END $$;
  `);
}
