import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { WatchProvedRemovals1764000001570 } from '../../migrations/1764000001570-watch-proved-removals.js';
import { Db } from '../../src/core/database/db.js';
import { Log } from '../../src/core/events/log.js';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import type { SeenBefore } from '../../src/office/seen-before/seen-before-answers.js';
import { ALTERATIONS, drawn } from '../kit/drawn-pictures.js';
import type { Caller } from '../kit/office.js';
import { judgedPost, type Ready } from './cases-setup.js';
import { confirmedCase, moveClock, observe, openTakedownOffice, work, type File } from './enforcement-setup.js';

const SAID =
  'Khẩn cấp! Nhà máy nước Sông Lô đã bị nhiễm độc, cả thành phố không được dùng nước máy từ tối nay, nhiều người ở phường Bến Tre đã nhập viện.';

describe('a post that shows what another one showed', () => {
  let house: Awaited<ReturnType<typeof openTakedownOffice>>;
  let inspector: Caller, coordinator: Caller, legal: Caller;
  let first: Ready;
  let caseId: string;
  let takedownId: string;

  /** A capture is sealed, as the crawl room seals it. */
  const seals = async (post: Ready, shown: { picture?: Buffer; text?: string }) => {
    const { office } = house;
    if (shown.picture) {
      const { sha256, bytes } = await office.app.get(EvidenceStore).put(shown.picture);
      await office.database.owner(
        `INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes) VALUES ($1, 'picture-1', $2, 'image/png', $3)`,
        [post.captureId, sha256, bytes],
      );
    }
    await office.database.owner('UPDATE crawl.captures SET text = $2 WHERE id = $1', [post.captureId, shown.text ?? null]);
    await office.app.get(Db).tx((tx) =>
      office.app.get(Log).append(tx, {
        type: 'capture.sealed',
        v: 2,
        public: { platform: 'mang', outcome: 'complete' },
        office: {
          captureId: post.captureId,
          postId: post.postId,
          addressId: post.addressId,
          evidenceId: post.evidenceId,
          observation: 'present',
          packageSha256: '0'.repeat(64),
        },
        subject: post.postId,
      }),
    );
    await work(office);
  };
  const posted = async (shown: { picture?: Buffer; text?: string }) => {
    const post = await judgedPost(house.office, inspector.staffId);
    await seals(post, shown);
    return post;
  };
  const seen = async (post: Ready, who = inspector) =>
    ((await who.call('GET', `/api/triage/${post.itemId}/seen-before`)).body as unknown as { items: SeenBefore[] }).items;
  const file = async () => (await coordinator.call('GET', `/api/takedowns/${takedownId}`)).body as unknown as File;
  const looks = async (observation: string, hours: number) => {
    await moveClock(house.office, hours);
    await observe(house.office, first, observation);
  };

  beforeAll(async () => {
    house = await openTakedownOffice();
    ({ inspector, coordinator, legal } = house);
    const made = await confirmedCase(house.office, inspector);
    ({ caseId } = made);
    [first] = made.posts;
    const draft = await coordinator.call('POST', '/api/takedowns', {
      caseId,
      platform: 'mang',
      delivery: 'email',
      recipient: 'phap-che@mang.example',
      legalBasis: 'nd147-24h',
      fields: { signer: 'Phó Giám đốc Nguyễn Văn A', sources: 'Bộ Y tế' },
    });
    expect(draft.status).toBe(201);
    takedownId = (draft.body as unknown as { id: string }).id;
    const approved = await legal.call('POST', `/api/takedowns/${takedownId}/approve`, { contentHash: (await file()).contentHash });
    expect(approved.body).toMatchObject({ state: 'approved' });
    const sent = await coordinator.call('POST', `/api/takedowns/${takedownId}/send`, { version: (await file()).version });
    expect([sent.status, sent.body]).toEqual([200, expect.anything()]);
    await work(house.office);
    await seals(first, { picture: (await drawn(1)).bytes, text: SAID });
    await looks('gone', 1);
    await looks('gone', 25);
    expect((await file()).items[0].state).toBe('verified-removed');
  }, 120_000);
  afterAll(() => house.close());

  test('was removed, and is posted again by another account with a watermark: it is seen before in the case', async () => {
    const original = await drawn(1);
    const again = await posted({ picture: await ALTERATIONS.watermark(original, 1) });
    expect(await seen(again)).toEqual([
      expect.objectContaining({
        id: first.postId,
        itemId: first.itemId,
        earlier: true,
        case: { id: caseId, number: expect.any(String), state: 'confirmed' },
        removal: { takedownId, reference: expect.any(String), state: 'verified-removed' },
        likenesses: [
          {
            kind: 'picture',
            distance: expect.any(Number),
            here: { captureId: again.captureId, addressId: null, picturePart: 'picture-1' },
            there: { captureId: first.captureId, addressId: null, picturePart: 'picture-1' },
          },
        ],
      }),
    ]);
    expect(await seen(first)).toMatchObject([{ id: again.postId, earlier: false, case: null, removal: null }]);
    const told = await house.office.database.owner<{ office: { data: object } }>(
      `SELECT office FROM core.events WHERE type = 'post.seen-before' AND subject = $1`,
      [again.postId],
    );
    expect(told.map((e) => e.office.data)).toEqual([{ postId: again.postId, posts: 1 }]);
  });
  test('says the same in nearly the same words: it is seen before in the case', async () => {
    const again = await posted({ text: `Mọi người đọc ngay ạ. ${SAID.replace('tối nay', 'sáng mai')} #songlo` });
    expect(await seen(again)).toMatchObject([{ id: first.postId, case: { id: caseId }, likenesses: [{ kind: 'text' }] }]);
  });
  test('a stranger’s picture and a short text are like nothing', async () => {
    expect(await seen(await posted({ picture: (await drawn(2)).bytes, text: 'Chúc cả nhà ngày mới tốt lành' }))).toEqual([]);
  });
  test('a picture that cannot be opened is like nothing, and harms nothing', async () => {
    const bomb = Buffer.concat([(await drawn(1)).bytes.subarray(0, 200), Buffer.alloc(500, 7)]);
    expect(await seen(await posted({ picture: bomb }))).toEqual([]);
    expect(await seen(await posted({ picture: (await drawn(1)).bytes }))).toMatchObject([{ case: { id: caseId } }, {}]);
  });
  test('another look at the same post is no likeness, and adds nothing', async () => {
    const count = async () =>
      (await house.office.database.owner<{ n: number }>('SELECT count(*)::int AS n FROM classify.fingerprints'))[0].n;
    const before = await count();
    await seals(first, { text: SAID });
    expect(await count()).toBe(before);
    expect((await seen(first)).map((s) => s.id)).not.toContain(first.postId);
  });
  test('whoever is barred from the post, or may not read the queue, is told nothing', async () => {
    const again = await posted({ text: SAID });
    const barred = await house.office.as('inspector');
    await house.office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [barred.staffId, first.postId]);
    const ids = (await seen(again, barred)).map((s) => s.id);
    expect(ids).not.toContain(first.postId);
    expect(ids.length).toBeGreaterThan(0);
    expect((await barred.call('GET', `/api/triage/${first.itemId}/seen-before`)).status).toBe(404);
    expect((await coordinator.call('GET', `/api/triage/${again.itemId}/seen-before`)).status).toBe(403);
    expect((await inspector.call('GET', `/api/triage/${again.itemId}/seen-before?limit=1`)).body).toMatchObject({
      items: [{ id: first.postId }],
      nextCursor: expect.any(String),
    });
  });
  test('a removed post is watched, thick at first and thin later; when it answers again it waits for whoever sends requests', async () => {
    const { items } = await file();
    const hours = items[0].plannedLooks.map((at) => Math.round((Date.parse(at) - Date.parse(items[0].verifiedAt)) / 3_600_000));
    expect(hours).toEqual([6, 24, 72, 168, 336, 720, 1440, 2160, 4320, 8760]);
    await house.office.database.owner(`DELETE FROM core.due WHERE kind = 'takedown.look' AND fired_at IS NULL`); // as a house that planned none
    const migration = new WatchProvedRemovals1764000001570();
    const db = { query: (sql: string) => house.office.database.owner(sql) } as unknown as QueryRunner;
    await migration.down(db);
    await migration.up(db);
    await moveClock(house.office, 1);
    await work(house.office);
    expect((await file()).items[0].plannedLooks).toHaveLength(10);
    await house.office.database.owner(
      `INSERT INTO core.due (kind, ref, due_at) SELECT 'takedown.look', id || ':removal:9999', now() + interval '9999 hours' FROM enforcement.items`,
    );
    expect((await file()).items[0].plannedLooks).toHaveLength(11); // as a table of before said
    await looks('gone', 0); // the look that was under way ends
    await moveClock(house.office, 7);
    await work(house.office);
    const watched = (await file()).items[0];
    expect(watched.looks).toContainEqual(expect.objectContaining({ why: 'removal', state: 'ordered' }));
    expect(watched.plannedLooks).toHaveLength(10);
    expect((await coordinator.call('GET', '/api/work')).body).toMatchObject({ reappeared: [] });
    await looks('present', 0);
    const [back] = (await file()).items;
    expect(back).toMatchObject({ state: 'reappeared' });
    expect(back.plannedLooks).toHaveLength(7);
    expect(back.observations.at(-1)).toMatchObject({ observation: 'present', ground: { rule: 'test' } });
    expect((await coordinator.call('GET', '/api/work')).body).toMatchObject({ reappeared: [{ takedownId, state: 'sent', links: 1 }] });
  });
});
