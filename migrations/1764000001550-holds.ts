import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases of which nothing may be purged: put under hold by one person, let go by two. */
export class Holds1764000001550 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cases.holds (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        reason_id uuid NOT NULL REFERENCES core.custody_reasons (id),
        placed_by uuid NOT NULL REFERENCES core.staff (id),
        placed_at timestamptz NOT NULL DEFAULT core.office_now(),
        lifted_at timestamptz
      );
      CREATE UNIQUE INDEX holds_open ON cases.holds (case_id) WHERE lifted_at IS NULL;
      CREATE INDEX holds_case ON cases.holds (case_id, placed_at);

      CREATE TABLE cases.hold_lifts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        hold_id uuid NOT NULL REFERENCES cases.holds (id),
        reason_id uuid NOT NULL REFERENCES core.custody_reasons (id),
        proposed_by uuid NOT NULL REFERENCES core.staff (id),
        proposed_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX hold_lifts_hold ON cases.hold_lifts (hold_id, proposed_at);
      CREATE TABLE cases.hold_lift_decisions (
        lift_id uuid PRIMARY KEY REFERENCES cases.hold_lifts (id),
        decision text NOT NULL CHECK (decision IN ('approved', 'declined')),
        reason text CHECK (length(reason) BETWEEN 3 AND 4000),
        decided_by uuid NOT NULL REFERENCES core.staff (id),
        decided_at timestamptz NOT NULL DEFAULT core.office_now(),
        CHECK (decision = 'approved' OR reason IS NOT NULL)
      );
      CREATE FUNCTION cases.refuse_own_lift() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM cases.hold_lifts l WHERE l.id = NEW.lift_id AND l.proposed_by = NEW.decided_by) THEN
          RAISE EXCEPTION 'nobody decides their own proposal' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_own_lift BEFORE INSERT ON cases.hold_lift_decisions FOR EACH ROW EXECUTE FUNCTION cases.refuse_own_lift();

      -- a hold ends once, by a decision; whoever purges waits for whoever holds
      CREATE FUNCTION cases.guard_hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('lachan holds'));
        IF TG_OP = 'UPDATE' AND (OLD.lifted_at IS NOT NULL OR NOT EXISTS (
          SELECT 1 FROM cases.hold_lifts l JOIN cases.hold_lift_decisions d ON d.lift_id = l.id WHERE l.hold_id = NEW.id AND d.decision = 'approved')) THEN
          RAISE EXCEPTION 'a hold ends by the decision of a second person' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER guard_hold BEFORE INSERT OR UPDATE ON cases.holds FOR EACH ROW EXECUTE FUNCTION cases.guard_hold();

      -- in whose custody it stands already
      CREATE TABLE cases.held_evidence (
        hold_id uuid NOT NULL REFERENCES cases.holds (id),
        evidence_id uuid NOT NULL REFERENCES core.evidence_items (id),
        PRIMARY KEY (hold_id, evidence_id)
      );

      GRANT SELECT, INSERT, UPDATE (lifted_at) ON cases.holds TO lachan_app;
      GRANT SELECT, INSERT ON cases.hold_lifts, cases.hold_lift_decisions, cases.held_evidence TO lachan_app;
      GRANT SELECT ON cases.holds, cases.hold_lifts, cases.hold_lift_decisions, cases.held_evidence TO lachan_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was held stays known: there is no way down');
  }
}
