import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparison } from '../../src/crawl/compare/comparison.js';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { openEditedPost } from '../kit/edited-post.js';
import { keepCapture } from '../kit/keep-capture.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};

describe('two looks at one post', () => {
  let office: Office;
  let inspector: Caller;
  let dir: string;
  const posts: { postId: string; addressId: string }[] = [];
  const ids: string[] = [];
  let first: CaptureResult;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'lachan-compare-'));
    office = await openOffice();
    inspector = await office.as('inspector');
    for (const number of [1, 2]) {
      await office.guest().call('POST', '/api/reports', { url: `https://mxh.example.vn/p/${12_345 + number}` });
      posts.push((await office.database.owner<(typeof posts)[0]>(`SELECT post_id AS "postId", id AS "addressId" FROM intake.addresses ORDER BY url DESC LIMIT 1`))[0]); // prettier-ignore
    }
    const site = await openEditedPost();
    for (const state of ['first', 'edited', 'gone'] as const) {
      site.turn(state);
      const result = await captureUrl({ url: site.url, outDir: join(dir, state), dataDir: join(dir, 'data'), allow: site.allow });
      first ??= result;
      ids.push(await keepCapture(office, posts[0], result));
    }
    site.close();
  });
  afterAll(async () => {
    await office.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const compare = async (path: string, by = inspector) => {
    const { status, body } = await by.call('GET', `/api/captures/${path}`);
    return { status, body: body as unknown as Comparison & { code: string } };
  };

  test('show what its author edited between them: words, name, picture and counts', async () => {
    const { body } = await compare(`${ids[1]}/compare`);
    expect(body).toMatchObject({
      earlier: { id: ids[0], author: 'Nguyễn Thử', observation: 'present', edited: null },
      later: { id: ids[1], author: 'Nguyễn Thử Mới', edited: '2026-11-21T09:00:00Z' },
      changed: ['text', 'author', 'picture', 'counts'],
      counts: [{ what: 'LikeAction', before: 12, after: 340 }],
    });
    expect(body.text.map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['same', 'Từ ngày mai mỗi hộ nhận'],
      ['gone', '3'],
      ['new', '5'],
      ['same', 'triệu đồng, ai cũng phải đăng ký ngay'],
    ]);
    const [look, own] = body.pictures;
    expect([look.part, own.part, own.share, own.areas]).toEqual(['post', 'picture-1', 1, [{ x: 0, y: 0, width: 300, height: 200 }]]);
    expect(look.earlier.width).toBe(600);
    expect(look.areas.length).toBeGreaterThan(0);
    expect(look.share).toBeLessThan(1);
  });
  test('are held in the order in which they were taken, whichever is asked first', async () => {
    for (const path of [`${ids[0]}/compare/${ids[2]}`, `${ids[2]}/compare/${ids[0]}`])
      expect((await compare(path)).body).toMatchObject({ earlier: { id: ids[0] }, later: { id: ids[2] }, changed: ['gone'] });
    expect((await compare(`${ids[2]}/compare`)).body.earlier.id).toBe(ids[1]);
  });
  test('are of one visitor and one way, unless another is named, and say whose they are', async () => {
    await office.database.owner(`UPDATE crawl.captures SET visitor = 'phone' WHERE id = $1`, [ids[1]]);
    expect((await compare(`${ids[2]}/compare`)).body).toMatchObject({
      earlier: { id: ids[0], visitor: 'desktop' },
      later: { visitor: 'desktop', route: 'direct' },
    });
    expect((await compare(`${ids[2]}/compare/${ids[1]}`)).body).toMatchObject({
      earlier: { visitor: 'phone' },
      later: { visitor: 'desktop' },
    });
    expect((await compare(`${ids[1]}/compare`)).body.code).toBe('nothing-to-compare');
    await office.database.owner(`UPDATE crawl.captures SET visitor = 'desktop', route = 'hanoi' WHERE id = $1`, [ids[1]]);
    expect((await compare(`${ids[2]}/compare`)).body.earlier).toMatchObject({ id: ids[0], route: 'direct' });
    await office.database.owner(`UPDATE crawl.captures SET route = 'direct' WHERE id = $1`, [ids[1]]);
  });
  test('are both looked at, and each look stands in its custody', async () => {
    const custody = async (id: string) =>
      ((await inspector.call('GET', `/api/captures/${id}/custody`)).body as unknown as { items: { part: string }[] }).items.map(
        (i) => i.part,
      );
    const before = [await custody(ids[0]), await custody(ids[1])];
    await compare(`${ids[1]}/compare`);
    expect([await custody(ids[0]), await custody(ids[1])]).toEqual(before.map((list) => ['comparison', ...list]));
  });
  test('are of one post, sealed, and open to whom both are', async () => {
    const strange = await keepCapture(office, posts[1], first);
    for (const [path, status, code] of [
      [`${ids[0]}/compare`, 422, 'nothing-to-compare'],
      [`${ids[0]}/compare/${ids[0]}`, 422, 'nothing-to-compare'],
      [`${ids[0]}/compare/${strange}`, 422, 'nothing-to-compare'],
      [`${ids[0]}/compare/${randomUUID()}`, 404, 'missing'],
      [`${randomUUID()}/compare`, 404, 'missing'],
      [`${ids[0]}/compare/x`, 400, 'invalid'],
    ] as const) {
      const answer = await compare(path);
      expect([path, answer.status, answer.body.code]).toEqual([path, status, code]);
    }
    const barred = await office.as('inspector');
    await office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [barred.staffId, posts[0].postId]);
    expect((await compare(`${ids[1]}/compare`, barred)).status).toBe(404);
    expect((await compare(`${ids[1]}/compare`, await office.as('administrator'))).status).toBe(403);
  });
});
