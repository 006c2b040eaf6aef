import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a lost second factor is taken away: proposed by one person, decided by another, neither of them the holder. */
export class FactorResets1764000001081 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE core.second_factor_resets (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES core.accounts (id),
        proposed_by uuid NOT NULL REFERENCES core.staff (id),
        proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        decision text CHECK (decision IN ('approved', 'declined')),
        decided_by uuid REFERENCES core.staff (id),
        decided_at timestamptz,
        CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
        CHECK (decided_by IS DISTINCT FROM proposed_by)
      );
      CREATE UNIQUE INDEX second_factor_resets_open ON core.second_factor_resets (account_id) WHERE decision IS NULL;
      CREATE FUNCTION core.check_factor_reset() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM core.accounts a WHERE a.id = NEW.account_id AND a.staff_id IN (NEW.proposed_by, NEW.decided_by)) THEN
          RAISE EXCEPTION 'nobody takes their own second factor away' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_factor_reset BEFORE INSERT OR UPDATE ON core.second_factor_resets FOR EACH ROW EXECUTE FUNCTION core.check_factor_reset();
      GRANT SELECT, INSERT, UPDATE (decision, decided_by, decided_at) ON core.second_factor_resets TO lachan_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Who took a second factor away stays known: there is no way down');
  }
}
