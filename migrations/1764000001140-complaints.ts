import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints about decisions: when each came, what is due when, what became of it, and the answer that a second person approved. */
export class Complaints1764000001140 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enforcement.complaints (
        id uuid PRIMARY KEY,
        penalty_id uuid NOT NULL REFERENCES enforcement.penalties (id),
        violation_id uuid NOT NULL REFERENCES enforcement.violations (id),
        case_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'accepted', 'not-accepted', 'answered', 'withdrawn')),
        version integer NOT NULL DEFAULT 1,
        received_on date NOT NULL,
        how text NOT NULL CHECK (how IN ('in-person', 'by-post', 'electronic')),
        complainant text NOT NULL CHECK (complainant IN ('fined', 'representative')),
        exhibit_id uuid,
        accept_by date NOT NULL,
        accepted_on date, complex boolean NOT NULL DEFAULT false, answer_by date,
        -- when the last day of what the office owes next is over; null where it owes nothing
        due_at timestamptz,
        recorded_by uuid NOT NULL REFERENCES core.staff (id),
        recorded_at timestamptz NOT NULL DEFAULT core.office_now(),
        CHECK ((accepted_on IS NULL) = (answer_by IS NULL)),
        CHECK (state NOT IN ('accepted', 'answered') OR accepted_on IS NOT NULL),
        CHECK (state NOT IN ('received', 'not-accepted') OR accepted_on IS NULL),
        CHECK ((state IN ('received', 'accepted')) = (due_at IS NOT NULL))
      );
      -- a decision is complained about once, unless that was withdrawn or not accepted
      CREATE UNIQUE INDEX complaints_once ON enforcement.complaints (penalty_id) WHERE state NOT IN ('not-accepted', 'withdrawn');
      CREATE INDEX complaints_penalty ON enforcement.complaints (penalty_id, recorded_at);
      CREATE INDEX complaints_case ON enforcement.complaints (case_id);
      CREATE INDEX complaints_open ON enforcement.complaints (due_at) WHERE due_at IS NOT NULL;

      -- what the person wrote: apart, so that it can be purged and the complaint stays
      CREATE TABLE enforcement.complaint_words (
        complaint_id uuid PRIMARY KEY REFERENCES enforcement.complaints (id),
        asks text NOT NULL CHECK (length(asks) BETWEEN 3 AND 2000),
        says text NOT NULL CHECK (length(says) BETWEEN 3 AND 10000)
      );
      -- acceptance, refusal to accept, withdrawal: by whom, and why
      CREATE TABLE enforcement.complaint_steps (
        id uuid PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES enforcement.complaints (id),
        state text NOT NULL CHECK (state IN ('accepted', 'not-accepted', 'withdrawn')),
        reason text CHECK (length(reason) BETWEEN 3 AND 4000),
        exhibit_id uuid,
        taken_by uuid NOT NULL REFERENCES core.staff (id),
        taken_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (complaint_id, state),
        CHECK (state = 'accepted' OR reason IS NOT NULL)
      );

      -- what an answer says, version by version; the bytes are what is approved, jsonb a derived copy
      CREATE TABLE enforcement.complaint_answers (
        id uuid PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES enforcement.complaints (id),
        number integer NOT NULL CHECK (number > 0),
        bytes bytea NOT NULL,
        sha256 text NOT NULL CHECK (sha256 = encode(sha256(bytes), 'hex')),
        content jsonb GENERATED ALWAYS AS (core.part_json(bytes)) STORED,
        written_by uuid NOT NULL REFERENCES core.staff (id),
        written_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (complaint_id, number)
      );
      -- who approved exactly that answer, by which title, and the annulment that it led to
      CREATE TABLE enforcement.complaint_approvals (
        complaint_id uuid PRIMARY KEY REFERENCES enforcement.complaints (id),
        answer_id uuid NOT NULL UNIQUE REFERENCES enforcement.complaint_answers (id),
        sha256 text NOT NULL,
        approved_by uuid NOT NULL REFERENCES core.staff (id),
        title_id uuid NOT NULL REFERENCES core.staff_titles (id),
        approved_on date NOT NULL,
        approved_at timestamptz NOT NULL DEFAULT core.office_now(),
        annulment_id uuid REFERENCES enforcement.penalties (id)
      );
      CREATE FUNCTION enforcement.had_a_hand(person uuid, complaint uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT 1 FROM enforcement.complaints k WHERE k.id = complaint AND (
          EXISTS (SELECT 1 FROM enforcement.penalty_contents c WHERE c.penalty_id = k.penalty_id AND c.written_by = person)
          OR EXISTS (SELECT 1 FROM enforcement.penalty_signatures s WHERE s.penalty_id = k.penalty_id AND s.signed_by = person)
          OR EXISTS (SELECT 1 FROM enforcement.violation_contents v WHERE v.violation_id = k.violation_id AND v.written_by = person)))
      $$;
      CREATE FUNCTION enforcement.check_complaint_answer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF enforcement.had_a_hand(NEW.written_by, NEW.complaint_id) THEN
          RAISE EXCEPTION 'nobody answers a complaint about their own decision' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT 1 FROM enforcement.complaint_approvals p WHERE p.complaint_id = NEW.complaint_id) THEN
          RAISE EXCEPTION 'what was answered is not written anew' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_complaint_answer BEFORE INSERT ON enforcement.complaint_answers FOR EACH ROW EXECUTE FUNCTION enforcement.check_complaint_answer();
      CREATE FUNCTION enforcement.check_complaint_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE approved enforcement.complaint_answers;
      BEGIN
        SELECT * INTO approved FROM enforcement.complaint_answers WHERE id = NEW.answer_id AND complaint_id = NEW.complaint_id AND sha256 = NEW.sha256;
        IF NOT FOUND OR EXISTS (SELECT 1 FROM enforcement.complaint_answers a WHERE a.complaint_id = NEW.complaint_id AND a.number > approved.number) THEN
          RAISE EXCEPTION 'only the newest answer is approved, by its hash' USING ERRCODE = 'check_violation';
        END IF;
        IF enforcement.had_a_hand(NEW.approved_by, NEW.complaint_id)
            OR EXISTS (SELECT 1 FROM enforcement.complaint_answers a WHERE a.complaint_id = NEW.complaint_id AND a.written_by = NEW.approved_by) THEN
          RAISE EXCEPTION 'nobody approves an answer that they wrote, or one about their own decision' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM core.staff_titles t WHERE t.id = NEW.title_id AND t.staff_id = NEW.approved_by AND t.approved_at IS NOT NULL AND t.ended_at IS NULL
            AND t.from_day <= NEW.approved_on AND (t.to_day IS NULL OR t.to_day >= NEW.approved_on)) THEN
          RAISE EXCEPTION 'whoever approves does not hold that title on that day' USING ERRCODE = 'check_violation';
        END IF;
        IF (approved.content ->> 'outcome' = 'upheld') <> (NEW.annulment_id IS NOT NULL) THEN
          RAISE EXCEPTION 'a complaint that is upheld, and no other, leads to an annulment' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_complaint_approval BEFORE INSERT ON enforcement.complaint_approvals FOR EACH ROW EXECUTE FUNCTION enforcement.check_complaint_approval();

      GRANT SELECT, INSERT, UPDATE (state, version, accepted_on, complex, answer_by, due_at) ON enforcement.complaints TO lachan_app;
      GRANT SELECT, INSERT ON enforcement.complaint_words, enforcement.complaint_steps, enforcement.complaint_answers, enforcement.complaint_approvals TO lachan_app;
      GRANT SELECT ON enforcement.complaints, enforcement.complaint_answers, enforcement.complaint_approvals TO lachan_reader;
      GRANT SELECT, DELETE ON enforcement.complaint_words TO lachan_purger;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Complaints stay known: there is no way down');
  }
}
