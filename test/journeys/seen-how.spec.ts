import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ready } from '../contracts/cases-setup.js';
import { confirmedCase } from '../contracts/enforcement-setup.js';
import { ConsolePage } from '../kit/console-page.js';
import { openOffice, type Office } from '../kit/office.js';

const FROM_SOURCE = 'chữ lấy từ mã nguồn của trang, không rõ có hiện trên màn hình hay không';
const AS_MEMBER = 'đã đăng nhập: van-phong';

/** Two posts of one case: the words of one were never seen on a screen, the other was shown to a signed-in visitor. */
describe('on screen, what a reader must know of words', () => {
  let office: Office;
  let inspector: ConsolePage, coordinator: ConsolePage;
  let caseId: string;
  let posts: Ready[];
  const dir = mkdtempSync(join(tmpdir(), 'lachan-seen-how-'));
  const shownIn = (page: ConsolePage, scope: string): Promise<string[]> =>
    page.page.$$eval(scope, (found) => found.map((e) => (e as HTMLElement).innerText));

  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    const by = await office.as('inspector');
    ({ caseId, posts } = await confirmedCase(office, by, 2));
    const [source, member] = posts;
    const sql = office.database.owner.bind(office.database);
    await sql(
      `INSERT INTO crawl.profiles (name, visitor, platform, hosts, cookies, given_by) VALUES ('van-phong', 'desktop', 'mang', '{mang.example}', 'x', $1)`,
      [by.staffId],
    );
    await sql(`UPDATE crawl.captures SET ground = '{"rule":"post-found","laidOut":false}' WHERE id = $1`, [source.captureId]);
    await sql(`UPDATE crawl.captures SET visitor = 'van-phong' WHERE id = $1`, [member.captureId]);
    await sql(`UPDATE classify.triage_items SET text_sha256 = repeat('a', 64)`);
    await sql(
      `INSERT INTO classify.matches (item_id, claim_id, version_id, text_sha256, score, strength, stance, reasons, spans, model)
       SELECT j.item_id, v.claim_id, v.id, repeat('a', 64), 0.9, 'strong', '{"label":"spread","scores":{"spread":1,"denial":0,"question":0,"unrelated":0}}', '[{"code":"without-marks"}]', '[]', 'm'
       FROM classify.judgements j JOIN classify.claim_versions v ON v.id = j.claim_version_id`,
    );
    inspector = await ConsolePage.open(dir, office.base.replace('127.0.0.1', 'localhost'));
    await inspector.signInAs(by);
    coordinator = await inspector.beside();
    await coordinator.signInAs(await office.as('coordinator'));
  }, 60_000);
  afterAll(async () => {
    await coordinator?.close();
    await inspector?.close();
    await office?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('stands in the queue, at the post and at the reasons of a match', async () => {
    const [source, member] = posts;
    await inspector.go(`/office/triage/${source.itemId}?state=judged`);
    await inspector.shows(FROM_SOURCE);
    await inspector.shows('So với chữ lấy từ mã nguồn của trang, không rõ có hiện trên màn hình hay không');
    const line = async (id: string) => (await shownIn(inspector, `.queue [data-id="${id}"]`))[0];
    expect(await line(source.itemId)).toContain('chữ từ mã nguồn');
    expect(await line(member.itemId)).toContain(AS_MEMBER);
    expect(await line(member.itemId)).not.toContain('mã nguồn');
    expect(await inspector.serious()).toEqual([]);
    await inspector.go(`/office/triage/${member.itemId}?state=judged`);
    await inspector.shows(AS_MEMBER);
    expect((await shownIn(inspector, '.evidence, .judging')).join()).not.toContain('mã nguồn');
    expect(await shownIn(inspector, '.timeline')).toContainEqual(expect.stringContaining(AS_MEMBER));
  }, 60_000);
  test('stands at each look that can be compared, and where none of the same visitor was before, one is chosen', async () => {
    const [{ postId, captureId }] = posts.slice(1);
    await office.database.owner(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id, ordered_at, ended_at)
       SELECT gen_random_uuid(), post_id, address_id, url, 'second-look', 'sealed', 'complete', evidence_id, ordered_at, ended_at FROM crawl.captures WHERE id = $1`,
      [captureId],
    );
    await inspector.go(`/office/posts/${postId}/compare/${captureId}`);
    await inspector.shows('Trước lần chụp này chưa có lần nào của cùng kiểu người xem');
    await inspector.shows('· máy tính');
    expect(await shownIn(inspector, '[role=alert]')).toEqual([]);
    expect(await inspector.sidewaysAt(390)).toBe(0);
    expect(await inspector.serious()).toEqual([]);
    await inspector.page.setViewport({ width: 1280, height: 800 });
    await inspector.page.click('.compare .lines a');
    await inspector.shows('đang so');
    expect((await shownIn(inspector, '.compare table')).join()).toContain(AS_MEMBER);
  }, 60_000);
  test('stands at each post of a case and at its exhibits', async () => {
    await inspector.go(`/office/cases/${caseId}`);
    await inspector.shows(FROM_SOURCE);
    for (const part of ['#posts article', '#exhibits tbody tr:not(:has(> td[colspan]))']) {
      const said = await shownIn(inspector, part);
      expect(said.map((text) => [text.includes(FROM_SOURCE), text.includes(AS_MEMBER)]).sort()).toEqual([
        [false, true],
        [true, false],
      ]);
    }
    expect(await inspector.serious()).toEqual([]);
  }, 60_000);
  test('is told to whoever drafts a takedown, and stands in its letter', async () => {
    await coordinator.go(`/office/cases/${caseId}`);
    await coordinator.pressNamed('Soạn yêu cầu gỡ');
    await coordinator.shows('văn bản sẽ ghi: trang được thấy khi đã đăng nhập');
    await coordinator.pressNamed('Soạn yêu cầu');
    await coordinator.shows('Chứng cứ nêu trên cho thấy trang khi người xem đã đăng nhập');
    const [letter] = await shownIn(coordinator, '.letter');
    expect(letter.split('người xem đã đăng nhập')).toHaveLength(2);
    expect(letter.split('“không hiển thị”')).toHaveLength(2);
    expect([...inspector.faults, ...coordinator.faults]).toEqual([]);
  }, 60_000);
});
