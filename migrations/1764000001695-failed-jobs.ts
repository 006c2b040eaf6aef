import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sweep or a trial whose turn failed for good says so, and keeps no other waiting; a person lets it go on where it stood. */
export class FailedJobs1764000001695 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE classify.sweeps DROP CONSTRAINT sweeps_state_check, ADD COLUMN failure text,
        ADD CONSTRAINT sweeps_state_check CHECK (state IN ('running', 'done', 'cancelled', 'failed', 'superseded')),
        ADD CONSTRAINT sweeps_failure_check CHECK (state <> 'failed' OR failure IS NOT NULL);
      DROP INDEX classify.sweeps_open;
      CREATE UNIQUE INDEX sweeps_open ON classify.sweeps (claim_id) WHERE state IN ('running', 'cancelled', 'failed');

      -- the last post that was read before the turn that failed
      ALTER TABLE classify.trials DROP CONSTRAINT trials_state_check, ADD COLUMN failure text, ADD COLUMN after_item uuid,
        ADD CONSTRAINT trials_state_check CHECK (state IN ('running', 'stopped', 'failed', 'done', 'approved', 'declined')),
        ADD CONSTRAINT trials_failure_check CHECK (state <> 'failed' OR failure IS NOT NULL);
      GRANT UPDATE (failure, after_item) ON classify.trials TO lachan_app;

      -- what stands still now
      CREATE TEMP TABLE given_up AS
        SELECT DISTINCT ON (u.kind, u.ref) u.kind, u.ref, coalesce(nullif(d.error, ''), 'given up') AS error FROM core.deliveries d JOIN core.due u ON u.id = d.due_id
        WHERE d.state = 'dead' AND d.handler IN ('SweepQueue', 'RunTrial') ORDER BY u.kind, u.ref, d.available_at DESC;
      UPDATE classify.sweeps s SET state = 'failed', failure = g.error FROM given_up g
        WHERE g.kind = 'claim-sweep' AND g.ref = s.id::text AND s.state = 'running' AND NOT EXISTS (SELECT 1 FROM core.due u WHERE u.kind = g.kind AND u.ref = g.ref AND u.fired_at IS NULL);
      UPDATE classify.trials t SET state = 'failed', failure = g.error, after_item = nullif(split_part(g.ref, '|', 2), '')::uuid FROM given_up g
        WHERE g.kind = 'matcher-trial' AND split_part(g.ref, '|', 1) = t.id::text AND t.state = 'running';
      INSERT INTO core.due (kind, ref, due_at)
        SELECT DISTINCT ON (s.cause, s.after_at, s.after_item) 'claim-sweep', s.id, core.office_now() FROM classify.sweeps s WHERE s.state = 'running' ORDER BY s.cause, s.after_at, s.after_item, s.started_at, s.id
        ON CONFLICT DO NOTHING;
      DROP TABLE given_up;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE classify.sweeps SET state = 'cancelled' WHERE state = 'failed';
      UPDATE classify.trials SET state = 'stopped' WHERE state = 'failed';
      ALTER TABLE classify.sweeps DROP CONSTRAINT sweeps_state_check, DROP COLUMN failure,
        ADD CONSTRAINT sweeps_state_check CHECK (state IN ('running', 'done', 'cancelled', 'superseded'));
      DROP INDEX classify.sweeps_open;
      CREATE UNIQUE INDEX sweeps_open ON classify.sweeps (claim_id) WHERE state IN ('running', 'cancelled');
      ALTER TABLE classify.trials DROP CONSTRAINT trials_state_check, DROP COLUMN failure, DROP COLUMN after_item,
        ADD CONSTRAINT trials_state_check CHECK (state IN ('running', 'stopped', 'done', 'approved', 'declined'));
    `);
  }
}
