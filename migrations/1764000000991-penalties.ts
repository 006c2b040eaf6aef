import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Violation records, explanations, penalty decisions and what becomes of them. */
export class Penalties1764000000991 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enforcement.violations (
        id uuid PRIMARY KEY,
        reference text NOT NULL UNIQUE,
        case_id uuid NOT NULL,
        party_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'drawn', 'cancelled')),
        version integer NOT NULL DEFAULT 1,
        drawn_on date,
        created_by uuid NOT NULL REFERENCES core.staff (id),
        created_at timestamptz NOT NULL DEFAULT core.office_now(),
        CHECK (state <> 'drawn' OR drawn_on IS NOT NULL)
      );
      CREATE INDEX violations_newest ON enforcement.violations (created_at DESC, id DESC);
      CREATE INDEX violations_case ON enforcement.violations (case_id);
      -- one act is recorded once
      CREATE UNIQUE INDEX violations_once ON enforcement.violations (case_id, party_id) WHERE state <> 'cancelled';

      -- the papers of the accused, encrypted; contents hold their salted hash only
      CREATE TABLE enforcement.violation_identities (
        id uuid PRIMARY KEY,
        violation_id uuid NOT NULL REFERENCES enforcement.violations (id),
        commitment text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
        sealed bytea NOT NULL,
        added_by uuid NOT NULL REFERENCES core.staff (id),
        added_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (violation_id, commitment)
      );

      -- what a record says, version by version; the bytes are what is signed, jsonb a derived copy
      CREATE TABLE enforcement.violation_contents (
        id uuid PRIMARY KEY,
        violation_id uuid NOT NULL REFERENCES enforcement.violations (id),
        number integer NOT NULL CHECK (number > 0),
        at_version integer NOT NULL,
        bytes bytea NOT NULL,
        sha256 text NOT NULL CHECK (sha256 = encode(sha256(bytes), 'hex')),
        content jsonb GENERATED ALWAYS AS (core.part_json(bytes)) STORED,
        written_by uuid NOT NULL REFERENCES core.staff (id),
        written_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (violation_id, number)
      );
      -- those present: who signed, and why somebody did not; names are encrypted
      CREATE TABLE enforcement.violation_signatures (
        id uuid PRIMARY KEY,
        content_id uuid NOT NULL REFERENCES enforcement.violation_contents (id),
        role text NOT NULL CHECK (role IN ('accused', 'recorder', 'witness', 'commune', 'victim', 'interpreter')),
        name_sealed bytea NOT NULL,
        signed boolean NOT NULL,
        reason text CHECK (length(reason) BETWEEN 3 AND 1000),
        recorded_by uuid NOT NULL REFERENCES core.staff (id),
        recorded_at timestamptz NOT NULL DEFAULT core.office_now(),
        CHECK (signed OR reason IS NOT NULL)
      );
      CREATE INDEX violation_signatures_content ON enforcement.violation_signatures (content_id);

      CREATE TABLE enforcement.explanation_rights (
        violation_id uuid PRIMARY KEY REFERENCES enforcement.violations (id),
        has_right boolean NOT NULL,
        confirmed_by uuid NOT NULL REFERENCES core.staff (id),
        confirmed_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE TABLE enforcement.explanations (
        id uuid PRIMARY KEY,
        violation_id uuid NOT NULL REFERENCES enforcement.violations (id),
        kind text NOT NULL CHECK (kind IN ('written', 'heard', 'waived', 'hearing-requested', 'extended')),
        on_day date NOT NULL,
        says text CHECK (length(says) BETWEEN 1 AND 10000),
        exhibit_id uuid,
        recorded_by uuid NOT NULL REFERENCES core.staff (id),
        recorded_at timestamptz NOT NULL DEFAULT core.office_now(),
        CHECK (kind NOT IN ('written', 'heard') OR says IS NOT NULL)
      );
      CREATE INDEX explanations_violation ON enforcement.explanations (violation_id, recorded_at);

      -- what a lawyer confirmed on a case: a text of the law that the house does not know for sure
      CREATE TABLE enforcement.law_confirmations (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        about text NOT NULL CHECK (length(about) BETWEEN 3 AND 200),
        document text NOT NULL CHECK (length(document) BETWEEN 3 AND 300),
        confirmed_by uuid NOT NULL REFERENCES core.staff (id),
        confirmed_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (case_id, about)
      );

      CREATE TABLE enforcement.penalties (
        id uuid PRIMARY KEY,
        violation_id uuid NOT NULL REFERENCES enforcement.violations (id),
        case_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('decision', 'annulment')),
        annuls uuid REFERENCES enforcement.penalties (id),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'signed', 'numbered', 'served', 'late', 'paid', 'annulled', 'refunded', 'cancelled')),
        version integer NOT NULL DEFAULT 1,
        -- the register: one serial after the other in each year
        year integer, serial integer CHECK (serial > 0), number text,
        issued_on date, served_on date, due_on date,
        created_by uuid REFERENCES core.staff (id),
        created_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (year, serial),
        CHECK ((kind = 'annulment') = (annuls IS NOT NULL)),
        CHECK ((serial IS NULL) = (number IS NULL) AND (serial IS NULL) = (year IS NULL) AND (serial IS NULL) = (issued_on IS NULL)),
        CHECK (serial IS NOT NULL OR state NOT IN ('numbered', 'served', 'late', 'paid')),
        CHECK (state NOT IN ('served', 'late', 'paid') OR served_on IS NOT NULL)
      );
      CREATE INDEX penalties_newest ON enforcement.penalties (created_at DESC, id DESC);
      CREATE INDEX penalties_case ON enforcement.penalties (case_id);
      -- one act is decided on once, and a decision is annulled once
      CREATE UNIQUE INDEX penalties_once ON enforcement.penalties (violation_id) WHERE kind = 'decision' AND state NOT IN ('cancelled', 'annulled', 'refunded');
      CREATE UNIQUE INDEX penalties_annulment ON enforcement.penalties (annuls) WHERE state <> 'cancelled';
      -- the last serial given in each year; its row is held until the decision that took it stands
      CREATE TABLE enforcement.penalty_numbers (year integer PRIMARY KEY CHECK (year BETWEEN 2000 AND 9999), last integer NOT NULL CHECK (last > 0));

      CREATE TABLE enforcement.penalty_contents (
        id uuid PRIMARY KEY,
        penalty_id uuid NOT NULL REFERENCES enforcement.penalties (id),
        number integer NOT NULL CHECK (number > 0),
        at_version integer NOT NULL,
        bytes bytea NOT NULL,
        sha256 text NOT NULL CHECK (sha256 = encode(sha256(bytes), 'hex')),
        content jsonb GENERATED ALWAYS AS (core.part_json(bytes)) STORED,
        written_by uuid REFERENCES core.staff (id),
        written_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (penalty_id, number)
      );
      -- who signed exactly that content, by which title; a content that was written after it makes it void
      CREATE TABLE enforcement.penalty_signatures (
        content_id uuid PRIMARY KEY REFERENCES enforcement.penalty_contents (id),
        penalty_id uuid NOT NULL REFERENCES enforcement.penalties (id),
        sha256 text NOT NULL,
        signed_by uuid NOT NULL REFERENCES core.staff (id),
        title_id uuid NOT NULL REFERENCES core.staff_titles (id),
        signed_on date NOT NULL,
        signed_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX penalty_signatures_penalty ON enforcement.penalty_signatures (penalty_id);
      CREATE FUNCTION enforcement.check_signature() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE signed enforcement.penalty_contents; annulled uuid;
      BEGIN
        SELECT * INTO signed FROM enforcement.penalty_contents WHERE id = NEW.content_id AND penalty_id = NEW.penalty_id AND sha256 = NEW.sha256;
        IF NOT FOUND OR EXISTS (SELECT 1 FROM enforcement.penalty_contents c WHERE c.penalty_id = NEW.penalty_id AND c.number > signed.number) THEN
          RAISE EXCEPTION 'only the newest content is signed, by its hash' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT 1 FROM enforcement.penalty_contents c WHERE c.penalty_id = NEW.penalty_id AND c.written_by = NEW.signed_by) THEN
          RAISE EXCEPTION 'nobody signs what they wrote' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM core.staff_titles t WHERE t.id = NEW.title_id AND t.staff_id = NEW.signed_by AND t.approved_at IS NOT NULL AND t.ended_at IS NULL
            AND t.from_day <= NEW.signed_on AND (t.to_day IS NULL OR t.to_day >= NEW.signed_on)) THEN
          RAISE EXCEPTION 'the signer does not hold that title on that day' USING ERRCODE = 'check_violation';
        END IF;
        SELECT annuls INTO annulled FROM enforcement.penalties WHERE id = NEW.penalty_id;
        IF annulled IS NOT NULL AND EXISTS (SELECT 1 FROM enforcement.penalty_signatures s WHERE s.penalty_id = annulled AND s.signed_by = NEW.signed_by) THEN
          RAISE EXCEPTION 'nobody annuls what they signed' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_signature BEFORE INSERT ON enforcement.penalty_signatures FOR EACH ROW EXECUTE FUNCTION enforcement.check_signature();
      CREATE FUNCTION enforcement.check_issue() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF OLD.serial IS NOT NULL AND (NEW.serial, NEW.year, NEW.number, NEW.issued_on) IS DISTINCT FROM (OLD.serial, OLD.year, OLD.number, OLD.issued_on) THEN
          RAISE EXCEPTION 'a number is given once' USING ERRCODE = 'check_violation';
        END IF;
        IF OLD.serial IS NULL AND NEW.serial IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM enforcement.penalty_signatures s JOIN enforcement.penalty_contents c ON c.id = s.content_id WHERE s.penalty_id = NEW.id
            AND c.number = (SELECT max(x.number) FROM enforcement.penalty_contents x WHERE x.penalty_id = NEW.id)) THEN
          RAISE EXCEPTION 'only what is signed gets a number' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_issue BEFORE UPDATE ON enforcement.penalties FOR EACH ROW EXECUTE FUNCTION enforcement.check_issue();
      CREATE FUNCTION enforcement.refuse_late_content() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM enforcement.penalties p WHERE p.id = NEW.penalty_id AND p.serial IS NOT NULL) THEN
          RAISE EXCEPTION 'what was issued is not written anew' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_late_content BEFORE INSERT ON enforcement.penalty_contents FOR EACH ROW EXECUTE FUNCTION enforcement.refuse_late_content();

      CREATE TABLE enforcement.penalty_services (
        id uuid PRIMARY KEY,
        penalty_id uuid NOT NULL REFERENCES enforcement.penalties (id),
        how text NOT NULL CHECK (how IN ('in-person', 'secured-post', 'electronic', 'posted-up')),
        served boolean NOT NULL,
        on_day date NOT NULL,
        exhibit_id uuid,
        reason text CHECK (length(reason) BETWEEN 3 AND 2000),
        recorded_by uuid NOT NULL REFERENCES core.staff (id),
        recorded_at timestamptz NOT NULL DEFAULT core.office_now(),
        CHECK (served AND exhibit_id IS NOT NULL OR NOT served AND reason IS NOT NULL)
      );
      CREATE UNIQUE INDEX penalty_services_once ON enforcement.penalty_services (penalty_id) WHERE served;
      CREATE INDEX penalty_services_penalty ON enforcement.penalty_services (penalty_id);

      -- money that came, and money that was given back
      CREATE TABLE enforcement.penalty_payments (
        id uuid PRIMARY KEY,
        penalty_id uuid NOT NULL REFERENCES enforcement.penalties (id),
        amount bigint NOT NULL CHECK (amount >= 0), interest bigint NOT NULL CHECK (interest >= 0),
        receipt text NOT NULL CHECK (length(receipt) BETWEEN 1 AND 100),
        on_day date NOT NULL,
        recorded_by uuid NOT NULL REFERENCES core.staff (id),
        recorded_at timestamptz NOT NULL DEFAULT core.office_now(),
        CHECK (amount + interest > 0),
        UNIQUE (penalty_id, receipt)
      );
      CREATE TABLE enforcement.penalty_refunds (
        penalty_id uuid PRIMARY KEY REFERENCES enforcement.penalties (id),
        amount bigint NOT NULL CHECK (amount > 0),
        receipt text NOT NULL CHECK (length(receipt) BETWEEN 1 AND 100),
        on_day date NOT NULL,
        recorded_by uuid NOT NULL REFERENCES core.staff (id),
        recorded_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      -- why something was cancelled, in words
      CREATE TABLE enforcement.penalty_notes (
        id uuid PRIMARY KEY,
        record_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 4000),
        by uuid NOT NULL REFERENCES core.staff (id),
        at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX penalty_notes_record ON enforcement.penalty_notes (record_id);

      GRANT SELECT, INSERT, UPDATE (state, version, drawn_on) ON enforcement.violations TO lachan_app;
      GRANT SELECT, INSERT, UPDATE (state, version, year, serial, number, issued_on, served_on, due_on) ON enforcement.penalties TO lachan_app;
      GRANT SELECT, INSERT, UPDATE ON enforcement.penalty_numbers TO lachan_app;
      GRANT SELECT, INSERT ON enforcement.violation_identities, enforcement.violation_contents, enforcement.violation_signatures, enforcement.explanation_rights,
        enforcement.explanations, enforcement.law_confirmations, enforcement.penalty_contents, enforcement.penalty_signatures, enforcement.penalty_services,
        enforcement.penalty_payments, enforcement.penalty_refunds, enforcement.penalty_notes TO lachan_app;
      GRANT SELECT ON enforcement.violations, enforcement.penalties, enforcement.penalty_numbers, enforcement.explanation_rights, enforcement.law_confirmations, enforcement.penalty_contents,
        enforcement.penalty_signatures, enforcement.penalty_services, enforcement.penalty_payments, enforcement.penalty_refunds, enforcement.penalty_notes TO lachan_reader;
      GRANT USAGE ON SCHEMA enforcement TO lachan_purger;
      GRANT SELECT, DELETE ON enforcement.violation_identities, enforcement.violation_signatures TO lachan_purger;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Decisions about people stay known: there is no way down');
  }
}
