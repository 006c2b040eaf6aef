import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgedPost } from '../contracts/cases-setup.js';
import { CorrectionDesk } from '../contracts/corrections-setup.js';
import { publish } from '../contracts/public-log-setup.js';
import { ConsolePage } from '../kit/console-page.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

const TITLE = 'Nước muối không chữa được bệnh';

/** From a claim in the console to the receipt of somebody who reported a post, read without scripts on a phone. */
describe('a correction reaches whoever reported the post', () => {
  let office: Office;
  let desk: CorrectionDesk;
  let claimId: string;
  let postId: string;
  let receipt: string;
  const dir = mkdtempSync(join(tmpdir(), 'lachan-correction-'));
  const open: ConsolePage[] = [];
  const barriers: string[] = [];

  const browser = async (): Promise<ConsolePage> => {
    const page = (await open[0]?.beside()) ?? (await ConsolePage.open(dir, office.base.replace('127.0.0.1', 'localhost')));
    open.push(page);
    await page.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    return page;
  };
  const signedIn = async (caller: Caller): Promise<ConsolePage> => {
    const page = await browser();
    await page.signInAs(caller);
    return page;
  };
  const look = async (page: ConsolePage, screen: string) => barriers.push(...(await page.serious()).map((found) => `${screen} ${found}`));

  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    desk = await CorrectionDesk.open(office);
    receipt = (await office.guest().call('POST', '/api/reports', { text: 'Một bài nói uống nước muối khỏi bệnh' })).body.receipt;
    const ready = await judgedPost(office, desk.inspector.staffId);
    postId = ready.postId;
    const sql = office.database.owner.bind(office.database);
    await sql(`UPDATE classify.judgements SET recorded_at = recorded_at - interval '1 hour'`);
    await sql('UPDATE intake.report_posts SET post_id = $1 WHERE ended_at IS NULL', [postId]);
    [{ claimId }] = await sql<{ claimId: string }>('SELECT claim_id AS "claimId" FROM classify.claim_versions');
  }, 60_000);
  afterAll(async () => {
    for (const page of open.reverse()) await page.close().catch(() => undefined);
    await office?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('the inspector drafts it from the claim, and is told what is missing', async () => {
    const page = await signedIn(desk.inspector);
    await page.go(`/office/claims?id=${claimId}`);
    await page.pressNamed('Đính chính công khai');
    await page.shows('Trang công khai sẽ như thế này');
    await page.shows('Chưa có nguồn nào');
    await page.tabTo('Tiêu đề');
    await page.type(TITLE);
    await page.pressNamed('Thêm nguồn');
    await page.page.focus('[aria-label="Nguồn bác bỏ: tên 1"]');
    await page.type('Thông báo của Sở Y tế');
    await page.press('Tab');
    await page.type('https://soyte.example/1');
    await page.pressNamed('Lưu bản mới');
    await page.shows('Chờ pháp chế hoặc lãnh đạo khác duyệt.');
    await look(page, 'the draft');
    expect(page.faults).toEqual([]);
  }, 60_000);

  test('legal staff see the public page as it will be, and publish exactly that', async () => {
    const page = await signedIn(desk.legal);
    await page.go('/office/work');
    await page.shows('Đính chính chờ quyết định');
    await look(page, 'my work');
    await page.page.click('a[href*="/office/corrections/"]');
    await page.pressNamed('Duyệt và đăng');
    await page.shows('Mọi người sẽ đọc đúng trang này:');
    const frame = await (await page.page.waitForSelector('[role=dialog] iframe'))!.contentFrame();
    await frame.waitForFunction((title) => document.querySelector('h1')?.textContent === title, {}, TITLE);
    await look(page, 'the dialog');
    await page.page.waitForFunction(() => (document.activeElement as HTMLElement).innerText === 'Duyệt và đăng');
    await page.press('Enter');
    await page.shows('Đã đăng');
    await page.go('/office/corrections');
    await page.shows(TITLE);
    await look(page, 'the list');
    expect(page.faults).toEqual([]);
  }, 60_000);

  test('the citizen finds it from the receipt, once a case acts on the post: without scripts, on 360 pixels', async () => {
    const opened = (await desk.inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string };
    for (const to of ['verifying', 'confirmed']) {
      const { version } = (await desk.inspector.call('GET', `/api/cases/${opened.id}`)).body;
      await desk.inspector.call('POST', `/api/cases/${opened.id}/steps`, { to, version });
    }
    const citizen = await browser();
    await citizen.page.setJavaScriptEnabled(false);
    await citizen.page.setViewport({ width: 360, height: 720, isMobile: true });
    await citizen.go(`/receipt/${receipt}?lang=vi`);
    await Promise.all([citizen.page.waitForNavigation(), citizen.page.click('a[href^="/dinh-chinh/"]')]);
    const read = await citizen.page.$eval('main', (main) => (main as HTMLElement).innerText);
    for (const text of [TITLE, 'Uống nước muối chữa khỏi bệnh', 'Sai sự thật', 'Không đúng', 'Thông báo của Sở Y tế'])
      expect(read).toContain(text);
    await publish(office);
    for (const path of ['', '/dinh-chinh', '/statistics?lang=vi', `/receipt/${receipt}`]) {
      if (path) await citizen.go(path);
      expect([path, await citizen.page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
      if (path.startsWith('/statistics')) {
        // no table hides a figure beside the screen
        const tables = await citizen.page.$$eval('.wide', (all) => all.map((e) => e.scrollWidth <= e.clientWidth));
        expect(tables.length).toBeGreaterThan(0);
        expect(tables).not.toContain(false);
      }
    }
    await Promise.all([citizen.page.waitForNavigation(), citizen.page.click('a[href^="/dinh-chinh/"]')]);
    await citizen.page.setJavaScriptEnabled(true);
    const screens = [new URL(citizen.page.url()).pathname, '/dinh-chinh', '/statistics', `/receipt/${receipt}`];
    for (const path of screens) {
      await citizen.go(path);
      for (const scheme of ['light', 'dark']) {
        await citizen.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await look(citizen, `${path} ${scheme}`);
      }
    }
  }, 60_000);

  test('nothing keeps anybody out of these screens', () => expect(barriers).toEqual([]));
});
