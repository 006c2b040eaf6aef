import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { ElementHandle } from 'puppeteer-core';
import { work } from '../contracts/enforcement-setup.js';
import { PenaltyDesk, type Made } from '../contracts/penalties-setup.js';
import { deliverAll } from '../kit/deliver-all.js';
import { ConsolePage, seriousInBothThemes } from '../kit/console-page.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

const STEP_MS = 30_000;
const AMOUNT = '12.500.000';
const PAPERS = [
  ...[
    ['Giới tính', 'Nam'],
    ['Ngày sinh', '1990-01-02'],
    ['Quốc tịch', 'Việt Nam'],
    ['Nghề nghiệp', 'Lái xe'],
    ['Nơi ở', 'Số 1 Phố Thử'],
  ],
  ...[
    ['Loại giấy tờ', 'Số định danh cá nhân'],
    ['Số căn cước, hộ chiếu', '001090000001'],
    ['Ngày cấp', '2021-04-05'],
    ['Nơi cấp', 'Cục Cảnh sát'],
  ],
];

/** From the case to the paid fine in the console, by keyboard; each person in a browser of their own. */
describe('a fine in a real browser', () => {
  let office: Office;
  let desk: PenaltyDesk;
  let made: Made;
  let chief: Caller;
  let recordPath: string;
  let decisionPath: string;
  const dir = mkdtempSync(join(tmpdir(), 'lachan-penalty-'));
  const paper = join(dir, 'giao-nhan.pdf');
  const open = new Map<string, ConsolePage>();
  const barriers: string[] = [];

  const another = async (): Promise<ConsolePage> =>
    (await open.values().next().value?.beside()) ?? ConsolePage.open(dir, office.base.replace('127.0.0.1', 'localhost'));
  const signedIn = async (caller: Caller): Promise<ConsolePage> => {
    const known = open.get(caller.staffId);
    if (known) return known;
    const page = await another();
    open.set(caller.staffId, page);
    await page.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.signInAs(caller);
    return page;
  };
  /** What axe finds on a screen in either theme; told at the end, all at once. */
  const look = async ({ page }: ConsolePage, screen: string) =>
    barriers.push(...(await seriousInBothThemes(page)).map((found) => `${screen}, ${found}`));
  /** Types into the field with this label; a day as its parts, in the order of the browser. */
  const fill = async (page: ConsolePage, label: string, text: string) => {
    await page.tabTo(label);
    const [year, month, day] = text.split('-');
    await page.type(day && (await isDay(page)) ? `${month}${day}${year}` : text);
  };
  const isDay = ({ page }: ConsolePage) => page.evaluate(() => (document.activeElement as HTMLInputElement).type === 'date');
  const tick = async (page: ConsolePage, label: string) => {
    await page.tabTo(label);
    await page.press('Space');
  };
  /** Opens a document by its button, with a reason. */
  const read = async (page: ConsolePage, button: string) => {
    await page.pressNamed(button);
    await page.page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.type('đọc trước khi làm tiếp');
    await page.pressNamed('Xem văn bản');
    await page.page.waitForSelector('iframe.pdf');
  };
  const path = ({ page }: ConsolePage) => new URL(page.url()).pathname;
  const arrives = ({ page }: ConsolePage, where: RegExp) =>
    page.waitForFunction((source) => new RegExp(source).test(location.pathname), { timeout: 15_000 }, where.source);

  beforeAll(async () => {
    writeFileSync(paper, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    desk = await PenaltyDesk.open(office);
    made = await desk.accused();
    chief = await office.as('chief');
    await desk.title(chief, 'department-director', '2025-07-01', { delegation: '01/QĐ-GQXP', delegatedOn: '2026-06-30' });
  }, 60_000);
  afterAll(async () => {
    for (const page of [...open.values()].reverse()) await page.close().catch(() => undefined);
    await office?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('the inspector writes the record beside what the law says, and draws it up once those present have signed', async () => {
    const page = await signedIn(desk.inspector);
    await page.go('/office/work');
    await page.shows('Vụ việc chờ lập biên bản');
    await page.go(`/office/cases/${made.caseId}`);
    await page.shows('Vụ việc này chưa có biên bản');
    await look(page, 'the case');
    await page.pressNamed('Lập biên bản vi phạm');
    await page.shows('Chọn hành vi, ghi ngày xảy ra');
    await tick(page, 'Đưa tin giả, tin sai sự thật trên mạng xã hội');
    await fill(page, 'Nơi lập biên bản', 'Trụ sở Sở');
    await fill(page, 'Diễn biến hành vi', 'Đăng tin uống nước muối chữa khỏi bệnh');
    await fill(page, 'Ngày xảy ra', '2026-06-20');
    await fill(page, 'Ngày phát hiện', '2026-09-11');
    // before the answer, both results stand beside the question
    await page.shows('Nếu trả lời:');
    await page.shows('Nghị định số 174/2026');
    await page.shows('15/2020');
    await look(page, 'the form of a record');
    await page.page.focus('input[type=radio][value=ongoing]');
    await page.press('Space');
    await page.hides('Nếu trả lời:');
    await fill(page, 'Vì sao trả lời như vậy?', 'Bài vẫn còn khi phát hiện');
    for (const [label, text] of PAPERS) await fill(page, label, text);
    await page.pressNamed('Lưu bản nháp');
    await arrives(page, /penalties\/records\/[0-9a-f-]{36}$/);
    recordPath = path(page);
    await page.shows('chữ ký của những người có mặt');
    await look(page, 'a drafted record');
    for (const name of ['Trần Người Lập', 'Nguyễn Văn Thử']) {
      await page.pressNamed('Ghi chữ ký');
      await page.page.waitForSelector('[role=dialog] select');
      await fill(page, 'Họ tên', name);
      await page.pressNamed('Ghi chữ ký');
      await page.page.waitForSelector('[role=dialog]', { hidden: true });
    }
    await page.enabled('Lập biên bản');
    await page.pressNamed('Lập biên bản');
    await page.shows('Những người có mặt đã ký đúng nội dung này');
    await look(page, 'the last look at the record');
    await page.pressNamed('Lập biên bản');
    await page.shows('Đã lập');
    expect(await page.page.evaluate(() => document.body.innerText)).not.toContain('Nguyễn Văn Thử');
    expect(page.faults).toEqual([]);
  }, 120_000);

  test('legal staff confirm the right to explain and draft the fine, each step of the sum before them; their own draft they cannot sign', async () => {
    const both = await office.as('legal', 'chief');
    await desk.title(both, 'department-director', '2025-07-01');
    const page = await signedIn(both);
    await page.go('/office/work');
    await page.shows('Xác nhận quyền giải trình');
    await page.go(recordPath);
    await page.pressNamed('Xác nhận quyền giải trình');
    await page.shows('Theo khung phạt của điều khoản đã chọn');
    await page.pressNamed('Xác nhận quyền giải trình');
    await page.shows('đã xác nhận');
    await page.pressNamed('Soạn quyết định');
    await page.shows('Cách tính mức phạt');
    await page.shows(`Mức phạt: ${AMOUNT}\u00a0₫`);
    await look(page, 'the form of a decision');
    await fill(page, 'Số ngày phải thực hiện', '5');
    await fill(page, 'Vì sao quyết định như vậy', 'Đã được chứng minh bằng bản chụp niêm phong');
    await page.pressNamed('Lưu dự thảo');
    await arrives(page, /penalties\/[0-9a-f-]{36}$/);
    decisionPath = path(page);
    await page.shows('Dự thảo quyết định');
    await page.shows('người khác duyệt');
    expect(await page.page.$$eval('button', (all) => all.filter((b) => b.innerText.trim() === 'Ký' && !b.disabled).length)).toBe(0);
    await look(page, 'a drafted decision');
    expect(page.faults).toEqual([]);
  }, 120_000);

  test('the accused waives, and a chief signs exactly what is shown, after a second factor that the console sets up', async () => {
    const { content } = await desk.record(recordPath.split('/').pop()!);
    if (content.explanation!.right) {
      const page = await signedIn(desk.legal);
      await page.go(recordPath);
      await page.pressNamed('Ghi giải trình');
      await page.page.waitForSelector('input[type=radio][value=waived]');
      await page.page.focus('input[type=radio][value=waived]');
      await page.press('Space');
      const scan = (await page.page.$('[role=dialog] input[type=file]')) as ElementHandle<HTMLInputElement>;
      await scan.uploadFile(paper);
      await page.shows('giao-nhan.pdf');
      await look(page, 'the explanation');
      await page.pressNamed('Ghi giải trình');
      await page.page.waitForSelector('[role=dialog]', { hidden: true });
      await page.shows('Không giải trình');
    }
    const page = await signedIn(chief);
    await page.go('/office/work');
    await page.shows('Chờ bạn ký');
    await look(page, 'my work');
    await page.go(decisionPath);
    await read(page, 'Xem bản sẽ in');
    // the browser's viewer takes the keyboard whenever it has loaded
    await page.go(decisionPath);
    await page.pressNamed('Ký');
    await page.shows('Việc này cần lớp xác thực thứ hai, bạn chưa có.');
    await page.pressNamed('Thiết lập ngay');
    await page.page.waitForFunction(() => location.search === '?tab=own');
    await page.pressNamed('Bật xác thực hai lớp');
    await page.page.waitForSelector('.secret');
    const secret = (await page.page.$eval('.secret', (e) => (e as HTMLElement).innerText)).replace(/\s/g, '');
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.page.focus('input[autocomplete=one-time-code]');
    await page.type(totp.generate());
    await page.press('Enter');
    await page.page.waitForSelector('.secret', { hidden: true });
    await page.pressNamed('Quay lại việc đang làm');
    await arrives(page, new RegExp(decisionPath));
    await office.database.owner("UPDATE core.sessions SET second_factor_at = second_factor_at - interval '10 minutes'");
    await page.go(decisionPath);
    await page.pressNamed('Ký');
    await page.shows('Bạn ký đúng nội dung này');
    await page.shows('Mười hai triệu năm trăm nghìn đồng');
    // whom they fine stands there before the factor is asked, and the look is kept
    await page.shows('Nguyễn Văn Thử');
    const looks = `SELECT reason FROM core.personal_data_reads WHERE read_by = $1 AND reason LIKE 'Đọc trước khi ký%'`;
    expect(await office.database.owner(looks, [chief.staffId])).toHaveLength(1);
    await page.pressNamed('Ký');
    await page.shows('Xác thực lại trước khi tiếp tục');
    await look(page, 'signing');
    await page.page.waitForFunction(() => document.activeElement?.matches('input[autocomplete=one-time-code]'));
    await page.type(totp.generate({ timestamp: Date.now() + STEP_MS }));
    await page.press('Enter');
    await page.shows('Chờ điều phối cấp số.');
    expect(page.faults).toEqual([]);
  }, 120_000);

  test('the coordinator numbers it, serves it, and records what was paid', async () => {
    const page = await signedIn(desk.clerk);
    await page.go(decisionPath);
    await page.pressNamed('Cấp số');
    await page.shows('cấp số kế tiếp của năm');
    await page.pressNamed('Cấp số');
    await page.shows('/QĐ-XPHC');
    await deliverAll(office, ['document']);
    await page.go(decisionPath);
    await page.shows('Đã in theo mẫu MQĐ02');
    await read(page, 'Mở bản đã in');
    const link = 'a[download$="-QĐ-XPHC.pdf"][href^="blob:"]';
    expect(await page.page.$eval(link, (a) => (a as HTMLElement).innerText)).toBe('Tải về');
    await look(page, 'a printed decision');
    await page.go(decisionPath);
    await page.pressNamed('Tống đạt');
    await page.page.waitForFunction(() => document.querySelectorAll('[role=dialog] select').length === 2);
    const scan = (await page.page.$('[role=dialog] input[type=file]')) as ElementHandle<HTMLInputElement>;
    await scan.uploadFile(paper);
    await page.shows('giao-nhan.pdf');
    await look(page, 'the service');
    await page.pressNamed('Tống đạt');
    await page.shows('Đã tống đạt');
    const proof = `SELECT x.why FROM enforcement.penalty_services v JOIN cases.exhibits x ON x.id = v.exhibit_id WHERE v.penalty_id = $1`;
    expect(await office.database.owner(proof, [decisionPath.split('/').pop()])).toMatchObject([
      { why: expect.stringContaining('Giấy giao nhận quyết định') },
    ]);
    await page.pressNamed('Ghi tiền nộp');
    await fill(page, 'Số biên lai', 'BL-1');
    await look(page, 'a payment');
    await page.pressNamed('Ghi tiền nộp');
    await page.shows('Đã nộp đủ');
    await look(page, 'a paid decision');
    await page.go('/office/penalties');
    await page.shows(`${AMOUNT}\u00a0₫`);
    await look(page, 'the list of decisions');
    const inspector = await signedIn(desk.inspector);
    await inspector.go('/office/penalties?view=records');
    await inspector.shows('Đưa tin giả');
    await look(inspector, 'the list of records');
    expect([page.faults, inspector.faults]).toEqual([[], []]);
  }, 120_000);

  test('when the case falls, the chief reads before what that will do, and then signs what waits of it in one act', async () => {
    const file = `/api/cases/${made.caseId}`;
    const { version } = (await desk.inspector.call('GET', file)).body as unknown as { version: number };
    await desk.inspector.call('POST', `${file}/falls`, { reason: 'bài đăng hóa ra là châm biếm', version });
    // a browser of somebody who signed nothing of it, and has shown the second factor just now
    const page = await signedIn(desk.second);
    await office.database.owner('UPDATE core.sessions SET second_factor_at = clock_timestamp() WHERE second_factor_at IS NOT NULL');
    await page.go(`/office/cases/${made.caseId}`);
    await page.pressNamed('Duyệt hủy');
    await page.shows('Sẽ soạn quyết định hủy bỏ');
    await page.shows('Sẽ hoàn trả sau khi hủy bỏ');
    await look(page, 'what a fall does');
    await page.pressNamed('Duyệt hủy');
    await page.shows('Hoàn nguyên');
    await work(office);
    await page.go(`/office/cases/${made.caseId}`);
    await page.shows('Quyết định hủy bỏ đã soạn, chờ ký');
    await look(page, 'a case that fell');
    await page.pressNamed('Duyệt những gì đang chờ (1)');
    await page.shows('Mỗi bản được duyệt đúng như đang hiện');
    await look(page, 'what waits of it');
    await page.pressNamed('Duyệt những gì đang chờ (1)');
    await page.shows('Đã duyệt');
    await page.pressNamed('Đóng');
    await page.shows('Quyết định hủy bỏ đã ký, chờ cấp số');
    expect(page.faults).toEqual([]);
  }, 120_000);

  test('nothing keeps anybody out of these screens', () => expect(barriers).toEqual([]));
});
