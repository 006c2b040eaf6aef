import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts that came before near copies stood together are set beside each other too, turn by turn, in the order in which they came. */
export class EarlierCopies1764000001712 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- until the last one that is there now
      INSERT INTO core.due (kind, ref, due_at) SELECT 'earlier-copies', t.received_at || '|' || t.id, core.office_now() FROM classify.triage_items t WHERE t.state <> 'merged' ORDER BY t.received_at DESC, t.id DESC LIMIT 1;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM core.due WHERE kind = 'earlier-copies' AND fired_at IS NULL`);
  }
}
