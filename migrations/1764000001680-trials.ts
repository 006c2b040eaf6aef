import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other thresholds or another model are tried on what people decided, and put in force by a second person. */
export class Trials1764000001680 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE classify.trials (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        suggest double precision NOT NULL CHECK (suggest >= 0),
        strong double precision NOT NULL CHECK (strong BETWEEN suggest AND 1),
        model jsonb, -- null: the one that the product ships
        model_id text NOT NULL,
        base_id uuid REFERENCES classify.trials (id), -- what was in force; null: what the product ships
        base_model_id text NOT NULL, base_suggest double precision NOT NULL, base_strong double precision NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped', 'done', 'approved', 'declined')),
        posts integer NOT NULL, done integer NOT NULL DEFAULT 0, tally jsonb NOT NULL,
        asked_by uuid NOT NULL REFERENCES core.staff (id), asked_at timestamptz NOT NULL DEFAULT core.office_now(),
        decided_by uuid REFERENCES core.staff (id), decided_at timestamptz,
        in_force_since timestamptz, CHECK ((state = 'approved') = (in_force_since IS NOT NULL)),
        CHECK (state NOT IN ('approved', 'declined') OR decided_by <> asked_by)
      );
      CREATE INDEX trials_in_force ON classify.trials (in_force_since DESC) WHERE state = 'approved';

      -- what would come out otherwise; of what stays as it is only the tally is kept
      CREATE TABLE classify.trial_changes (
        trial_id uuid NOT NULL REFERENCES classify.trials (id),
        item_id uuid NOT NULL REFERENCES classify.triage_items (id),
        claim_id uuid NOT NULL REFERENCES classify.claims (id),
        version_id uuid NOT NULL REFERENCES classify.claim_versions (id),
        decided text NOT NULL CHECK (decided IN ('confirmed', 'rejected', 'undecided')),
        before text NOT NULL, after text NOT NULL, CHECK (before <> after),
        score_before double precision, score_after double precision,
        PRIMARY KEY (trial_id, item_id, claim_id)
      );
      CREATE INDEX matches_decided ON classify.matches (split_part(model, '.', 1), score) WHERE decision IS NOT NULL;

      -- a claim that an inspector names where the machine does not suggest it is no suggestion
      ALTER TABLE classify.matches ALTER COLUMN strength DROP NOT NULL;
      ALTER TABLE classify.past_matches ALTER COLUMN strength DROP NOT NULL;

      -- of posts that nothing was suggested for: whether it is one of the sample that people read so that the missed can be estimated
      ALTER TABLE classify.triage_items ADD COLUMN sampled boolean;
      CREATE INDEX triage_sampled ON classify.triage_items (sampled, state) WHERE sampled IS NOT NULL;
      GRANT SELECT, INSERT ON classify.trials, classify.trial_changes TO lachan_app;
      GRANT UPDATE (state, done, tally, decided_by, decided_at, in_force_since) ON classify.trials TO lachan_app;
      GRANT SELECT ON classify.trials, classify.trial_changes TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE classify.trial_changes; DROP TABLE classify.trials; DROP INDEX classify.matches_decided; ALTER TABLE classify.triage_items DROP COLUMN sampled',
    );
  }
}
