import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims that are false no more, since which day and by what; and who looked anew at a case that rests on one. */
export class OvertakenClaims1764000001700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- what is so now: a newer version that is false for longer takes the row away
      CREATE TABLE classify.overtaken (
        claim_id uuid PRIMARY KEY REFERENCES classify.claims (id),
        since date NOT NULL,
        cause text NOT NULL CHECK (cause IN ('ended', 'retired')),
        noted_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON classify.overtaken TO lachan_app;
      GRANT SELECT ON classify.overtaken TO lachan_reader;
      -- of claims that are there already the worker finds out at once
      INSERT INTO core.due (kind, ref, due_at)
        SELECT 'claim-end', c.id, core.office_now() FROM classify.claims c JOIN classify.claim_versions v ON v.id = c.current_version_id
        WHERE c.state = 'retired' OR c.state = 'approved' AND v.false_to IS NOT NULL;

      -- insert-only
      CREATE TABLE cases.overtaken_looks (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        case_id uuid NOT NULL REFERENCES cases.cases (id),
        claim_id uuid NOT NULL,
        since date NOT NULL,
        note text NOT NULL CHECK (length(note) BETWEEN 3 AND 1000),
        looked_by uuid NOT NULL REFERENCES core.staff (id),
        looked_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX overtaken_looks_case ON cases.overtaken_looks (case_id, claim_id, looked_at);
      GRANT SELECT, INSERT ON cases.overtaken_looks TO lachan_app;
      GRANT SELECT ON cases.overtaken_looks TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE cases.overtaken_looks, classify.overtaken;
      DELETE FROM core.due WHERE kind = 'claim-end' AND fired_at IS NULL;
    `);
  }
}
