import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public corrections: what was written, who approved exactly that, what was sent back, and why one was withdrawn. */
export class Corrections1764000000985 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA publication;
      GRANT USAGE ON SCHEMA publication TO lachan_app, lachan_reader;

      CREATE TABLE publication.corrections (
        id uuid PRIMARY KEY,
        claim_id uuid NOT NULL REFERENCES classify.claims (id),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'withdrawn')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT core.office_now(),
        -- what the public reads while a newer version is only a draft
        public_content_id uuid,
        published_at timestamptz, changed_at timestamptz,
        CHECK ((public_content_id IS NULL) = (published_at IS NULL)),
        CHECK (state <> 'published' OR public_content_id IS NOT NULL)
      );
      -- a claim has one correction that is not withdrawn
      CREATE UNIQUE INDEX corrections_claim ON publication.corrections (claim_id) WHERE state <> 'withdrawn';
      CREATE INDEX corrections_newest ON publication.corrections (created_at DESC, id DESC);
      CREATE INDEX corrections_public ON publication.corrections (published_at DESC, id DESC) WHERE public_content_id IS NOT NULL;

      -- the bytes are what is approved, jsonb a derived copy
      CREATE TABLE publication.correction_contents (
        id uuid PRIMARY KEY,
        correction_id uuid NOT NULL REFERENCES publication.corrections (id),
        number integer NOT NULL CHECK (number > 0),
        bytes bytea NOT NULL,
        sha256 text NOT NULL CHECK (sha256 = encode(sha256(bytes), 'hex')),
        content jsonb GENERATED ALWAYS AS (core.part_json(bytes)) STORED,
        written_by uuid NOT NULL REFERENCES core.staff (id),
        written_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (correction_id, number)
      );
      ALTER TABLE publication.corrections ADD FOREIGN KEY (public_content_id) REFERENCES publication.correction_contents (id);

      CREATE TABLE publication.correction_approvals (
        content_id uuid PRIMARY KEY REFERENCES publication.correction_contents (id),
        correction_id uuid NOT NULL REFERENCES publication.corrections (id),
        sha256 text NOT NULL,
        approved_by uuid NOT NULL REFERENCES core.staff (id),
        approved_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX correction_approvals_correction ON publication.correction_approvals (correction_id);
      CREATE FUNCTION publication.check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE approved publication.correction_contents; last_number integer;
      BEGIN
        SELECT * INTO approved FROM publication.correction_contents WHERE id = NEW.content_id AND correction_id = NEW.correction_id AND sha256 = NEW.sha256;
        IF NOT FOUND OR EXISTS (SELECT 1 FROM publication.correction_contents c WHERE c.correction_id = NEW.correction_id AND c.number > approved.number) THEN
          RAISE EXCEPTION 'only the newest content is approved, by its hash' USING ERRCODE = 'check_violation';
        END IF;
        SELECT coalesce(max(c.number), 0) INTO last_number FROM publication.correction_approvals a JOIN publication.correction_contents c ON c.id = a.content_id WHERE a.correction_id = NEW.correction_id;
        IF EXISTS (SELECT 1 FROM publication.correction_contents c WHERE c.correction_id = NEW.correction_id AND c.number > last_number AND c.written_by = NEW.approved_by) THEN
          RAISE EXCEPTION 'nobody approves what they wrote' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_approval BEFORE INSERT ON publication.correction_approvals FOR EACH ROW EXECUTE FUNCTION publication.check_approval();
      CREATE FUNCTION publication.check_public() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.public_content_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM publication.correction_approvals a WHERE a.content_id = NEW.public_content_id AND a.correction_id = NEW.id) THEN
          RAISE EXCEPTION 'nothing is published that was not approved' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_public BEFORE INSERT OR UPDATE ON publication.corrections FOR EACH ROW EXECUTE FUNCTION publication.check_public();

      CREATE TABLE publication.correction_returns (
        content_id uuid PRIMARY KEY REFERENCES publication.correction_contents (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        returned_by uuid NOT NULL REFERENCES core.staff (id),
        returned_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE TABLE publication.correction_withdrawals (
        id uuid PRIMARY KEY,
        correction_id uuid NOT NULL REFERENCES publication.corrections (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        proposed_by uuid NOT NULL REFERENCES core.staff (id),
        proposed_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX correction_withdrawals_correction ON publication.correction_withdrawals (correction_id);
      CREATE TABLE publication.correction_withdrawal_decisions (
        withdrawal_id uuid PRIMARY KEY REFERENCES publication.correction_withdrawals (id),
        agreed boolean NOT NULL,
        decided_by uuid NOT NULL REFERENCES core.staff (id),
        decided_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE FUNCTION publication.check_decision() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM publication.correction_withdrawals w WHERE w.id = NEW.withdrawal_id AND w.proposed_by = NEW.decided_by) THEN
          RAISE EXCEPTION 'nobody decides what they proposed' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_decision BEFORE INSERT ON publication.correction_withdrawal_decisions FOR EACH ROW EXECUTE FUNCTION publication.check_decision();

      GRANT SELECT, INSERT, UPDATE (state, version, public_content_id, published_at, changed_at) ON publication.corrections TO lachan_app;
      GRANT SELECT, INSERT ON publication.correction_contents, publication.correction_approvals, publication.correction_returns,
        publication.correction_withdrawals, publication.correction_withdrawal_decisions TO lachan_app;
      GRANT SELECT ON ALL TABLES IN SCHEMA publication TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA publication CASCADE');
  }
}
