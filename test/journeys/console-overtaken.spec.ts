import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../../src/core/browser/chromium.js';
import { judgedPost, undoIsOver, type Ready } from '../contracts/cases-setup.js';
import { moveClock, stepCase } from '../contracts/enforcement-setup.js';
import { deliverAll } from '../kit/deliver-all.js';
import { seriousInBothThemes, sideways, signInAs } from '../kit/console-page.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { patient } from '../kit/patient-page.js';

const TEXT = 'Cầu Vàm Sâu bị nứt trụ, cấm mọi xe qua từ hôm nay';

/** A claim's last day passes on the office clock; everybody who used it sees it where they work. */
describe('a claim that events have overtaken, in the console', () => {
  let office: Office;
  let browser: Browser;
  let [inspector, coordinator, legal, chief]: Caller[] = [];
  let [desk, approver, head]: Page[] = [];
  let post: Ready;
  let [caseId, takedownId, claimId] = ['', '', ''];
  const dir = mkdtempSync(join(tmpdir(), 'lachan-overtaken-'));
  const faults: string[] = [];
  const barriers: string[] = [];

  const sit = async (who: Caller): Promise<Page> => {
    const page = patient(await (await browser.createBrowserContext()).newPage());
    await page.setViewport({ width: 1280, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    page.on('pageerror', (error) => faults.push(String(error)));
    await signInAs(page, who);
    return page;
  };
  const open = (page: Page, path: string) => page.goto(`${office.base.replace('127.0.0.1', 'localhost')}/office${path}`);
  const shows = (page: Page, text: string) =>
    page
      .waitForFunction((t) => document.body.textContent?.includes(t) === true, { timeout: 10_000 }, text)
      .catch(async () => {
        throw new Error(`“${text}” does not stand in: ${await page.evaluate(() => document.body.innerText)}`);
      });
  const says = (page: Page, text: string) => page.evaluate((t) => document.body.textContent?.includes(t) === true, text);
  /** On a desk and on a telephone, in both themes. */
  const look = async (page: Page) => {
    barriers.push(...(await seriousInBothThemes(page)));
    expect(await sideways(page)).toBe(0);
    await page.setViewport({ width: 390, height: 800 });
    expect(await sideways(page)).toBe(0);
    await page.setViewport({ width: 1280, height: 800 });
  };
  const press = async (page: Page, name: string) => {
    const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
    await button!.click();
  };
  const read = async <T>(path: string, who = inspector) => (await who.call('GET', path)).body as unknown as T;

  beforeAll(async () => {
    office = await openOffice();
    browser = await launch({ executablePath: (await findChromium(dir)).path, args: ['--no-sandbox'] });
    [inspector, coordinator, legal, chief] = [
      await office.as('inspector'),
      await office.as('coordinator'),
      await office.as('legal'),
      await office.as('chief'),
    ];
    post = await judgedPost(office, inspector.staffId, undefined, TEXT);
    await undoIsOver(office);
    [{ claimId }] = await office.database.owner<{ claimId: string }>('SELECT id AS "claimId" FROM classify.claims');
    const [{ day }] = await office.database.owner<{ day: string }>(
      `SELECT (core.office_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS day`,
    );
    await office.database.owner(`UPDATE classify.triage_items SET posted_on = $1, text_sha256 = repeat('6', 64)`, [day]);
    caseId = (await inspector.call('POST', '/api/cases', { postId: post.postId })).body.id;
    for (const to of ['verifying', 'confirmed']) await stepCase(inspector, caseId, to);
    const request = { caseId, platform: 'mang', delivery: 'email', recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' };
    const drafted = await coordinator.call('POST', '/api/takedowns', { ...request, fields: { signer: 'Bà B', sources: 'Sở Giao thông' } });
    takedownId = drafted.body.id;
    // what waits in the queue says the same
    await office.database.owner(
      `WITH p AS (INSERT INTO intake.posts DEFAULT VALUES RETURNING id)
       INSERT INTO classify.triage_items (post_id, text, text_sha256, evidence_id, posted_on) SELECT p.id, $1, repeat('7', 64), gen_random_uuid(), $2::date FROM p`,
      [`${TEXT} nhé`, day],
    );
    const version = {
      ...{ topic: 'giao-thong', harm: 'high', wordings: [{ language: 'vi', text: TEXT }], truth: 'Cầu vẫn đi lại bình thường.' },
      ...{ sources: [{ title: 'Sở Giao thông', url: 'https://giaothong.example/1', date: day }], falseFrom: '2026-01-01', falseTo: day },
    };
    const { versionId } = (await inspector.call('POST', `/api/claims/${claimId}/versions`, version)).body as unknown as {
      versionId: string;
    };
    await chief.call('POST', `/api/claim-versions/${versionId}/approve`);
    await deliverAll(office);
    [desk, approver, head] = [await sit(inspector), await sit(legal), await sit(chief)];
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await office.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('nothing is said on its last day', async () => {
    await open(desk, `/cases/${caseId}`);
    await shows(desk, 'Bước tiếp theo');
    expect(await says(desk, 'Không còn sai từ')).toBe(false);
  }, 60_000);
  test('on the next day the inspector finds the case in hand among the work, and the queue and the post warn', async () => {
    await moveClock(office, 24);
    await deliverAll(office);
    await open(desk, '/work');
    await shows(desk, 'Vụ dựa trên tin không còn sai (1)');
    await look(desk);
    await open(desk, '/triage');
    await shows(desk, 'Tin không còn sai');
    await (await desk.waitForSelector('.line .item'))!.click();
    await shows(desk, 'Bài đăng khi tin còn sai: vẫn đánh giá theo tin này.');
    await look(desk);
  }, 90_000);
  test('the case says what it means for its posts, and the inspector notes what was found', async () => {
    await open(desk, `/cases/${caseId}`);
    await shows(desk, '1 bài đăng khi tin còn sai: nhận định vẫn giữ.');
    await look(desk);
    await press(desk, 'Đã xem lại');
    await desk.type('::-p-aria([name="Đã thấy gì"])', 'Bài đăng đúng ngày tin còn sai, giữ nguyên');
    await press(desk, 'Ghi lại');
    await shows(desk, 'đã xem lại');
    await shows(desk, 'Bài đăng đúng ngày tin còn sai, giữ nguyên');
    await open(desk, '/work');
    await shows(desk, 'Vụ việc của tôi');
    expect(await says(desk, 'Vụ dựa trên tin không còn sai')).toBe(false);
    expect((await read<{ overtaken: { look: object }[] }>(`/api/cases/${caseId}`)).overtaken[0].look).not.toBeNull();
  }, 90_000);
  test('whoever is to approve the request sees it on its page and once more where it is approved, and may approve', async () => {
    await open(approver, `/takedowns/${takedownId}`);
    await shows(approver, 'Người duyệt cân nhắc trước khi duyệt');
    await look(approver);
    await press(approver, 'Duyệt');
    await approver.waitForFunction(() => document.querySelector('[role=dialog]')?.textContent?.includes('Không còn sai từ') === true);
    await (await approver.waitForSelector('[role=dialog] button[type=submit]'))!.click();
    await shows(approver, 'Đã duyệt');
    expect((await read<{ state: string }>(`/api/takedowns/${takedownId}`, legal)).state).toBe('approved');
  }, 90_000);
  test('the page of the claim lists what still rests on it', async () => {
    await open(head, `/claims/${claimId}`);
    await shows(head, 'Còn dựa trên tin này');
    await shows(head, 'Yêu cầu gỡ chưa gửi');
    await shows(head, 'Đang chờ chụp…');
    await shows(head, '2 bài trong hàng đợi nói đúng tin này');
    await look(head);
    await open(head, '/cases?overtaken=true');
    await shows(head, 'Tin không còn sai');
    await look(head);
  }, 90_000);
  test('no screen on the way broke, nor kept anybody out', () => {
    expect(faults).toEqual([]);
    expect(barriers).toEqual([]);
  });
});
