import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../../src/crawl/engine/chromium.js';
import type { Caller } from '../kit/office.js';
import { freePort, HouseUnderTest } from '../kit/house.js';
import { staff } from '../kit/staff.js';
import { until } from '../kit/until.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Found {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

describe('the console in a real browser', () => {
  let house: HouseUnderTest;
  let browser: Browser;
  let page: Page;
  let binh: Caller;
  const faults: string[] = [];
  const waiting = async () =>
    ((await binh.call('GET', '/api/triage?limit=100')).body as unknown as { items: { id: string; topClaim: unknown }[] }).items;
  const serious = async () => {
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as { violations: Found[] };
    return violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`);
  };
  const shows = (text: string) => page.waitForFunction((t) => document.body.innerText.includes(t), { timeout: 15_000 }, text);

  beforeAll(async () => {
    house = await HouseUnderTest.make({ LACHAN_DEMO: 'on', WORLD_PORT: String(await freePort()) });
    expect(await house.start()).toBe('open');
    const chromium = await findChromium(`${house.dataDir}/browser`);
    browser = await launch({
      executablePath: chromium.path,
      args: ['--no-sandbox'],
      env: { ...process.env, ...chromium.env },
      headless: chromium.origin === 'bundled' ? 'shell' : true,
    });
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    page.on('pageerror', (error) => faults.push(String(error)));
    await until(async () => house.output.includes('are being captured'), 120_000);
    binh = await staff(house, 'binh');
    await until(async () => (await waiting()).filter((i) => i.topClaim).length >= 3, 120_000);
  }, 260_000);
  afterAll(async () => {
    await browser?.close();
    await house.end();
    house.remove();
  });

  test('lets an inspector in, and a wrong password out, in words', async () => {
    await page.goto(`http://localhost:${house.port}/office/`);
    await page.waitForSelector('input[type=email]');
    expect(await serious()).toEqual([]);
    await page.type('input[type=email]', 'an@lachan.demo');
    await page.type('input[type=password]', 'không đúng đâu');
    await page.keyboard.press('Enter');
    await shows('mật khẩu hoặc mã không đúng');
    await page.click('input[type=password]', { count: 3 });
    await page.type('input[type=password]', 'la-chan-dung-thu');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.queue .item');
    expect(await serious()).toEqual([]);
  }, 60_000);
  test('takes a post from the queue to a judgement, and back, by keyboard only', async () => {
    await page.keyboard.press('j');
    await page.waitForSelector('.claim');
    expect(await page.$eval('.picture', (e) => e.className)).toContain('veiled');
    await page.keyboard.press('v');
    await page.waitForFunction(() => !document.querySelector('.picture')?.className.includes('veiled'));
    expect(await serious()).toEqual([]);
    const id = new URL(page.url()).pathname.split('/').pop()!;
    await page.keyboard.press('c');
    await shows('Đã xác nhận');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.judgements button')].some(
        (b) => !(b as HTMLButtonElement).disabled && b.textContent?.includes('Sai sự thật'),
      ),
    );
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await shows('Đã ghi: Sai sự thật');
    await page.waitForFunction((was) => !location.pathname.endsWith(was), {}, id);
    expect((await waiting()).some((i) => i.id === id)).toBe(false);
    await page.keyboard.press('u');
    await shows('Đã hoàn tác');
    await until(async () => (await waiting()).some((i) => i.id === id));
  }, 60_000);
  test('changes its language at once, and its colours', async () => {
    await page.evaluate(() => [...document.querySelectorAll('button')].find((b) => b.textContent === 'English')!.click());
    await shows('My work');
    await page.click('[aria-label="Light / dark"]');
    await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === 'dark');
    expect(await serious()).toEqual([]);
  }, 30_000);
  test('opens every room that an inspector has without a fault', async () => {
    for (const room of ['work', 'cases', 'claims', 'takedowns', 'intake']) {
      await page.goto(`http://localhost:${house.port}/office/${room}`, { waitUntil: 'networkidle2' });
      await page.waitForSelector('h1');
      expect([room, await serious()]).toEqual([room, []]);
    }
    expect(faults).toEqual([]);
  }, 60_000);
});
