import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One call writes an event with its deliveries, so that a room can do it in the very statement that writes its own rows. */
export class Append1764000000850 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION core.append(event_id uuid, event_type text, public_bytes bytea, office_bytes bytea, handlers text[], lanes text[], wait_seconds double precision)
      RETURNS uuid LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO core.events (id, type, public_part, office_part) VALUES (event_id, event_type, public_bytes, office_bytes);
        INSERT INTO core.deliveries (event_id, handler, lane, available_at)
          SELECT event_id, x.handler, x.lane, clock_timestamp() + make_interval(secs => wait_seconds) FROM unnest(handlers, lanes) AS x(handler, lane);
        RETURN event_id;
      END $$;
      REVOKE EXECUTE ON FUNCTION core.append FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION core.append TO lachan_app;

      -- of the two, a delivery has one: no index needs rows without
      ALTER TABLE core.deliveries DROP CONSTRAINT deliveries_event_id_handler_key, DROP CONSTRAINT deliveries_due_id_handler_key;
      CREATE UNIQUE INDEX deliveries_of_event ON core.deliveries (event_id, handler) WHERE event_id IS NOT NULL;
      CREATE UNIQUE INDEX deliveries_of_due ON core.deliveries (due_id, handler) WHERE due_id IS NOT NULL;
      -- the oldest of a lane
      DROP INDEX core.deliveries_waiting;
      CREATE INDEX deliveries_of_lane ON core.deliveries (lane, available_at) WHERE state = 'waiting';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION core.append');
  }
}
