import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { CONFIG, type Config } from '../../src/core/config.js';
import { findChromium } from '../../src/core/browser/chromium.js';
import { judgedPost } from '../contracts/cases-setup.js';
import { signInAs } from '../kit/console-page.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { Wire } from '../kit/wire.js';
import { patient } from '../kit/patient-page.js';

/** Two people in browsers of their own, each at another process of the office; the second's wire can be cut. */
describe('an office that is looked at by several at once', () => {
  let office: Office;
  let wire: Wire;
  let browser: Browser;
  let an: { page: Page; caller: Caller; context: BrowserContext };
  let hai: typeof an;
  let caseId: string;
  const profile = mkdtempSync(join(tmpdir(), 'lachan-live-'));
  const faults: string[] = [];

  const comes = async (role: string, base: string): Promise<typeof an> => {
    const caller = await office.as(role);
    const context = await browser.createBrowserContext();
    const page = patient(await context.newPage());
    await page.setViewport({ width: 1280, height: 800 });
    page.on('pageerror', (error) => faults.push(`${role}: ${String(error)}`));
    await signInAs(page, caller);
    await page.goto(`${base}/office/work`);
    await page.waitForSelector('.rail a');
    return { page, caller, context };
  };
  const open = (page: Page, path: string) => page.goto(`${new URL(page.url()).origin}/office${path}`);
  const line = (page: Page, state: string, timeout = 20_000) => page.waitForSelector(`.line-state[data-state=${state}]`, { timeout });
  const shows = (page: Page, text: string, timeout = 10_000) =>
    page.waitForFunction((t) => document.body.innerText.includes(t), { timeout }, text);
  const hides = (page: Page, text: string, timeout: number) =>
    page.waitForFunction((t) => !document.body.innerText.includes(t), { timeout }, text);
  const counted = (page: Page, room: string) =>
    page.evaluate((r) => Number(document.querySelector(`.rail a[href$="/${r}"] .n`)?.textContent ?? 0), room);
  const name = async ({ caller }: typeof an) =>
    (await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [caller.staffId]))[0].name;
  const streams = async () => {
    const { body } = await office.guest().call('GET', '/metrics');
    return Number(/^lachan_live_streams (\d+)$/m.exec(String(body.text))?.[1]);
  };
  const draftClaim = async (text: string) => {
    const claim = {
      topic: 'y-te',
      harm: 'high',
      wordings: [{ language: 'vi', text }],
      truth: 'Không đúng.',
      sources: [{ title: 'Bộ Y tế', url: 'https://moh.example/', date: '2026-01-01' }],
      falseFrom: '2026-01-01',
    };
    const { status, body } = await an.caller.call('POST', '/api/claims', claim);
    expect([status, body.errors]).toEqual([201, undefined]);
  };
  const openCase = async () => {
    const { postId } = await judgedPost(office, an.caller.staffId);
    const made = await an.caller.call('POST', '/api/cases', { postId });
    expect(made.status).toBe(201);
    return made.body as unknown as { id: string; number: string };
  };

  beforeAll(async () => {
    office = await openOffice();
    wire = await Wire.lay(Number(new URL(await office.another()).port));
    const chromium = await findChromium(office.app.get<Config>(CONFIG).dataDir);
    browser = await launch({
      executablePath: chromium.path,
      args: ['--no-sandbox'],
      env: { ...process.env, ...chromium.env },
      headless: chromium.headless,
      userDataDir: profile,
    });
    an = await comes('inspector', office.base.replace('127.0.0.1', 'localhost'));
    hai = await comes('chief', `http://localhost:${wire.port}`);
    caseId = (await openCase()).id;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await wire?.close();
    await office?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('says at the top that it is informed as it happens', async () => {
    await line(an.page, 'live');
    await line(hai.page, 'live');
    await shows(hai.page, 'Trực tiếp');
  }, 60_000);
  test('counts in the rail what a colleague did at another process, without a reload', async () => {
    const before = await counted(hai.page, 'claims');
    await draftClaim('Uống giấm chữa bệnh tiểu đường');
    await until(async () => (await counted(hai.page, 'claims')) === before + 1, 8_000);
  }, 30_000);
  test('shows who else has the case open, and takes the name away when the tab is closed', async () => {
    const second = patient(await an.context.newPage());
    await second.goto(`${new URL(an.page.url()).origin}/office/cases/${caseId}`);
    await open(hai.page, `/cases/${caseId}`);
    await shows(hai.page, `${await name(an)} cũng đang mở`);
    await shows(second, `${await name(hai)} cũng đang mở`);
    await second.close();
    await hides(hai.page, `${await name(an)} cũng đang mở`, 5_000);
  }, 60_000);
  test('takes it away within half a minute when the tab crashes', async () => {
    const crashes = patient(await an.context.newPage());
    await crashes.goto(`${new URL(an.page.url()).origin}/office/cases/${caseId}`);
    await shows(hai.page, `${await name(an)} cũng đang mở`);
    const began = Date.now();
    void crashes.goto('chrome://crash').catch(() => undefined);
    await hides(hai.page, `${await name(an)} cũng đang mở`, 40_000);
    expect(Date.now() - began).toBeLessThan(32_000);
    await crashes.close();
  }, 90_000);
  test('has one stream for all tabs of a browser, which passes on when the tab that has it is closed', async () => {
    await until(async () => (await streams()) === 1);
    const tabs = [patient(await an.context.newPage()), patient(await an.context.newPage())];
    for (const tab of tabs) {
      await tab.goto(`${new URL(an.page.url()).origin}/office/cases`);
      await line(tab, 'live');
      await tab.waitForSelector('.page tbody tr'); // a list that is read after the news has none
    }
    expect(await streams()).toBe(1);
    const former = an.page;
    an.page = tabs[0];
    await former.close();
    await until(async () => (await streams()) === 1);
    await openCase();
    for (const tab of tabs) {
      await tab.bringToFront(); // what is not looked at reads nothing
      await tab.waitForSelector('.news-pill', { timeout: 15_000 });
    }
    await tabs[1].close();
    expect(await streams()).toBe(1);
  }, 60_000);
  test('moves no row of an open list, but says how many are new, and shows them when asked', async () => {
    await open(hai.page, '/cases');
    await line(hai.page, 'live');
    const rows = () => hai.page.$$eval('.page tbody tr', (all) => all.map((r) => r.innerText));
    await until(async () => (await rows()).length > 1);
    const before = await rows();
    const { number } = await openCase();
    await shows(hai.page, 'Hiện 1 mục mới', 15_000);
    expect((await rows()).map((r) => r.split('\n')[0])).toEqual(before.map((r) => r.split('\n')[0]));
    await hai.page.click('.news-pill button');
    await until(async () => (await rows()).some((r) => r.includes(number)), 8_000);
    expect(await hai.page.$('.news-pill')).toBeNull();
  }, 60_000);
  test('says in the queue who has a post open', async () => {
    const { itemId } = await judgedPost(office, an.caller.staffId);
    await office.database.owner(`UPDATE classify.triage_items SET state = 'waiting' WHERE id = $1`, [itemId]);
    await open(hai.page, '/triage');
    await hai.page.waitForSelector(`[data-id="${itemId}"]`);
    await open(an.page, `/triage/${itemId}`);
    await shows(hai.page, `${await name(an)} đang mở`, 15_000);
    await open(hai.page, `/triage/${itemId}`);
    await shows(an.page, `${await name(hai)} cũng đang mở`);
    await open(an.page, '/cases');
    await hides(hai.page, `${await name(an)} cũng đang mở`, 5_000);
  }, 60_000);
  test('says that the line is cut and since when, asks by itself meanwhile, and reads anew what moved when it is back', async () => {
    await open(hai.page, '/work');
    await line(hai.page, 'live');
    await until(async () => (await counted(hai.page, 'claims')) > 0);
    const before = await counted(hai.page, 'claims');
    wire.cut();
    await hai.page.waitForFunction(
      () => /^(Đang nối lại|Mất kết nối), từ \d\d:\d\d$/.test(document.querySelector<HTMLElement>('.line-state')?.innerText ?? ''),
      { timeout: 10_000 },
    );
    await hai.page.waitForFunction(() => /Đang nối lại|Mất kết nối/.test(document.querySelector('[aria-live=polite]')?.textContent ?? ''), {
      timeout: 10_000,
    });
    await draftClaim('Hít khói hương chữa viêm phổi');
    wire.mend();
    await line(hai.page, 'live', 30_000);
    await until(async () => (await counted(hai.page, 'claims')) === before + 1, 8_000);
    await hai.page.waitForFunction(() => document.querySelector('[aria-live=polite]')?.textContent?.includes('Trực tiếp'), {
      timeout: 10_000,
    });
  }, 90_000);
  test('says of an act that it did not arrive when the line is gone, and keeps what was typed', async () => {
    const { page } = an;
    await open(page, `/cases/${caseId}`);
    await page.waitForSelector('#notes textarea');
    await page.type('#notes textarea', 'Đã gọi cho ban quản lý chợ');
    await page.setOfflineMode(true);
    await page.click('#notes button[type=submit]');
    await shows(page, 'Không kết nối được với máy chủ');
    expect(await page.$eval('#notes textarea', (e) => (e as HTMLTextAreaElement).value)).toBe('Đã gọi cho ban quản lý chợ');
    await page.setOfflineMode(false);
    await line(page, 'live', 30_000);
  }, 60_000);
  test('lets a person out whose account is locked, at once and in every tab', async () => {
    const administrator = await office.as('administrator');
    const [{ id }] = await office.database.owner<{ id: string }>('SELECT id FROM core.accounts WHERE staff_id = $1', [an.caller.staffId]);
    expect((await administrator.call('POST', `/api/accounts/${id}/lock`)).status).toBe(204);
    await an.page.waitForSelector('input[type=email]', { timeout: 15_000 });
    await until(async () => (await streams()) === 0);
    expect(faults).toEqual([]);
  }, 30_000);
});
