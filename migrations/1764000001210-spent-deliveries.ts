import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deliveries that are done and timers that fired are forgotten after some days; what is not done, the app cannot delete. */
export class SpentDeliveries1764000001210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX deliveries_spent ON core.deliveries (done_at) WHERE state = 'done' AND lane <> 'document';
      CREATE INDEX due_fired ON core.due (fired_at) WHERE fired_at IS NOT NULL;

      -- the newest print of a record says what became of its paper, so those stay
      CREATE FUNCTION core.forget_deliveries(days integer, most integer) RETURNS integer
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        WITH spent AS MATERIALIZED (
          SELECT id FROM core.deliveries WHERE state = 'done' AND lane <> 'document' AND done_at < now() - make_interval(days => greatest(days, 2))
          ORDER BY done_at LIMIT most FOR UPDATE SKIP LOCKED),
        gone AS (DELETE FROM core.deliveries d USING spent s WHERE d.id = s.id RETURNING d.id)
        SELECT count(*)::int FROM gone
      $$;
      REVOKE EXECUTE ON FUNCTION core.forget_deliveries FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION core.forget_deliveries TO lachan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION core.forget_deliveries;
      DROP INDEX core.deliveries_spent;
      DROP INDEX core.due_fired;
    `);
  }
}
