import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { likenessTable } from '../../src/classify/likeness/likeness-table.js';
import { GroupEarlier } from '../../src/classify/copies/group-earlier.handler.js';
import { Db } from '../../src/core/database/db.js';
import type { Due } from '../../src/core/events/on.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { drawn, ALTERATIONS } from '../kit/drawn-pictures.js';
import type { Ready } from './cases-setup.js';
import { waiting, type Shown } from './copies-setup.js';

interface Line {
  id: string;
  copies: { others: number; kinds: string[] } | null;
}
const SAID =
  'Khẩn cấp! Nhà máy nước Sông Lô đã bị nhiễm độc, cả thành phố không được dùng nước máy từ tối nay, nhiều người ở phường Bến Tre đã nhập viện.';
const SHORT = 'Thứ 6 này cả thành phố phong tỏa';

describe('posts that came before near copies stood together', () => {
  let office: Office;
  let inspector: Caller;
  const shipped = { ...likenessTable.copies };
  const sql = <T extends object>(text: string, values: unknown[] = []) => office.database.owner<T>(text, values);
  beforeAll(async () => {
    office = await openOffice();
    inspector = await office.as('inspector');
  }, 60_000);
  afterAll(async () => {
    Object.assign(likenessTable.copies, shipped);
    await office.close();
  });
  beforeEach(async () => {
    Object.assign(likenessTable.copies, shipped);
    await sql(`UPDATE classify.triage_items SET state = 'merged', look_again = false`);
  });

  let minutes = 0;
  const posted = async (shown: Shown): Promise<Ready> => {
    const post = await waiting(office, inspector.staffId, shown, 1000 - minutes);
    await sql(`UPDATE classify.triage_items SET received_at = '2026-01-01'::timestamptz + make_interval(mins => $2) WHERE id = $1`, [post.itemId, ++minutes]); // prettier-ignore
    return post;
  };
  /** As an office was that did not know of copies: what is long or a picture was noted to be alike, and no more. */
  const before = async () => {
    await sql(`UPDATE classify.triage_items SET copy_of = NULL, copy_steps = 0, copy_kinds = '{}'`);
    await sql(`DELETE FROM classify.likenesses WHERE fingerprint_id IN (SELECT id FROM classify.fingerprints WHERE cardinality(keys) = 1)`);
    await sql(`DELETE FROM classify.fingerprints WHERE kind = 'text' AND cardinality(keys) = 1`);
  };
  /** As the migration begins it. */
  const begin = () =>
    sql(
      `INSERT INTO core.due (kind, ref, due_at) SELECT 'earlier-copies', t.received_at || '|' || t.id, core.office_now() FROM classify.triage_items t WHERE t.state <> 'merged' ORDER BY t.received_at DESC, t.id DESC LIMIT 1`,
    );
  const walk = () => deliverAll(office);
  const lines = async () =>
    ((await inspector.call('GET', '/api/triage?copies=together')).body as unknown as { items: Line[] }).items.map(({ id, copies }) => [
      id,
      copies && [copies.others, copies.kinds],
    ]);
  const turns = async () => (await sql(`SELECT 1 FROM core.due WHERE kind = 'earlier-copies' AND fired_at IS NOT NULL`)).length;

  test('stand together as those do that come now: by a long text, a short one, a picture', async () => {
    const picture = await drawn(41);
    const [long, short, shown] = [
      await posted({ text: SAID }),
      await posted({ text: SHORT }),
      await posted({ pictures: { 'picture-1': picture.bytes } }),
    ];
    await posted({ text: `Nghe nói là ${SAID}` });
    await posted({ text: 'THỨ 6 NÀY, cả thành phố phong tỏa!!!' });
    await posted({ pictures: { 'picture-1': await ALTERATIONS.watermark(picture, 41) } });
    const alone = await posted({ text: 'Giá xăng tăng từ chiều nay ở mọi cây xăng' });
    const now = await lines();
    expect(now).toEqual([[long.itemId, [1, ['text']]], [short.itemId, [1, ['text']]], [shown.itemId, [1, ['picture']]], [alone.itemId, null]]); // prettier-ignore
    await before();
    expect((await lines()).every(([, copies]) => copies === null)).toBe(true);
    await begin();
    await walk();
    expect(await lines()).toEqual(now);
  });

  test('are seen to a few at a time, each turn where the one before ended, and it ends with what was there when it began', async () => {
    const posts: Ready[] = [];
    for (let i = 0; i < 5; i++) posts.push(await posted({ text: `${SAID} Lần ${i}` }));
    const later = await posted({ text: `${SAID} Lần cuối` });
    await before();
    await sql(`UPDATE classify.triage_items SET state = 'merged' WHERE id = $1`, [later.itemId]);
    Object.assign(likenessTable.copies, { turn: 2 });
    const ended = await turns();
    await begin();
    await sql(`UPDATE classify.triage_items SET state = 'waiting' WHERE id = $1`, [later.itemId]);
    await walk();
    expect((await turns()) - ended).toBe(3);
    expect(await lines()).toEqual([
      [posts[0].itemId, [4, ['text']]],
      [later.itemId, null],
    ]);
    const [{ n }] = await sql<{ n: number }>(`SELECT count(*)::int AS n FROM core.due WHERE kind = 'earlier-copies' AND fired_at IS NULL`);
    expect(n).toBe(0);
  });

  test('stay where they are when a turn is done once more, as after a kill', async () => {
    const [first, second] = [await posted({ text: SHORT }), await posted({ text: `${SHORT}!` })];
    await before();
    for (let again = 0; again < 2; again++) {
      await begin();
      await walk();
    }
    expect(await lines()).toEqual([[first.itemId, [1, ['text']]]]);
    const [{ n }] = await sql<{ n: number }>('SELECT count(*)::int AS n FROM classify.fingerprints WHERE post_id = ANY($1)', [[first.postId, second.postId]]); // prettier-ignore
    expect(n).toBe(2);
  });

  test('get no fingerprint of words that were purged while their turn was prepared', async () => {
    const post = await posted({ text: SHORT });
    await before();
    const [{ ref }] = await sql<{ ref: string }>(`SELECT received_at || '|' || id AS ref FROM classify.triage_items WHERE id = $1`, [
      post.itemId,
    ]);
    const [due, turns] = [{ kind: 'earlier-copies', ref } as Due, office.app.get(GroupEarlier)];
    const turn = await turns.work(due);
    expect(turn.flatMap(({ made }) => made)).toHaveLength(1);
    await sql('INSERT INTO core.evidence_tombstones (evidence_id, item_id) VALUES ($1, gen_random_uuid())', [post.evidenceId]);
    await office.app.get(Db).tx((tx) => turns.handle(tx, due, turn));
    expect(await sql('SELECT 1 FROM classify.fingerprints WHERE post_id = $1', [post.postId])).toEqual([]);
  });

  test('stand alone where their turn fails for good, which is told, and those after them have their turn', async () => {
    const posts: Ready[] = [];
    for (const text of [SAID, `${SAID} Thật đó`, SHORT, `${SHORT}!`]) posts.push(await posted({ text }));
    await before();
    await sql(`CREATE FUNCTION classify.refuse_place() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'hết chỗ ghi'; END $$`);
    await sql(`CREATE TRIGGER refuse BEFORE UPDATE OF copy_of ON classify.triage_items FOR EACH ROW WHEN (NEW.id = '${posts[1].itemId}') EXECUTE FUNCTION classify.refuse_place()`); // prettier-ignore
    Object.assign(likenessTable.copies, { turn: 2 });
    await begin();
    for (let tries = 0; tries < 6; tries++) {
      await walk();
      await sql(`UPDATE core.deliveries SET available_at = clock_timestamp() WHERE state = 'waiting'`);
    }
    expect(await lines()).toEqual([[posts[0].itemId, null], [posts[1].itemId, null], [posts[2].itemId, [1, ['text']]]]); // prettier-ignore
    expect(await sql(`SELECT d.handler, d.error FROM core.deliveries d WHERE d.state = 'dead'`)).toEqual([
      { handler: 'GroupEarlier', error: 'hết chỗ ghi' },
    ]);
  });
});
