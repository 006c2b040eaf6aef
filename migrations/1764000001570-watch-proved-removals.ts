import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Removals that were proved before proved removals were watched are watched too, one after the other; timers are found by what they are for. */
export class WatchProvedRemovals1764000001570 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX due_open_of ON core.due (kind, split_part(ref, ':', 1)) WHERE fired_at IS NULL;
      INSERT INTO core.due (kind, ref, due_at)
        SELECT 'takedown.watch', i.id, core.office_now() + row_number() OVER (ORDER BY i.verified_at DESC, i.id) * interval '30 seconds'
        FROM enforcement.items i JOIN enforcement.takedowns t ON t.id = i.takedown_id
        WHERE i.state = 'verified-removed' AND t.state = 'sent'
          AND NOT EXISTS (SELECT 1 FROM core.due d WHERE d.kind = 'takedown.look' AND d.ref LIKE i.id::text || ':removal:%')
      ON CONFLICT (kind, ref) WHERE fired_at IS NULL DO NOTHING;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM core.due WHERE kind = 'takedown.watch' AND fired_at IS NULL;
      DROP INDEX core.due_open_of;
    `);
  }
}
