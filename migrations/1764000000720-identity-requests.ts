import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks to see who somebody is, what the chief answered, and one table for every look. */
export class IdentityRequests1764000000720 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- asked by one, answered by another; the answer is final, and a yes ends by itself (true time)
      CREATE TABLE core.identity_requests (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('reporter', 'party')),
        ref_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        requested_by uuid NOT NULL REFERENCES core.staff (id),
        requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        decision text CHECK (decision IN ('approved', 'refused')),
        decision_reason text CHECK (length(decision_reason) <= 1000),
        decided_by uuid REFERENCES core.staff (id) CHECK (decided_by <> requested_by),
        decided_at timestamptz,
        open_until timestamptz,
        CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
        CHECK ((decision IS NOT DISTINCT FROM 'approved') = (open_until IS NOT NULL)),
        CHECK (decision IS DISTINCT FROM 'refused' OR decision_reason IS NOT NULL)
      );
      CREATE UNIQUE INDEX identity_requests_open ON core.identity_requests (kind, ref_id, requested_by) WHERE decision IS NULL;
      CREATE INDEX identity_requests_waiting ON core.identity_requests (requested_at) WHERE decision IS NULL;
      CREATE INDEX identity_requests_mine ON core.identity_requests (requested_by, ref_id, requested_at DESC);
      CREATE FUNCTION core.refuse_second_answer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'a request for an identity is answered once' USING ERRCODE = 'check_violation';
      END $$;
      CREATE TRIGGER refuse_second_answer BEFORE UPDATE ON core.identity_requests FOR EACH ROW WHEN (OLD.decision IS NOT NULL) EXECUTE FUNCTION core.refuse_second_answer();
      GRANT SELECT, INSERT, UPDATE (decision, decision_reason, decided_by, decided_at, open_until) ON core.identity_requests TO lachan_app;
      GRANT SELECT ON core.identity_requests TO lachan_reader;

      -- one place for every look: those at parties of a case move here, under the ids that the log knows and at true time
      ALTER TABLE core.personal_data_reads DROP CONSTRAINT personal_data_reads_reason_check, ADD CHECK (length(reason) BETWEEN 3 AND 1000);
      ALTER TABLE core.personal_data_reads ADD COLUMN request_id uuid REFERENCES core.identity_requests (id);
      INSERT INTO core.personal_data_reads (id, kind, ref_id, reason, read_by, read_at)
        SELECT r.id, 'party', r.party_id, r.reason, r.read_by, coalesce(
          (SELECT (e.office ->> 'recordedAt')::timestamptz FROM core.events e WHERE e.type = 'party.read' AND e.office -> 'data' ->> 'readId' = r.id::text), r.read_at)
        FROM cases.party_reads r;
      DROP TABLE cases.party_reads;

      -- nobody sees who reported without a yes that is theirs and still counts
      ALTER TABLE core.personal_data_reads ADD CONSTRAINT reporters_by_request CHECK (kind <> 'reporter' OR request_id IS NOT NULL);
      CREATE FUNCTION core.refuse_unapproved_look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM core.identity_requests q WHERE q.id = NEW.request_id AND q.kind = NEW.kind AND q.ref_id = NEW.ref_id
            AND q.requested_by = NEW.read_by AND q.decision = 'approved' AND q.open_until > clock_timestamp()) THEN
          RAISE EXCEPTION 'this look was not approved' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_unapproved_look BEFORE INSERT ON core.personal_data_reads FOR EACH ROW WHEN (NEW.request_id IS NOT NULL) EXECUTE FUNCTION core.refuse_unapproved_look();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Looks at personal data stay known: there is no way down');
  }
}
