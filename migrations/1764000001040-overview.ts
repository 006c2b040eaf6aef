import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The overview counts what came in lately, what waits and what is late, without reading what is long done. */
export class Overview1764000001040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- when the report came in by which a post is spoken of, beside the post: what rises is counted from an index alone
      ALTER TABLE intake.report_posts ADD COLUMN reported_at timestamptz;
      UPDATE intake.report_posts l SET reported_at = r.received_at FROM intake.reports r WHERE r.id = l.report_id;
      ALTER TABLE intake.report_posts ALTER COLUMN reported_at SET DEFAULT core.office_now(), ALTER COLUMN reported_at SET NOT NULL;
      CREATE INDEX report_posts_reported ON intake.report_posts (reported_at) INCLUDE (post_id) WHERE ended_at IS NULL;
      GRANT SELECT (reported_at) ON intake.report_posts TO lachan_reader;
      CREATE INDEX matches_sure ON classify.matches (item_id) INCLUDE (claim_id, version_id, text_sha256) WHERE decision = 'confirmed' OR decision IS NULL AND strength = 'strong';
      DROP INDEX classify.triage_open_received;
      CREATE INDEX triage_open_received ON classify.triage_items (received_at, id) INCLUDE (post_id) WHERE state = 'waiting' OR look_again;
      CREATE INDEX triage_received ON classify.triage_items (received_at, id) WHERE state <> 'merged';
      CREATE INDEX takedowns_open ON enforcement.takedowns (state, created_at) WHERE state IN ('draft', 'approved', 'undeliverable');
      CREATE INDEX items_overdue ON enforcement.items (due_at) WHERE overdue;
    `);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP INDEX classify.triage_received, classify.matches_sure, classify.triage_open_received, enforcement.takedowns_open, enforcement.items_overdue;
       CREATE INDEX triage_open_received ON classify.triage_items (received_at, id) WHERE state = 'waiting' OR look_again;
       ALTER TABLE intake.report_posts DROP COLUMN reported_at`,
    );
  }
}
