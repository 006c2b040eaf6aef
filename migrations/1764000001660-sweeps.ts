import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A changed claim that is set beside past posts has a record: how far it is, what it found, who stopped it and why. */
export class Sweeps1764000001660 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE classify.sweeps (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        claim_id uuid NOT NULL REFERENCES classify.claims (id),
        version_id uuid NOT NULL REFERENCES classify.claim_versions (id),
        cause text NOT NULL CHECK (cause IN ('approved', 'retired')),
        event_id uuid UNIQUE,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'cancelled', 'superseded')),
        items integer NOT NULL, done integer NOT NULL DEFAULT 0, found integer NOT NULL DEFAULT 0,
        -- the last post that was read; they are read newest first
        after_at timestamptz, after_item uuid, CHECK ((after_at IS NULL) = (after_item IS NULL)),
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(), moved_at timestamptz, ended_at timestamptz,
        CHECK ((ended_at IS NOT NULL) = (state IN ('done', 'superseded')))
      );
      CREATE UNIQUE INDEX sweeps_open ON classify.sweeps (claim_id) WHERE state IN ('running', 'cancelled');
      CREATE INDEX sweeps_running ON classify.sweeps (cause, after_at, after_item, started_at, id) WHERE state = 'running';
      CREATE INDEX sweeps_started ON classify.sweeps (started_at, id);
      CREATE INDEX sweeps_claim ON classify.sweeps (claim_id, started_at, id);

      -- insert-only
      CREATE TABLE classify.sweep_stops (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sweep_id uuid NOT NULL REFERENCES classify.sweeps (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
        stopped_by uuid NOT NULL REFERENCES core.staff (id),
        stopped_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX sweep_stops_sweep ON classify.sweep_stops (sweep_id, stopped_at);
      GRANT SELECT, INSERT, UPDATE ON classify.sweeps TO lachan_app;
      GRANT SELECT, INSERT ON classify.sweep_stops TO lachan_app;
      GRANT SELECT ON classify.sweeps, classify.sweep_stops TO lachan_reader;

      -- what was under way begins anew, with a record
      WITH under_way AS (
        SELECT DISTINCT split_part(d.ref, '|', 1)::uuid AS claim_id FROM core.due d
        WHERE d.kind = 'claim-sweep' AND (d.fired_at IS NULL OR EXISTS (SELECT 1 FROM core.deliveries x WHERE x.due_id = d.id AND x.state = 'waiting')))
      INSERT INTO classify.sweeps (claim_id, version_id, cause, items)
        SELECT c.id, c.current_version_id, c.state, (SELECT count(*) FROM classify.triage_items t WHERE t.state <> 'merged')
        FROM classify.claims c JOIN under_way u ON u.claim_id = c.id WHERE c.state IN ('approved', 'retired') AND c.current_version_id IS NOT NULL;
      DELETE FROM core.due d WHERE d.kind = 'claim-sweep' AND d.fired_at IS NULL;
      INSERT INTO core.due (kind, ref, due_at) SELECT 'claim-sweep', s.id, core.office_now() FROM classify.sweeps s;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE classify.sweep_stops, classify.sweeps');
  }
}
