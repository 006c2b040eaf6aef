import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Printed documents of a penalty case, papers that were scanned, and what a document says of delegations and of those present. */
export class Documents1764000001050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE core.staff_titles ADD COLUMN delegated_on date CHECK (delegated_on IS NULL OR delegation IS NOT NULL);
      ALTER TABLE enforcement.violation_signatures ADD COLUMN details_sealed bytea;

      -- what was printed: once for each record, decision and annulment
      CREATE TABLE enforcement.documents (
        id uuid PRIMARY KEY,
        form text NOT NULL,
        form_version integer NOT NULL CHECK (form_version > 0),
        violation_id uuid NOT NULL REFERENCES enforcement.violations (id),
        penalty_id uuid REFERENCES enforcement.penalties (id),
        content_sha256 text NOT NULL CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
        evidence_id uuid NOT NULL REFERENCES core.evidence_items (id),
        printed_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE UNIQUE INDEX documents_of_record ON enforcement.documents (violation_id) WHERE penalty_id IS NULL;
      CREATE UNIQUE INDEX documents_of_penalty ON enforcement.documents (penalty_id);
      GRANT SELECT, INSERT ON enforcement.documents TO lachan_app;
      GRANT SELECT ON enforcement.documents TO lachan_reader;

      -- papers that somebody scanned for a case; the key tells an upload that is sent again
      CREATE TABLE cases.papers (
        exhibit_id uuid PRIMARY KEY REFERENCES cases.exhibits (id),
        upload_key bytea UNIQUE
      );
      GRANT SELECT, INSERT ON cases.papers TO lachan_app;
      GRANT SELECT ON cases.papers TO lachan_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was printed stays known: there is no way down');
  }
}
