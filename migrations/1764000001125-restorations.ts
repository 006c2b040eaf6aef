import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a platform answers to a withdrawal, link by link, and whether the link was seen again: the links of a withdrawal are items of its own. */
export class Restorations1764000001125 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE enforcement.items DROP CONSTRAINT items_state_check;
      ALTER TABLE enforcement.items ADD CONSTRAINT items_state_check CHECK (state IN ('awaiting', 'removed-claimed', 'refused', 'restricted', 'verified-removed', 'reappeared', 'withdrawn',
        'asked-back', 'restoration-claimed', 'restoration-refused', 'restoration-partial', 'restored'));
      ALTER TABLE enforcement.item_replies DROP CONSTRAINT item_replies_reply_check;
      ALTER TABLE enforcement.item_replies ADD CONSTRAINT item_replies_reply_check CHECK (reply IN ('removed-claimed', 'refused', 'restricted',
        'restoration-claimed', 'restoration-refused', 'restoration-partial'));
      -- the paper on which the answer came, an exhibit of the case
      ALTER TABLE enforcement.item_replies ADD COLUMN exhibit_id uuid;

      -- withdrawals that left before: their links were asked back then, and the looks that were planned for them go on
      INSERT INTO enforcement.items (id, takedown_id, case_id, address_id, post_id, url, state, asked_at, due_at)
        SELECT gen_random_uuid(), w.id, w.case_id, i.address_id, i.post_id, i.url, 'asked-back', w.sent_at, w.sent_at + interval '72 hours'
        FROM enforcement.takedowns w JOIN enforcement.items i ON i.takedown_id = w.withdraws WHERE w.state = 'sent';
      UPDATE core.due d SET ref = replace(d.ref, i.id::text, b.id::text)
        FROM enforcement.items i JOIN enforcement.takedowns w ON w.withdraws = i.takedown_id AND w.state = 'sent' JOIN enforcement.items b ON b.takedown_id = w.id AND b.address_id = i.address_id
        WHERE d.kind = 'takedown.look' AND d.fired_at IS NULL AND d.ref LIKE i.id::text || ':restoration:%';
      INSERT INTO core.due (kind, ref, due_at) SELECT 'takedown.overdue', i.id::text, i.due_at FROM enforcement.items i WHERE i.state = 'asked-back';
      INSERT INTO core.due (kind, ref, due_at) SELECT 'takedown.poll', w.id::text, core.office_now() FROM enforcement.takedowns w
        WHERE w.kind = 'withdrawal' AND w.state = 'sent' AND EXISTS (SELECT 1 FROM enforcement.deliveries d WHERE d.takedown_id = w.id AND d.way = 'inbox');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE enforcement.item_replies DROP COLUMN exhibit_id');
  }
}
