import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A claim that says the same as another becomes part of it, by two persons, and leads there; what rested on it keeps naming it. One claim that says two things is split. */
export class ClaimMerges1764000001651 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE classify.claims DROP CONSTRAINT claims_state_check;
      ALTER TABLE classify.claims ADD CONSTRAINT claims_state_check CHECK (state IN ('draft', 'approved', 'retired', 'merged')),
        ADD merged_into uuid REFERENCES classify.claims (id),
        ADD CONSTRAINT merged_somewhere CHECK ((state = 'merged') = (merged_into IS NOT NULL) AND merged_into <> id);
      CREATE INDEX claims_merged_into ON classify.claims (merged_into) WHERE merged_into IS NOT NULL;

      CREATE TABLE classify.claim_merges (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        what text NOT NULL CHECK (what IN ('merge', 'reinstate')),
        claim_id uuid NOT NULL REFERENCES classify.claims (id), version_id uuid NOT NULL REFERENCES classify.claim_versions (id),
        into_id uuid NOT NULL REFERENCES classify.claims (id), into_version_id uuid NOT NULL REFERENCES classify.claim_versions (id),
        content jsonb NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        proposed_by uuid NOT NULL REFERENCES core.staff (id), proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        agreed boolean, decided_by uuid REFERENCES core.staff (id), decided_at timestamptz,
        CHECK (claim_id <> into_id),
        CONSTRAINT decided_by_another CHECK (decided_by <> proposed_by),
        CONSTRAINT decided_whole CHECK ((agreed IS NULL) = (decided_at IS NULL) AND (agreed IS NULL) = (decided_by IS NULL))
      );
      CREATE UNIQUE INDEX claim_merges_open ON classify.claim_merges (claim_id) WHERE agreed IS NULL;
      CREATE UNIQUE INDEX claim_merges_open_into ON classify.claim_merges (into_id) WHERE agreed IS NULL;
      CREATE INDEX claim_merges_of ON classify.claim_merges (claim_id, decided_at DESC);
      GRANT SELECT, INSERT ON classify.claim_merges TO lachan_app;
      GRANT UPDATE (agreed, decided_by, decided_at) ON classify.claim_merges TO lachan_app;

      CREATE TABLE classify.claim_splits (
        claim_id uuid PRIMARY KEY REFERENCES classify.claims (id),
        from_id uuid NOT NULL REFERENCES classify.claims (id), from_version_id uuid NOT NULL REFERENCES classify.claim_versions (id),
        split_by uuid NOT NULL REFERENCES core.staff (id), split_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX claim_splits_from ON classify.claim_splits (from_id);
      GRANT SELECT, INSERT ON classify.claim_splits TO lachan_app;
      GRANT SELECT ON classify.claim_merges, classify.claim_splits TO lachan_reader;

      CREATE FUNCTION classify.merge_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF OLD.decided_at IS NOT NULL THEN RAISE 'a merge is decided once' USING ERRCODE = 'check_violation'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER merge_decided_once BEFORE UPDATE ON classify.claim_merges FOR EACH ROW EXECUTE FUNCTION classify.merge_decided_once();
      -- what was agreed last says where a claim stands
      CREATE FUNCTION classify.merge_agreed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF (NEW.state = 'merged') <> (OLD.state = 'merged') AND NOT coalesce((
          SELECT CASE WHEN NEW.state = 'merged' THEN m.what = 'merge' AND m.into_id = NEW.merged_into ELSE m.what = 'reinstate' AND NEW.state = 'approved' END
          FROM classify.claim_merges m WHERE m.claim_id = NEW.id AND m.agreed ORDER BY m.decided_at DESC LIMIT 1), false) THEN
          RAISE 'a claim is merged, or reinstated, by two persons' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER merge_agreed BEFORE UPDATE OF state, merged_into ON classify.claims FOR EACH ROW EXECUTE FUNCTION classify.merge_agreed();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER merge_agreed ON classify.claims;
      DROP FUNCTION classify.merge_agreed();
      DROP TABLE classify.claim_splits;
      DROP TABLE classify.claim_merges;
      DROP FUNCTION classify.merge_decided_once();
      -- what was merged is in force again: nothing of it was lost
      UPDATE classify.claims SET state = 'approved', merged_into = NULL WHERE state = 'merged';
      ALTER TABLE classify.claims DROP CONSTRAINT merged_somewhere, DROP merged_into, DROP CONSTRAINT claims_state_check;
      ALTER TABLE classify.claims ADD CONSTRAINT claims_state_check CHECK (state IN ('draft', 'approved', 'retired'));
    `);
  }
}
