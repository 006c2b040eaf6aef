import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people bring into a case: as they came, with who gave them, and what they claim. */
export class Files1764000001600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE core.evidence_items DROP CONSTRAINT evidence_items_kind_check,
        ADD CONSTRAINT evidence_items_kind_check CHECK (kind IN ('capture', 'submission', 'document', 'file'));
      CREATE TABLE cases.files (
        exhibit_id uuid PRIMARY KEY REFERENCES cases.exhibits (id),
        kind text NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        origin text NOT NULL CHECK (length(origin) BETWEEN 10 AND 2000),
        -- what the file says of itself
        claims jsonb NOT NULL,
        -- a small picture of a picture, without metadata
        still bytea CHECK (length(still) <= 300000),
        upload_key bytea UNIQUE
      );
      GRANT SELECT, INSERT ON cases.files TO lachan_app;
      GRANT SELECT (exhibit_id, kind) ON cases.files TO lachan_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was brought stays known: there is no way down');
  }
}
