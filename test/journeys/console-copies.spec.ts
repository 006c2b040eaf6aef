import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { triageTable } from '../../src/classify/triage-table.js';
import { ConsolePage, seriousInBothThemes, sideways } from '../kit/console-page.js';
import { FILL_MS, filledHouse } from '../kit/filled-house.js';
import type { HouseUnderTest } from '../kit/house.js';
import { Caller } from '../kit/office.js';
import { staff } from '../kit/staff.js';
import { until } from '../kit/until.js';

interface Line {
  id: string;
  group: string;
  firstLine: string;
  copies: { others: number } | null;
}
const SAID =
  'Alo bà con, sáng mai hồ chứa Vĩnh Khê xả lũ khẩn cấp, ba phường ven sông ngập hai mét, ai ở tầng trệt dọn đồ lên lầu ngay trong đêm nay, đừng chờ loa phường báo vì không kịp đâu';

describe('near copies at the inspector’s desk', () => {
  let house: HouseUnderTest;
  let desk: ConsolePage;
  let page: Page;
  let binh: Caller;
  let group: string;
  const waiting = async () => {
    const { items } = (await binh.call('GET', '/api/triage?limit=100')).body as unknown as { items: Line[] };
    return items.filter((i) => i.firstLine.includes('Vĩnh Khê'));
  };
  /** The rows of the group as they stand: which is open, and which stand below. */
  const rows = () =>
    page.$$eval('.queue .line', (lines) =>
      (lines as HTMLElement[])
        .filter((l) => l.innerText.includes('Vĩnh Khê'))
        .map((l) => ({ id: l.dataset.id!, below: 'below' in l.dataset, says: l.innerText })),
    );
  const shownRows = async (n: number) => {
    await until(async () => (await rows()).length === n);
    return rows();
  };
  const onList = '/office/triage?sort=newest';

  beforeAll(async () => {
    house = await filledHouse('other');
    desk = await ConsolePage.open(house.dataDir, `http://localhost:${house.port}`);
    page = desk.page;
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]); // colours that fade are none yet
    binh = await staff(house, 'binh');
    const guest = new Caller(`http://localhost:${house.port}`);
    for (const text of [SAID, `Khẩn!!! ${SAID}`, `${SAID} #vinhkhe`])
      expect((await guest.call('POST', '/api/reports', { text })).status).toBe(201);
    await until(async () => (await waiting()).every((i) => i.copies?.others === 2) && (await waiting()).length === 3);
    [{ group }] = await waiting();
    await desk.signInAs(await staff(house, 'an'));
    await desk.go(onList);
    await page.waitForSelector('.queue .item');
  }, FILL_MS + 60_000);
  afterAll(async () => {
    await desk?.close();
    await house?.end();
    house?.remove();
  });

  test('stand on one line, unfold by one key, and fold by another', async () => {
    const [line] = await shownRows(1);
    expect(line.says).toContain('+2 bản giống · chữ');
    await page.click(`.line[data-id="${line.id}"] .item`);
    await page.waitForSelector('.judgements');
    await desk.press('ArrowRight');
    expect((await shownRows(3)).map((r) => r.below)).toEqual([false, true, true]);
    expect(new URL(page.url()).searchParams.get('unfold')).toBe(group);
    expect(await seriousInBothThemes(page)).toEqual([]);
    await desk.press('j');
    await until(async () => desk.openId === (await rows())[1].id);
    await desk.press('ArrowLeft');
    await shownRows(1);
    expect(desk.openId).toBe(line.id);
  }, 60_000);
  test('are judged one by one: the next one opens by one key with the same judgement offered, which counts once it is recorded', async () => {
    const [{ id: first }] = await rows();
    await desk.press('3');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('Chỉ là lời truyền miệng');
    await desk.press('Enter');
    await desk.leaves(first);
    await until(async () => (await waiting()).length === 2);
    const [next] = await shownRows(1);
    expect(next.id).not.toBe(first);
    expect(next.says).toContain('+1 bản giống');
    await desk.press('b');
    await until(() => Promise.resolve(desk.openId === next.id));
    await desk.shows('Đánh giá này được gợi ý từ bản giống bạn vừa ghi');
    expect(await page.$eval('.judging textarea', (e) => (e as HTMLTextAreaElement).value)).toBe('Chỉ là lời truyền miệng');
    expect(await page.$eval('.judgements [aria-pressed=true]', (e) => (e as HTMLElement).innerText)).toContain('Ý kiến');
    expect((await waiting()).map((i) => i.id)).toContain(next.id);
    await desk.press('Enter');
    await until(async () => (await waiting()).length === 1);
    const [last] = await shownRows(1);
    expect(last.says).not.toContain('bản giống');
    await desk.press('u');
    await until(async () => (await waiting()).length === 2);
    await until(async () => (await rows()).some((r) => r.id === next.id && r.says.includes('+1 bản giống')));
    expect(await rows()).toHaveLength(1);
  }, 90_000);
  test('are apart for whoever wants each for itself, and the address says so', async () => {
    await desk.go(`${onList}&copies=apart`);
    const apart = await shownRows(2);
    expect(apart.map((r) => r.below)).toEqual([false, false]);
    await desk.press('f');
    const choice = await page.waitForSelector('select:has(option[value=apart])');
    expect(await choice!.evaluate((e) => (e as HTMLSelectElement).value)).toBe('apart');
    await choice!.select('');
    await shownRows(1);
    expect(new URL(page.url()).searchParams.get('copies')).toBeNull();
    await desk.press('Escape');
  }, 60_000);
  test('are skipped where one is left without a decision after a while, and not where it was judged', async () => {
    const file = async (id: string) =>
      (await binh.call('GET', `/api/triage/${id}`)).body as unknown as {
        item: { state: string; lease: object | null; skips: { times: number } | null };
        history: { type: string; actorName: string }[];
      };
    /** Opens the row and looks at it as long as a skip takes. */
    const looks = async (id: string) => {
      await page.click(`.line[data-id="${id}"] .item`);
      await until(async () => (await file(id)).item.lease !== null);
      const since = Date.now();
      await until(async () => Date.now() - since > triageTable.skips.looked_seconds * 1000);
    };
    await desk.go(onList);
    const [{ id }] = await shownRows(1);
    const before = (await file(id)).item.skips?.times ?? 0;
    await looks(id);
    await desk.press('j');
    await until(async () => (await file(id)).item.skips?.times === before + 1);
    expect((await file(id)).history[0].type).toBe('post.skipped');
    await looks(id);
    await desk.press('9');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('Không tìm được nguồn nào');
    await desk.press('Enter');
    await until(async () => (await file(id)).item.state === 'judged');
    await shownRows(1);
    expect((await file(id)).history.filter((e) => e.type === 'post.skipped')).toHaveLength(before + 1);
  }, 90_000);
  test('fit a telephone', async () => {
    await page.setViewport({ width: 390, height: 844 });
    await desk.go(onList);
    await shownRows(1);
    expect(await sideways(page)).toBe(0);
    expect(await seriousInBothThemes(page)).toEqual([]);
  }, 60_000);
});
