import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts that came by a file or from a service, and by which import; what the registry knows already is found by its words. */
export class ClaimImports1764000001650 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE classify.claim_imports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        form text NOT NULL CHECK (form IN ('claimreview', 'csv', 'jsonl', 'service')),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        drafted integer NOT NULL CHECK (drafted > 0),
        imported_by uuid NOT NULL REFERENCES core.staff (id),
        imported_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX claim_imports_latest ON classify.claim_imports (imported_at DESC, id DESC);
      CREATE INDEX claim_imports_by ON classify.claim_imports (imported_by, sha256, imported_at DESC);
      ALTER TABLE classify.claim_versions ADD import_id uuid REFERENCES classify.claim_imports (id), ADD import_place integer,
        ADD CONSTRAINT import_whole CHECK ((import_id IS NULL) = (import_place IS NULL));
      CREATE UNIQUE INDEX claim_versions_import ON classify.claim_versions (import_id, import_place) WHERE import_id IS NOT NULL;
      CREATE INDEX claim_versions_wordings ON classify.claim_versions USING gin (wordings jsonb_path_ops);
      GRANT SELECT, INSERT ON classify.claim_imports TO lachan_app;
      GRANT SELECT ON classify.claim_imports TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX classify.claim_versions_wordings;
      ALTER TABLE classify.claim_versions DROP import_id, DROP import_place;
      DROP TABLE classify.claim_imports;
    `);
  }
}
