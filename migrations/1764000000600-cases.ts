import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases: posts, exhibits, people, notes, deadlines, steps, falls, and proposals that wait for a person. */
export class Cases1764000000600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA cases;
      GRANT USAGE ON SCHEMA cases TO lachan_app, lachan_reader, lachan_purger;

      -- the last number given in each office year; its row is held until the case that took it stands
      CREATE TABLE cases.case_numbers (year integer PRIMARY KEY CHECK (year BETWEEN 2000 AND 9999), last integer NOT NULL CHECK (last BETWEEN 1 AND 999999));

      CREATE TABLE cases.cases (
        id uuid PRIMARY KEY,
        year integer NOT NULL, serial integer NOT NULL CHECK (serial BETWEEN 1 AND 999999),
        number text NOT NULL GENERATED ALWAYS AS (year::text || '-' || lpad(serial::text, 6, '0')) STORED UNIQUE,
        title text CHECK (length(title) BETWEEN 1 AND 300),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'verifying', 'confirmed', 'dismissed', 'closed')),
        version integer NOT NULL DEFAULT 1,
        assignee uuid REFERENCES core.staff (id),
        opened_by uuid NOT NULL REFERENCES core.staff (id),
        opened_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX cases_assignee ON cases.cases (assignee) WHERE state <> 'closed';
      CREATE INDEX cases_state ON cases.cases (state, number DESC);

      -- which posts a case is about, and why; a link is never changed
      CREATE TABLE cases.case_posts (
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        post_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason IN ('opened-from', 'added', 'merged')),
        added_by uuid REFERENCES core.staff (id),
        added_at timestamptz NOT NULL DEFAULT core.office_now(),
        PRIMARY KEY (case_id, post_id)
      );
      CREATE INDEX case_posts_post ON cases.case_posts (post_id);
      -- which open case holds a post: one at most
      CREATE TABLE cases.held_posts (post_id uuid PRIMARY KEY, case_id uuid NOT NULL REFERENCES cases.cases (id) DEFERRABLE INITIALLY DEFERRED);
      CREATE INDEX held_posts_case ON cases.held_posts (case_id);

      CREATE TABLE cases.exhibits (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        evidence_id uuid NOT NULL REFERENCES core.evidence_items (id),
        part text NOT NULL CHECK (part ~ '^[a-z0-9][a-z0-9._-]{0,59}$'),
        why text NOT NULL CHECK (length(why) BETWEEN 3 AND 2000),
        capture_id uuid, address_id uuid,
        attached_by uuid REFERENCES core.staff (id),
        attached_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (case_id, evidence_id, part)
      );

      -- people and organisations of a case; names are encrypted, and each look at one is kept
      CREATE TABLE cases.parties (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        kind text NOT NULL CHECK (kind IN ('person', 'organisation')),
        role text NOT NULL CHECK (role IN ('accused', 'witness', 'reporter', 'other')),
        name_sealed bytea NOT NULL,
        staff_id uuid REFERENCES core.staff (id) CHECK (staff_id IS NULL OR kind = 'person'),
        added_by uuid NOT NULL REFERENCES core.staff (id),
        added_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX parties_case ON cases.parties (case_id);
      CREATE INDEX parties_staff ON cases.parties (staff_id, case_id) WHERE staff_id IS NOT NULL;
      CREATE TABLE cases.party_reads (
        id uuid PRIMARY KEY,
        party_id uuid NOT NULL, read_by uuid NOT NULL REFERENCES core.staff (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
        read_at timestamptz NOT NULL DEFAULT core.office_now()
      );

      CREATE TABLE cases.notes (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
        written_by uuid NOT NULL REFERENCES core.staff (id),
        written_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX notes_case ON cases.notes (case_id, written_at);

      CREATE TABLE cases.deadlines (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        what text NOT NULL CHECK (length(what) BETWEEN 3 AND 300),
        due_at timestamptz NOT NULL,
        set_by uuid NOT NULL REFERENCES core.staff (id),
        set_at timestamptz NOT NULL DEFAULT core.office_now(),
        passed_at timestamptz, met_at timestamptz, met_by uuid REFERENCES core.staff (id)
      );
      CREATE INDEX deadlines_case ON cases.deadlines (case_id);
      CREATE INDEX deadlines_open ON cases.deadlines (due_at) WHERE met_at IS NULL;

      -- every step with its reason in words; the log holds its id
      CREATE TABLE cases.steps (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        from_state text NOT NULL, to_state text NOT NULL,
        reason text, taken_by uuid NOT NULL REFERENCES core.staff (id),
        taken_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX steps_case ON cases.steps (case_id);

      -- that a confirmed case should fall: proposed by one, decided by another
      CREATE TABLE cases.case_fall_proposals (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 4000),
        proposed_by uuid NOT NULL REFERENCES core.staff (id),
        proposed_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX case_fall_proposals_case ON cases.case_fall_proposals (case_id);
      CREATE TABLE cases.case_fall_decisions (
        proposal_id uuid PRIMARY KEY REFERENCES cases.case_fall_proposals (id),
        decision text NOT NULL CHECK (decision IN ('approved', 'declined')),
        reason text, decided_by uuid NOT NULL REFERENCES core.staff (id),
        decided_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE FUNCTION cases.refuse_own_decision() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM cases.case_fall_proposals p WHERE p.id = NEW.proposal_id AND p.proposed_by = NEW.decided_by) THEN
          RAISE EXCEPTION 'nobody decides their own proposal' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_own_decision BEFORE INSERT ON cases.case_fall_decisions FOR EACH ROW EXECUTE FUNCTION cases.refuse_own_decision();

      -- a post judged a false statement of fact that no open case holds: a person opens the case
      CREATE TABLE cases.case_proposals (
        post_id uuid PRIMARY KEY,
        judgement_id uuid NOT NULL, item_id uuid NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT core.office_now(),
        case_id uuid REFERENCES cases.cases (id)
      );
      CREATE INDEX case_proposals_open ON cases.case_proposals (proposed_at) WHERE case_id IS NULL;

      -- who did what, and what was done about a case; a citizen's report is neither and costs nothing here
      CREATE INDEX events_actor ON core.events ((office ->> 'actor'), position) WHERE office ->> 'actor' IS NOT NULL;
      CREATE INDEX events_case ON core.events ((office -> 'data' ->> 'caseId'), position) WHERE office -> 'data' ->> 'caseId' IS NOT NULL;

      -- what this room looks up in the rooms on its left
      CREATE INDEX IF NOT EXISTS posts_merged ON intake.posts (merged_into) WHERE merged_into IS NOT NULL;
      CREATE INDEX IF NOT EXISTS addresses_evidence ON intake.addresses (evidence_id) WHERE evidence_id IS NOT NULL;
      CREATE INDEX IF NOT EXISTS captures_evidence ON crawl.captures (evidence_id) WHERE evidence_id IS NOT NULL;

      GRANT SELECT, INSERT, UPDATE ON cases.case_numbers TO lachan_app;
      GRANT SELECT, INSERT, UPDATE (title, state, version, assignee) ON cases.cases TO lachan_app;
      GRANT SELECT, INSERT, DELETE ON cases.held_posts TO lachan_app;
      GRANT SELECT, INSERT ON cases.case_posts, cases.exhibits, cases.parties, cases.party_reads, cases.notes, cases.steps,
        cases.case_fall_proposals, cases.case_fall_decisions TO lachan_app;
      GRANT SELECT, INSERT, UPDATE (passed_at, met_at, met_by) ON cases.deadlines TO lachan_app;
      GRANT SELECT, INSERT, UPDATE ON cases.case_proposals TO lachan_app;
      GRANT SELECT ON cases.cases, cases.case_posts, cases.exhibits, cases.deadlines, cases.steps, cases.case_fall_proposals, cases.case_fall_decisions TO lachan_reader;
      GRANT SELECT, DELETE ON cases.parties TO lachan_purger;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX core.events_actor, core.events_case; DROP SCHEMA cases CASCADE');
  }
}
