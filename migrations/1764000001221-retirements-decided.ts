import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A claim leaves the registry when one person proposed it and another agreed; what one person did alone before stands as agreed by nobody. */
export class RetirementsDecided1764000001221 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE classify.claim_retirements DROP CONSTRAINT claim_retirements_pkey;
      ALTER TABLE classify.claim_retirements RENAME COLUMN retired_by TO proposed_by;
      ALTER TABLE classify.claim_retirements RENAME COLUMN retired_at TO proposed_at;
      ALTER TABLE classify.claim_retirements
        ADD id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        ADD agreed boolean, ADD decided_by uuid REFERENCES core.staff (id), ADD decided_at timestamptz,
        ADD CONSTRAINT decided_by_another CHECK (decided_by <> proposed_by);
      UPDATE classify.claim_retirements SET agreed = true, decided_at = proposed_at;
      ALTER TABLE classify.claim_retirements ADD CONSTRAINT decided_whole CHECK ((agreed IS NULL) = (decided_at IS NULL));
      CREATE UNIQUE INDEX claim_retirements_open ON classify.claim_retirements (claim_id) WHERE agreed IS NULL OR agreed;
      GRANT UPDATE (agreed, decided_by, decided_at) ON classify.claim_retirements TO lachan_app;

      CREATE FUNCTION classify.decide_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF OLD.decided_at IS NOT NULL OR NEW.decided_by IS NULL OR NEW.agreed IS NULL THEN
          RAISE 'a retirement is decided once, by a person' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER decide_once BEFORE UPDATE ON classify.claim_retirements FOR EACH ROW EXECUTE FUNCTION classify.decide_once();
      CREATE FUNCTION classify.retire_agreed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.state = 'retired' AND NOT EXISTS (SELECT 1 FROM classify.claim_retirements r WHERE r.claim_id = NEW.id AND r.agreed) THEN
          RAISE 'a claim is retired by two persons' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER retire_agreed BEFORE UPDATE OF state ON classify.claims FOR EACH ROW EXECUTE FUNCTION classify.retire_agreed();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER retire_agreed ON classify.claims;
      DROP FUNCTION classify.retire_agreed();
      DROP TRIGGER decide_once ON classify.claim_retirements;
      DROP FUNCTION classify.decide_once();
      REVOKE UPDATE (agreed, decided_by, decided_at) ON classify.claim_retirements FROM lachan_app;
      DELETE FROM classify.claim_retirements WHERE agreed IS DISTINCT FROM true;
      DROP INDEX classify.claim_retirements_open;
      ALTER TABLE classify.claim_retirements DROP id, DROP agreed, DROP decided_by, DROP decided_at;
      ALTER TABLE classify.claim_retirements RENAME COLUMN proposed_by TO retired_by;
      ALTER TABLE classify.claim_retirements RENAME COLUMN proposed_at TO retired_at;
      ALTER TABLE classify.claim_retirements ADD PRIMARY KEY (claim_id);
    `);
  }
}
