import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registry of claims, what matches, and the inspectors' queue. */
export class Classify1764000000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA classify;
      GRANT USAGE ON SCHEMA classify TO lachan_app, lachan_reader;

      CREATE TABLE classify.claims (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'retired')),
        current_version_id uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      -- immutable: a change is a new version
      CREATE TABLE classify.claim_versions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        claim_id uuid NOT NULL REFERENCES classify.claims (id),
        number integer NOT NULL,
        topic text NOT NULL, harm text NOT NULL CHECK (harm IN ('low', 'medium', 'high')),
        wordings jsonb NOT NULL, truth text NOT NULL, sources jsonb NOT NULL,
        false_from date NOT NULL, false_to date, CHECK (false_to >= false_from),
        drafted_by uuid NOT NULL, drafted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        UNIQUE (claim_id, number)
      );
      CREATE TABLE classify.claim_approvals (
        version_id uuid PRIMARY KEY REFERENCES classify.claim_versions (id),
        approved_by uuid NOT NULL, approved_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      ALTER TABLE classify.claims ADD FOREIGN KEY (current_version_id) REFERENCES classify.claim_versions (id);

      -- one item per post; a post that was merged into another leaves its item behind
      CREATE TABLE classify.triage_items (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        post_id uuid NOT NULL UNIQUE,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'judged', 'merged')),
        priority integer NOT NULL DEFAULT 0, factors jsonb NOT NULL DEFAULT '[]',
        text text, text_sha256 text, posted_on date, evidence_id uuid, capture_id uuid, platform text,
        topic text,
        reports integer NOT NULL DEFAULT 0,
        look_again boolean NOT NULL DEFAULT false, CHECK (NOT look_again OR state = 'judged'),
        lease_by uuid, lease_until timestamptz,
        version integer NOT NULL DEFAULT 1,
        received_at timestamptz NOT NULL DEFAULT core.office_now(),
        judged_at timestamptz
      );
      CREATE INDEX triage_open ON classify.triage_items ((-priority), received_at, id) WHERE state = 'waiting' OR look_again;
      CREATE INDEX triage_open_topic ON classify.triage_items (topic, (-priority), received_at, id) WHERE state = 'waiting' OR look_again;
      CREATE INDEX triage_open_platform ON classify.triage_items (platform, (-priority), received_at, id) WHERE state = 'waiting' OR look_again;
      CREATE INDEX triage_judged ON classify.triage_items (judged_at DESC, id DESC) WHERE state = 'judged' AND NOT look_again;
      CREATE INDEX triage_words ON classify.triage_items USING gin (to_tsvector('simple', left(coalesce(text, ''), 20000)));

      CREATE TABLE classify.matches (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        item_id uuid NOT NULL REFERENCES classify.triage_items (id),
        claim_id uuid NOT NULL REFERENCES classify.claims (id),
        version_id uuid NOT NULL REFERENCES classify.claim_versions (id),
        evidence_id uuid, text_sha256 text NOT NULL,
        score real NOT NULL, strength text NOT NULL CHECK (strength IN ('suggest', 'strong')),
        stance jsonb NOT NULL, reasons jsonb NOT NULL, spans jsonb NOT NULL,
        decision text CHECK (decision IN ('confirmed', 'rejected')), decided_by uuid, decided_at timestamptz,
        UNIQUE (item_id, version_id, text_sha256)
      );
      CREATE INDEX matches_claim ON classify.matches (claim_id, item_id);

      -- insert-only: an undo is a row of its own
      CREATE TABLE classify.judgements (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        item_id uuid NOT NULL REFERENCES classify.triage_items (id),
        post_id uuid NOT NULL,
        judgement text NOT NULL, claim_version_id uuid REFERENCES classify.claim_versions (id),
        evidence_id uuid, text_sha256 text, reason text,
        judged_by uuid NOT NULL, judged_at timestamptz NOT NULL DEFAULT core.office_now(),
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX judgements_post ON classify.judgements (post_id, recorded_at DESC);
      CREATE INDEX judgements_text ON classify.judgements (text_sha256, recorded_at DESC);
      CREATE TABLE classify.judgement_undos (
        judgement_id uuid PRIMARY KEY REFERENCES classify.judgements (id),
        undone_by uuid NOT NULL, undone_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );

      GRANT SELECT, INSERT, UPDATE ON classify.claims, classify.triage_items, classify.matches TO lachan_app;
      GRANT SELECT, INSERT ON classify.claim_versions, classify.claim_approvals, classify.judgements, classify.judgement_undos TO lachan_app;
      GRANT SELECT ON ALL TABLES IN SCHEMA classify TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA classify CASCADE');
  }
}
