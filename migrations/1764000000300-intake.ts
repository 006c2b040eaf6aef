import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports, the posts that they are about, addresses, receipts, and who reported. */
export class Intake1764000000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA intake;
      GRANT USAGE ON SCHEMA intake TO lachan_app, lachan_reader, lachan_purger;

      CREATE TABLE intake.posts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        merged_into uuid REFERENCES intake.posts (id) CHECK (merged_into <> id),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );

      -- one row per normalised URL, folded text or picture; its post is where new reports of it join
      CREATE TABLE intake.addresses (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        post_id uuid NOT NULL REFERENCES intake.posts (id),
        kind text NOT NULL CHECK (kind IN ('url', 'text', 'picture')),
        value text NOT NULL,
        url text, text text, evidence_id uuid REFERENCES core.evidence_items (id),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        UNIQUE (kind, value),
        CHECK ((kind = 'url') = (url IS NOT NULL)),
        CHECK (kind = 'url' OR evidence_id IS NOT NULL)
      );
      CREATE INDEX addresses_post ON intake.addresses (post_id);

      CREATE TABLE intake.reports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        channel text NOT NULL CHECK (channel IN ('web', 'phone')),
        kind text NOT NULL CHECK (kind IN ('link', 'text', 'picture')),
        link_as_given text, note text,
        evidence_id uuid REFERENCES core.evidence_items (id),
        entered_by uuid REFERENCES core.staff (id),
        submission_key bytea UNIQUE,
        received_at timestamptz NOT NULL DEFAULT core.office_now(),
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK ((channel = 'phone') = (entered_by IS NOT NULL))
      );
      CREATE INDEX reports_newest ON intake.reports (received_at DESC, id DESC);

      -- which report speaks of which post, and why; a link ends, it is never changed
      CREATE TABLE intake.report_posts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        report_id uuid NOT NULL REFERENCES intake.reports (id),
        post_id uuid NOT NULL REFERENCES intake.posts (id),
        address_id uuid NOT NULL REFERENCES intake.addresses (id),
        reason text NOT NULL, linked_by uuid REFERENCES core.staff (id),
        linked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended_at timestamptz, ended_by uuid REFERENCES core.staff (id)
      );
      CREATE INDEX report_posts_post ON intake.report_posts (post_id);
      CREATE UNIQUE INDEX report_posts_open ON intake.report_posts (report_id) WHERE ended_at IS NULL;

      CREATE TABLE intake.receipts (
        code_hash bytea PRIMARY KEY CHECK (length(code_hash) = 32),
        report_id uuid NOT NULL UNIQUE REFERENCES intake.reports (id)
      );

      -- who reported: encrypted, apart from everything else, and alone purged
      CREATE TABLE intake.reporter_identities (
        report_id uuid PRIMARY KEY REFERENCES intake.reports (id),
        sealed bytea NOT NULL
      );

      GRANT SELECT, INSERT, UPDATE (merged_into) ON intake.posts TO lachan_app;
      GRANT SELECT, INSERT, UPDATE (post_id) ON intake.addresses TO lachan_app;
      GRANT SELECT, INSERT ON intake.reports, intake.receipts, intake.reporter_identities TO lachan_app;
      GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON intake.report_posts TO lachan_app;
      GRANT SELECT ON intake.posts, intake.addresses, intake.report_posts TO lachan_reader;
      GRANT SELECT (id, channel, kind, evidence_id, entered_by, received_at, recorded_at) ON intake.reports TO lachan_reader;
      GRANT SELECT, DELETE ON intake.reporter_identities TO lachan_purger;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA intake CASCADE');
  }
}
