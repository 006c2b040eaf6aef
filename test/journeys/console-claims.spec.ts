import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { findChromium } from '../../src/core/browser/chromium.js';
import { deliverAll } from '../kit/deliver-all.js';
import { FactCheckService } from '../kit/fact-check-service.js';
import { seriousInBothThemes, sideways, signInAs } from '../kit/console-page.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { patient } from '../kit/patient-page.js';

const SALT = 'Uống nước muối mỗi sáng chữa khỏi bệnh dạ dày';
const claim = (text: string, url: string) => ({
  topic: 'y-te',
  harm: 'high',
  wordings: [
    { language: 'vi', text },
    { language: 'en', text: `They say: ${text}` },
  ],
  truth: 'Không đúng: Sở Y tế đã bác bỏ.',
  sources: [{ title: 'Thông báo của Sở Y tế', url, date: '2026-11-01', publisher: 'Sở Y tế', rating: 'Sai' }],
  falseFrom: '2026-11-01',
  falseTo: null,
});

/** The registry in the console, by keyboard once a screen is open: what comes in, what is approved together, what is merged. */
describe('claims that come from elsewhere and turn out to be one', () => {
  let office: Office;
  let browser: Browser;
  let service: FactCheckService;
  let inspector: Page;
  let chief: Page;
  const dir = mkdtempSync(join(tmpdir(), 'lachan-claims-'));
  const faults: string[] = [];
  const barriers: string[] = [];
  const ids: string[] = [];

  const desk = async (who: Caller): Promise<Page> => {
    const page = patient(await (await browser.createBrowserContext()).newPage());
    await page.setViewport({ width: 1280, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    page.on('pageerror', (error) => faults.push(String(error)));
    await signInAs(page, who);
    return page;
  };
  const open = (page: Page, path: string) => page.goto(`${office.base.replace('127.0.0.1', 'localhost')}/office${path}`);
  const shows = (page: Page, text: string) => page.waitForFunction((t) => document.body.textContent?.includes(t) === true, {}, text);
  const look = async (page: Page) => {
    barriers.push(...(await seriousInBothThemes(page)));
    expect(await sideways(page)).toBe(0);
  };
  /** Goes on with Tab until what is called so has the focus. */
  const reach = async (page: Page, name: string) => {
    for (let n = 0; n < 120; n++) {
      const called = await page.evaluate(() => {
        const at = document.activeElement as HTMLInputElement | null;
        return [at?.getAttribute('aria-label'), at?.labels?.[0]?.textContent, at?.textContent].filter(Boolean).join('|');
      });
      if (called.split('|').some((c) => c.startsWith(name))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Nothing called “${name}” is reached by keyboard`);
  };
  const press = async (page: Page, name: string, key: KeyInput = 'Enter') => {
    await reach(page, name);
    await page.keyboard.press(key);
  };

  beforeAll(async () => {
    service = await new FactCheckService().open();
    office = await openOffice({ FACT_CHECK_URL: service.url, FACT_CHECK_KEY: 'k', FACT_CHECK_ALLOW: service.host });
    browser = await launch({ executablePath: (await findChromium(dir)).path, args: ['--no-sandbox'] });
    const [writes, approves] = [await office.as('inspector'), await office.as('chief')];
    for (const [text, url] of [
      [SALT, 'https://soyte.example/1'],
      ['Nước muối buổi sáng chữa được bệnh dạ dày', 'https://soyte.example/2'],
    ]) {
      const { claimId, versionId } = (await writes.call('POST', '/api/claims', claim(text, url))).body as unknown as Record<string, string>;
      await approves.call('POST', `/api/claim-versions/${versionId}/approve`);
      ids.push(claimId);
    }
    await deliverAll(office);
    [inspector, chief] = [await desk(writes), await desk(approves)];
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await office.close();
    await service.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  test('a file is read line by line, a line is left out, and the rest becomes drafts', async () => {
    const file = join(dir, 'tin.jsonl');
    const known = claim(SALT, 'https://soyte.example/1');
    const fresh = ['Cầu Vàm Sâu sắp sập trong tuần này', 'Trường học đóng cửa đến hết năm'].map((t) => claim(t, 'https://so.example/3'));
    writeFileSync(file, `${[known, ...fresh].map((c) => JSON.stringify(c)).join('\n')}\n{"a":\n`);
    await open(inspector, '/claims/imports');
    await shows(inspector, 'Từ một tệp');
    await look(inspector);
    await (await inspector.$('input[type=file]'))!.uploadFile(file);
    await press(inspector, 'Xem trước');
    await shows(inspector, 'không phải JSON đúng cách');
    await look(inspector);
    await press(inspector, 'Lấy tin ở dòng 3', 'Space');
    await press(inspector, 'Nhập 1 tin thành bản nháp');
    await shows(inspector, 'Đã soạn 1 bản nháp');
  }, 60_000);
  test('checks of others are searched, and one of them is drafted', async () => {
    await open(inspector, '/claims/imports');
    await reach(inspector, 'Tìm bài kiểm chứng về');
    await inspector.keyboard.type('nuoc muoi');
    await inspector.keyboard.press('Enter');
    await shows(inspector, 'Kiểm chứng VN');
    await look(inspector);
    await inspector.setViewport({ width: 390, height: 800 });
    await reach(inspector, 'Tìm bài kiểm chứng về');
    expect(await inspector.evaluate(() => document.activeElement!.clientWidth)).toBeGreaterThan(200);
    await inspector.setViewport({ width: 1280, height: 800 });
    await press(inspector, 'Chọn: Uống nước muối', 'Space');
    await press(inspector, 'Nhập 1 tin thành bản nháp');
    await shows(inspector, 'Đã soạn 1 bản nháp');
  }, 60_000);
  test('the chief reads what was imported whole, chooses it and approves it', async () => {
    await open(chief, '/claims/imports');
    await shows(chief, '1 tin chờ duyệt');
    await press(chief, '1 tin');
    await shows(chief, 'Nước muối không chữa khỏi bệnh');
    await look(chief);
    await press(chief, 'Chọn cả 1 tin', 'Space');
    await press(chief, 'Duyệt 1 tin đã đọc');
    await chief.waitForFunction(() => document.querySelector('.claim')?.textContent?.includes('Đang dùng'));
  }, 60_000);
  test('a claim is proposed to be merged, beside the other, and the chief agrees to what was shown', async () => {
    await open(inspector, `/claims?id=${ids[1]}`);
    await shows(inspector, 'Nước muối buổi sáng');
    await press(inspector, 'Thêm…: Nước muối buổi sáng');
    await press(inspector, 'Đề nghị gộp vào tin khác');
    await press(inspector, `Chọn: ${SALT}`);
    await shows(inspector, 'Tin ở lại sẽ nói');
    await look(inspector);
    await reach(inspector, 'Vì sao là cùng một tin');
    await inspector.keyboard.type('Cung mot tin don');
    await press(inspector, 'Đề nghị gộp vào tin khác');
    await shows(inspector, 'đề nghị gộp ·');
    await open(chief, '/work');
    await press(chief, 'Xem đề nghị gộp');
    await shows(chief, 'Cung mot tin don');
    await look(chief);
    await press(chief, 'Gộp');
    await chief.waitForFunction(() => document.querySelector('[role=dialog]') === null);
    await open(inspector, `/claims?id=${ids[1]}`);
    await shows(inspector, 'Đã gộp vào:');
    await look(inspector);
    const { state } = (await office.database.owner<{ state: string }>('SELECT state FROM classify.claims WHERE id = $1', [ids[1]]))[0];
    expect(state).toBe('merged');
  }, 90_000);
  test('a long post is opened where it says the claim', async () => {
    const small = 'Chiều nay trời đẹp, cả nhà đi chợ mua rau rồi về nấu cơm.\n';
    expect((await office.guest().call('POST', '/api/reports', { text: `${small.repeat(80)}${SALT}\n${small.repeat(80)}` })).status).toBe(
      201,
    );
    await deliverAll(office);
    await open(inspector, '/triage');
    await inspector.waitForSelector('.queue .item');
    await inspector.keyboard.press('j');
    await inspector.waitForFunction(() => {
      const [box, mark] = ['.posttext', '.posttext mark'].map((at) => document.querySelector(at)?.getBoundingClientRect());
      return box && mark && mark.top >= box.top && mark.bottom <= box.bottom;
    });
    expect(await sideways(inspector)).toBe(0);
  }, 60_000);
  test('nothing on these screens shuts anybody out or breaks', () => {
    expect([barriers, faults]).toEqual([[], []]);
  });
});
