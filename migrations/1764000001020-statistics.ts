import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public figures and the register, counted from the public parts of the log; all of it can be counted anew from there. */
export class Statistics1764000001020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- one row: how far the log was counted, and by which definition
      CREATE TABLE publication.counted (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        seq bigint NOT NULL DEFAULT 0,
        definition text NOT NULL DEFAULT '',
        -- how often it was begun anew
        revision integer NOT NULL DEFAULT 0,
        office_at timestamptz
      );
      INSERT INTO publication.counted DEFAULT VALUES;

      CREATE TABLE publication.cells (
        figure text NOT NULL,
        month text NOT NULL CHECK (month ~ '^\\d{4}-\\d{2}$'),
        -- the words by which it is counted, and the value that a median keeps
        key text NOT NULL,
        by jsonb NOT NULL,
        value bigint,
        count bigint NOT NULL,
        sum bigint NOT NULL,
        PRIMARY KEY (figure, month, key)
      );
      CREATE TABLE publication.acts (
        act uuid PRIMARY KEY,
        seq bigint NOT NULL UNIQUE,
        kind text NOT NULL,
        day date NOT NULL,
        platform text NOT NULL,
        topic text NOT NULL,
        basis text NOT NULL,
        asked integer NOT NULL,
        state text NOT NULL,
        outcome text NOT NULL,
        removed integer NOT NULL,
        changed_day date NOT NULL,
        items jsonb NOT NULL
      );
      CREATE INDEX acts_kind ON publication.acts (kind, seq);

      GRANT SELECT, UPDATE (seq, definition, revision, office_at) ON publication.counted TO lachan_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON publication.cells, publication.acts TO lachan_app;
      GRANT SELECT ON publication.counted, publication.cells, publication.acts TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE publication.acts, publication.cells, publication.counted');
  }
}
