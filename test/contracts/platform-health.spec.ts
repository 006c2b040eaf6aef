import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { PlatformHealthReport } from '../../src/crawl/platform-health.view.js';
import { openOffice, type Office } from '../kit/office.js';

/** Looks at posts of one platform so many days ago, of which so many found the post. */
async function looks(
  office: Office,
  platform: string,
  { ago, all, found, visitor = 'desktop' }: { ago: number; all: number; found: number; visitor?: string },
) {
  for (let i = 0; i < all; i++) {
    const [post, address, capture] = [randomUUID(), randomUUID(), randomUUID()];
    const rule = i < found ? 'post-found' : 'no-post-found';
    await office.database.owner(`INSERT INTO intake.posts (id) VALUES ('${post}');
      INSERT INTO intake.addresses (id, post_id, kind, value, url) VALUES ('${address}', '${post}', 'url', '${address}', 'https://x.example/${address}');
      INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, platform, text, author, visitor)
        VALUES ('${capture}', '${post}', '${address}', 'https://x.example/', 'report', 'failed', '${i < found ? 'complete' : 'partial'}', '${platform}', '${i < found ? 'chữ' : ''}', 'Ai Đó', '${visitor}');
      INSERT INTO crawl.observations (capture_id, address_id, post_id, url, observation, ground, route, office_at)
        VALUES ('${capture}', '${address}', '${post}', 'https://x.example/', '${i < found ? 'present' : 'unclear'}', '{"rule":"${rule}"}', '{}', core.office_now() - interval '${ago} days')`);
  }
}

describe('how well platforms are read', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await looks(office, 'youtube', { ago: 6, all: 9, found: 9 });
    await looks(office, 'youtube', { ago: 0, all: 9, found: 2 });
    await looks(office, 'tiktok', { ago: 0, all: 9, found: 8 });
    const { staffId } = await office.as('administrator');
    await office.database.owner(
      `INSERT INTO crawl.profiles (name, visitor, platform, hosts, cookies, given_by) VALUES ('van-phong', 'desktop', 'youtube', '{youtube.com}', 'x', $1)`,
      [staffId],
    );
    await looks(office, 'youtube', { ago: 0, all: 9, found: 9, visitor: 'van-phong' });
    await looks(office, 'zalo', { ago: 40, all: 9, found: 0 });
  }, 60_000);
  afterAll(() => office.close());

  test('the chief sees by platform and day, what begins to fail first, no look of long ago, and none of signed-in visitors, who are shown other pages', async () => {
    const chief = await office.as('chief');
    const { status, body } = await chief.call('GET', '/api/platforms/health');
    expect(status).toBe(200);
    const { platforms } = body as unknown as PlatformHealthReport;
    expect(platforms.map((p) => [p.platform, p.captures, p.failing])).toEqual([
      ['youtube', 18, true],
      ['tiktok', 9, false],
    ]);
    expect(platforms[0].shares[0]).toEqual({ measure: 'found', now: 2 / 9, before: 1, failing: true });
    expect(platforms[0].days.map((d) => [d.ago, d.looked, d.found])).toEqual([
      [0, 9, 2],
      [6, 9, 9],
    ]);
  });
});
