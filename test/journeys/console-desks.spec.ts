import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type BrowserContext, type ElementHandle, type KeyInput, type Page } from 'puppeteer-core';
import { CONFIG, type Config } from '../../src/core/config.js';
import { HeadKeeper } from '../../src/core/events/head-keeper.js';
import { Sealer } from '../../src/core/events/sealer.js';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import { findChromium } from '../../src/core/browser/chromium.js';
import { confirmedCase, observe, moveClock, work } from '../contracts/enforcement-setup.js';
import { judgedPost, type Ready } from '../contracts/cases-setup.js';
import { seriousInBothThemes, sideways, signInAs, typeText } from '../kit/console-page.js';
import { madeMp4 } from '../kit/made-files.js';
import { cookiesTxt } from '../kit/members-page.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { patient } from '../kit/patient-page.js';

declare function nameOf(e: HTMLElement | null): string;
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** as the list to choose from has them, down to the one that is looked for */
const STATES = ['reappeared', 'awaiting', 'refused', 'restricted', 'removed-claimed', 'verified-removed'];
const DESKS = {
  coordinator: ['/work', '/takedowns', '/takedowns?view=links', '/penalties'],
  auditor: ['/log', '/log/figures'],
  chief: ['/overview', '/users'],
  administrator: ['/users', '/users?tab=profiles', '/users?tab=own'],
};
type Role = 'coordinator' | 'legal' | 'auditor' | 'chief' | 'administrator' | 'inspector';

/** The desks of the console by keyboard alone, each person in a browser of their own, on the application in this process. */
describe('a day at the desks', () => {
  let office: Office;
  let browser: Browser;
  let caseId: string;
  let posts: Ready[];
  const profile = mkdtempSync(join(tmpdir(), 'lachan-desks-'));
  const pages = new Map<Role, Page>();
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  const barriers: string[] = [];

  const desk = async (role: Role): Promise<Page> => {
    const known = pages.get(role);
    if (known) return known;
    const caller: Caller = await office.as(role);
    const context = await browser.createBrowserContext();
    contexts.push(context);
    const page = patient(await context.newPage());
    await page.setViewport({ width: 1280, height: 800 });
    // colours that are on their way from one theme to the other have no contrast to measure
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    page.on('pageerror', (error) => faults.push(`${role}: ${String(error)}`));
    await signInAs(page, caller);
    pages.set(role, page);
    return page;
  };
  const open = (page: Page, path: string) => page.goto(`${office.base.replace('127.0.0.1', 'localhost')}/office${path}`);
  const shows = (page: Page, text: string) =>
    page
      .waitForFunction((t) => document.body.innerText.includes(t), { timeout: 10_000 }, text)
      .catch(async () => {
        throw new Error(
          `“${text}” did not come up; the page says: ${await page.evaluate(() => `${[...document.querySelectorAll<HTMLElement>('[role=alert]')].map((e) => e.innerText).join(' | ')} ${document.body.innerText.slice(-900)}`)}`,
        );
      });
  /** Tabs on until the thing with this name has the focus, as somebody without a mouse would. */
  const tabTo = async (page: Page, name: string, back = false) => {
    await page
      .waitForFunction(
        (n) => [...document.querySelectorAll<HTMLElement>('a,button,input,select,textarea,tr')].some((e) => nameOf(e).startsWith(n)),
        { timeout: 10_000 },
        name,
      )
      .catch(() => {
        throw new Error(`there is no “${name}” to go to`);
      });
    for (let i = 0; i < 120; i++) {
      if (back) await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (back) await page.keyboard.up('Shift');
      if (await page.evaluate((n) => nameOf(document.activeElement as HTMLElement).startsWith(n), name)) return;
    }
    throw new Error(`“${name}” was not reached by the Tab key`);
  };
  const press = async (page: Page, name: string, key: KeyInput = 'Enter') => {
    await tabTo(page, name);
    await page.keyboard.press(key);
  };
  /** What is seriously wrong with a screen for those who cannot see it as it is, in either theme; told at the end, all at once. */
  const look = async (page: Page, screen: string) =>
    barriers.push(...(await seriousInBothThemes(page)).map((found) => `${screen}, ${found}`));
  const takedownId = (page: Page) => new URL(page.url()).pathname.split('/').pop()!;

  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    const inspector = await office.as('inspector');
    ({ caseId, posts } = await confirmedCase(office, inspector, 2));
    const chromium = await findChromium(profile);
    browser = await launch({
      executablePath: chromium.path,
      args: ['--no-sandbox'],
      env: { ...process.env, ...chromium.env },
      headless: chromium.headless,
    });
    browser.on('targetcreated', (target) => {
      void target.page().then((page) =>
        page?.evaluateOnNewDocument(() => {
          // what a reader of the screen would call it
          (globalThis as unknown as { nameOf: (e: HTMLElement | null) => string }).nameOf = (e) =>
            e?.getAttribute('aria-label') ??
            (e as HTMLInputElement | null)?.labels?.[0]?.innerText ??
            (e?.innerText ? e.innerText.trim() : ((e as HTMLInputElement | null)?.placeholder ?? ''));
        }),
      );
    });
  }, 60_000);
  afterAll(async () => {
    for (const context of contexts) await context.close().catch(() => undefined);
    await browser?.close();
    await office?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('the coordinator drafts from the case, and is told which blank is open', async () => {
    const page = await desk('coordinator');
    await open(page, `/cases/${caseId}`);
    await press(page, 'Soạn yêu cầu gỡ');
    await shows(page, 'chọn 2 trên 2');
    await look(page, 'draft dialog');
    await press(page, 'Soạn yêu cầu');
    await shows(page, 'Chưa gửi được, còn chỗ trống');
    await look(page, 'draft');
    await tabTo(page, 'Nguồn chính thức');
    await typeText(page, 'Thông báo của Bộ Y tế');
    await tabTo(page, 'Người ký');
    await typeText(page, 'Phó giám đốc Nguyễn Văn A');
    await page.reload();
    await shows(page, 'Chưa lưu; giữ ở đây cho đến khi bạn đăng xuất.');
    await tabTo(page, 'Nơi nhận');
    await typeText(page, 'phap-che@mang.example');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('phap-che@mang.example');
    await tabTo(page, 'Cách gửi');
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).value)).toBe('email');
    await press(page, 'Lưu bản mới');
    await shows(page, 'Bản 2');
    await page.waitForFunction(() => !document.body.innerText.includes('Chưa gửi được'));
  }, 60_000);

  test('legal staff send it back with a reason, and its author finds it among the own work and writes it anew', async () => {
    const [coordinator, legal] = [await desk('coordinator'), await desk('legal')];
    const reference = (await coordinator.$eval('h1', (h) => h.textContent))!;
    await open(legal, `/takedowns/${takedownId(coordinator)}`);
    await press(legal, 'Trả lại người soạn');
    await shows(legal, 'Cần sửa gì?');
    await tabTo(legal, 'Cần sửa gì?');
    await typeText(legal, 'Ghi rõ số và ngày của thông báo');
    await look(legal, 'sending back');
    await press(legal, 'Trả lại người soạn');
    await shows(legal, 'Chờ người soạn viết lại.');
    await look(legal, 'sent back');
    await open(coordinator, '/work');
    await shows(coordinator, 'Yêu cầu gỡ bị trả lại (1)');
    await press(coordinator, reference);
    await shows(coordinator, '“Ghi rõ số và ngày của thông báo”');
    await tabTo(coordinator, 'Nguồn chính thức');
    await coordinator.keyboard.press('End');
    await typeText(coordinator, ' số 12, ngày 1/11/2026');
    await press(coordinator, 'Lưu bản mới');
    await shows(coordinator, 'Bản 3');
  }, 60_000);

  test('legal staff approve what they read; an edit after that voids it, and says so', async () => {
    const [coordinator, legal] = [await desk('coordinator'), await desk('legal')];
    await open(legal, `/takedowns/${takedownId(coordinator)}`);
    await press(legal, 'Duyệt');
    await shows(legal, 'Phê duyệt gắn với đúng mã băm này');
    await look(legal, 'approval');
    await press(legal, 'Duyệt');
    await shows(legal, 'đã duyệt');
    await coordinator.reload();
    await shows(coordinator, 'Lưu bản mới thì phê duyệt mất hiệu lực');
    await tabTo(coordinator, 'Người ký');
    await coordinator.keyboard.press('End');
    await typeText(coordinator, ', ký thay');
    await press(coordinator, 'Lưu bản mới');
    await shows(coordinator, 'cần duyệt lại');
    await legal.reload();
    await shows(legal, 'Phần đã sửa: Người ký');
    await press(legal, 'Duyệt');
    await press(legal, 'Duyệt');
    await shows(legal, 'Đã duyệt; chờ điều phối gửi.');
  }, 60_000);

  test('what was ordered to leave is stopped in time, and leaves the second time', async () => {
    const page = await desk('coordinator');
    await page.reload();
    await press(page, 'Gửi');
    await shows(page, 'Gửi đi sau mười giây');
    await press(page, 'Gửi');
    await shows(page, 'Còn dừng được.');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Dừng gửi');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.body.innerText.includes('Còn dừng được.'));
    await work(office);
    await press(page, 'Gửi');
    await press(page, 'Gửi');
    await shows(page, 'Còn dừng được.');
    await work(office);
    await shows(page, 'Chờ nền tảng trả lời');
    await open(page, `/takedowns/${takedownId(page)}?tab=deliveries`);
    await shows(page, 'ghi thành tệp');
    await look(page, 'deliveries');
  }, 60_000);

  test('the auditor filters the log and verifies the chain', async () => {
    const page = await desk('auditor');
    let sealed = await office.app.get(Sealer).seal();
    while (sealed.sealed > 0) sealed = await office.app.get(Sealer).seal();
    await new HeadKeeper(join(office.app.get<Config>(CONFIG).dataDir, 'heads')).keep(sealed.last, true);
    await open(page, '/log?type=takedown');
    await shows(page, 'Gửi yêu cầu gỡ');
    await look(page, 'log');
    await press(page, 'Kiểm tra chuỗi');
    await shows(page, 'đã kiểm chứng tới');
  }, 60_000);

  test('one reply is recorded for many links, counted before', async () => {
    const page = await desk('coordinator');
    await open(page, '/takedowns?view=links');
    await shows(page, 'Chờ trả lời');
    await look(page, 'board');
    await press(page, 'Chọn hết', 'Space');
    await press(page, 'Ghi trả lời');
    await tabTo(page, 'Nền tảng nói đã gỡ');
    await page.keyboard.press('Space');
    await shows(page, 'Sẽ ghi cho 2 đường dẫn');
    await look(page, 'reply dialog');
    await tabTo(page, 'Nền tảng viết gì');
    await typeText(page, 'Chúng tôi đã gỡ.');
    await press(page, 'Ghi trả lời (2)');
    await shows(page, 'Xong 2 trên 2');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[role=dialog]'));
    await shows(page, 'Nền tảng nói đã gỡ');
  }, 60_000);

  test('looks prove one removal, and show that the other post is back', async () => {
    const page = await desk('coordinator');
    await moveClock(office, 1);
    await observe(office, posts[0], 'gone');
    await observe(office, posts[1], 'present');
    await moveClock(office, 25);
    await observe(office, posts[0], 'gone');
    await page.reload();
    await shows(page, 'Đã chứng minh gỡ');
    await shows(page, 'Xuất hiện lại');
    await tabTo(page, 'Trạng thái');
    for (const state of STATES) {
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction((s) => document.querySelector<HTMLSelectElement>('select:focus')?.value === s, {}, state);
    }
    await page.waitForFunction(() => document.querySelectorAll('tr[data-line]').length === 1);
    await tabTo(page, 'Quá hạn');
    await page.keyboard.press('Space');
    await shows(page, 'Không có đường dẫn nào như vậy.');
    // over the box, and over the states that the arrow key passed
    for (let i = 0; i <= STATES.length; i++) await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('tr[data-line]').length === 2);
    await open(page, '/takedowns');
    await look(page, 'requests');
  }, 60_000);

  test('a filter is kept under a name, deleted and put back; the box leads to a desk by a command', async () => {
    const page = await desk('coordinator');
    await open(page, '/takedowns?view=links&state=verified-removed');
    await press(page, 'Lưu danh sách này');
    await shows(page, 'Ai vào được danh sách này cũng thấy');
    await look(page, 'name of a list');
    await typeText(page, 'Đã gỡ xong');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Đã gỡ xong');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).innerText.split(/\s+/).at(-1))).toBe('1');
    await look(page, 'saved lists');
    await press(page, 'Tùy chọn của danh sách Đã gỡ xong');
    await page.waitForFunction(() => document.activeElement?.closest('[role=menu]'));
    const onDelete = () => page.evaluate(() => document.activeElement?.textContent === 'Xóa');
    for (let i = 0; i < 6 && !(await onDelete()); i++) await page.keyboard.press('ArrowDown');
    expect(await onDelete()).toBe(true);
    await page.keyboard.press('Enter');
    await shows(page, 'Đã xóa danh sách “Đã gỡ xong”');
    await press(page, 'Hoàn tác');
    await page.waitForFunction(() => !document.body.innerText.includes('Đã xóa danh sách'));
    await tabTo(page, 'Đã gỡ xong');
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
    await typeText(page, '>tất cả yêu cầu gỡ');
    await shows(page, 'Không tìm thấy gì');
    await page.keyboard.press('Escape');
    await typeText(page, '>bảng liên kết');
    await page.waitForSelector('[role=option][data-combobox-selected]');
    await look(page, 'box');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search === '?view=links');
  }, 60_000);

  test('a list is saved as a table whose cells no spreadsheet runs', async () => {
    const page = await desk('coordinator');
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: profile,
      browserContextId: page.browserContext().id,
    } as never);
    await open(page, '/takedowns?view=links');
    await press(page, 'Xuất CSV');
    await until(async () => Promise.resolve(readdirSync(profile).includes('links.csv')), 10_000);
    const text = readFileSync(join(profile, 'links.csv'), 'utf8');
    expect(text.startsWith('\uFEFFĐường dẫn,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(3);
    for (const { url } of posts) expect(text).toContain(url);
  }, 30_000);

  test('the case shows the way it went, and a name only for a reason', async () => {
    const inspector = await desk('inspector');
    await open(inspector, `/cases/${caseId}`);
    await tabTo(inspector, 'Tên');
    await typeText(inspector, 'Nguyễn Thị Được Che');
    await inspector.keyboard.press('Enter');
    await shows(inspector, '••••••');
    await look(inspector, 'case');
    await press(inspector, 'Xem tên');
    await shows(inspector, 'Vì sao cần xem tên');
    await typeText(inspector, 'đối chiếu với biên bản');
    await press(inspector, 'Xem tên');
    await shows(inspector, 'Nguyễn Thị Được Che');
    await open(inspector, '/cases');
    await shows(inspector, 'Đã xác nhận');
    await look(inspector, 'cases');
  }, 60_000);

  test('an exhibit shows what the post said; its picture is veiled, fetched only when asked for, and the look is told', async () => {
    const inspector = await desk('inspector');
    const [{ captureId }] = posts;
    const { sha256, bytes } = await office.app.get(EvidenceStore).put(PIXEL);
    await office.database.owner(`UPDATE crawl.capture_parts SET sha256 = $2, bytes = $3 WHERE capture_id = $1 AND name = 'picture'`, [
      captureId,
      sha256,
      bytes,
    ]);
    const looks = () =>
      office.database.owner<{ part: string }>(
        `SELECT office #>> '{data,part}' AS part FROM core.events WHERE type = 'evidence.read' AND office #>> '{data,captureId}' = $1`,
        [captureId],
      );
    const before = await looks();
    await open(inspector, `/cases/${caseId}`);
    await shows(inspector, 'Bấm để xem ảnh');
    const exhibit = '#exhibits .still';
    expect(await inspector.$eval(exhibit, (e) => (e as HTMLElement).innerText)).toContain('Uống nước muối');
    expect([await inspector.$$('#exhibits img'), await looks()]).toEqual([[], before]);
    await press(inspector, 'Bấm để xem ảnh');
    await inspector.waitForFunction(() => (document.querySelector('#exhibits img') as HTMLImageElement | null)?.naturalWidth === 1);
    await look(inspector, 'exhibit');
    await office.database.owner(`INSERT INTO crawl.package_seals (capture_id, digest, key) VALUES ($1, $2, $2)`, [
      captureId,
      'c0ffee'.padEnd(64, '0'),
    ]);
    await inspector.$eval('#exhibits td details summary', (summary) => (summary as HTMLElement).click());
    await shows(inspector, 'c0ffee000000');
    await shows(inspector, 'Dấu thời gian: không có và không còn hỏi');
    await look(inspector, 'attested');
    await press(inspector, 'Che ảnh');
    await press(inspector, 'Bấm để xem ảnh');
    await shows(inspector, `${before.length + 1} lần xem`);
    expect(await looks()).toEqual([...before, { part: 'picture' }]);
  }, 60_000);

  test('a film that somebody gave is brought into the case with its origin, and what it says of itself is told as a claim', async () => {
    const inspector = await desk('inspector');
    const film = join(profile, 'quay màn hình.mp4');
    writeFileSync(film, madeMp4());
    await open(inspector, `/cases/${caseId}`);
    await press(inspector, 'Thêm tệp');
    const input = (await inspector.waitForSelector('[role=dialog] input[type=file]')) as ElementHandle<HTMLInputElement>;
    await shows(inspector, 'Mỗi tệp tối đa 200 MB');
    await input.uploadFile(film);
    await tabTo(inspector, 'Nguồn gốc');
    await typeText(inspector, 'Chị Ba quay màn hình, gửi qua Zalo sáng 12/3');
    await tabTo(inspector, 'Tệp này chứng minh điều gì');
    await typeText(inspector, 'Video trước khi bị xóa');
    await look(inspector, 'bringing a file');
    await inspector.click('[role=dialog] button[type=submit]');
    await inspector.waitForSelector('[role=dialog]', { hidden: true });
    await shows(inspector, 'Tệp đã được niêm phong và thành chứng cứ');
    for (const told of ['quay màn hình.mp4', 'Chị Ba quay màn hình', 'Tệp tự khai', 'SM-A155F', '1:23', '21.0285, 105.8542', 'Tải tệp gốc'])
      await shows(inspector, told);
    await look(inspector, 'a file that was brought');
    await press(inspector, 'Thêm tệp');
    const typed = await inspector.waitForSelector('[role=dialog] textarea');
    expect(await typed!.evaluate((field) => (field as HTMLTextAreaElement).value)).toBe('');
    await inspector.keyboard.press('Escape');
    await inspector.waitForSelector('[role=dialog]', { hidden: true });
  }, 60_000);

  test('what the platform answers to a withdrawal is recorded by keyboard, and only a look calls the links restored', async () => {
    const [page, coordinator, legal] = [await desk('coordinator'), await office.as('coordinator'), await office.as('legal')];
    const takedown = (await coordinator.call('GET', '/api/takedowns?kind=removal')).body.items[0] as { id: string; version: number };
    const at = (id: string, act: string) => `/api/takedowns/${id}/${act}`;
    const drafted = await coordinator.call('POST', at(takedown.id, 'withdraw'), { reason: 'Nhầm đường dẫn', version: takedown.version });
    const id = drafted.body.withdrawalId as string;
    const file = async () =>
      (await coordinator.call('GET', `/api/takedowns/${id}`)).body as unknown as { version: number; contentHash: string };
    await open(page, `/takedowns/${id}?tab=links`);
    await shows(page, '2 đường dẫn sẽ được đề nghị khôi phục khi gửi');
    await coordinator.call('PUT', `/api/takedowns/${id}`, { version: (await file()).version, fields: { signer: 'Bà B' } });
    await legal.call('POST', at(id, 'approve'), { contentHash: (await file()).contentHash });
    await coordinator.call('POST', at(id, 'send'), { version: (await file()).version });
    await work(office);

    await page.reload();
    await shows(page, 'Đã đề nghị khôi phục');
    await shows(page, 'Chưa thấy liên kết nào hiển thị lại');
    await look(page, 'withdrawal asked back');
    await press(page, 'Chọn hết', 'Space');
    await press(page, 'Ghi trả lời');
    await tabTo(page, 'Nền tảng nói đã khôi phục');
    await page.keyboard.press('Space');
    await shows(page, 'Sẽ ghi cho 2 đường dẫn');
    await look(page, 'reply to a withdrawal');
    await tabTo(page, 'Nền tảng viết gì');
    await typeText(page, 'Chúng tôi đã khôi phục.');
    await press(page, 'Ghi trả lời (2)');
    await shows(page, 'Xong 2 trên 2');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('[role=dialog]'));
    await shows(page, 'Chỉ tính là đã khôi phục khi hệ thống xem lại và thấy bài.');
    await observe(office, posts[0], 'present');
    await page.reload();
    await shows(page, 'Mới thấy hiển thị lại một phần');
    await look(page, 'withdrawal in part');
    await observe(office, posts[1], 'present');
    await page.reload();
    await shows(page, 'Đã thấy mọi liên kết hiển thị lại');
    await open(page, `/takedowns/${takedown.id}`);
    await shows(page, 'Đã thấy mọi liên kết hiển thị lại');
  }, 60_000);

  test('a log that somebody changed is not taken for whole, and what is broken is shown', async () => {
    const page = await desk('auditor');
    await office.database.owner(`UPDATE core.seals SET digest = sha256('x') WHERE seq = 3`);
    // a verdict is shown again for some seconds before the log is read anew
    await until(async () => {
      await press(page, 'Kiểm tra chuỗi');
      return page.evaluate(() => document.body.innerText.includes('Dòng 3 bị sửa sau khi niêm phong.'));
    }, 20_000);
    await look(page, 'broken log');
    await press(page, 'Xem dòng 3');
    await page.waitForFunction(() => document.querySelectorAll('table.list tbody tr').length === 1);
  }, 60_000);

  test('a role is proposed by one, approved by another, and a second factor is offered by picture and key', async () => {
    const [admin, chief] = [await desk('administrator'), await desk('chief')];
    await open(admin, '/users');
    await press(admin, 'Thêm người');
    await shows(admin, 'Mỗi vai trò có hiệu lực khi lãnh đạo duyệt.');
    await look(admin, 'new user');
    await typeText(admin, 'Lê Người Mới');
    await tabTo(admin, 'Thư điện tử');
    await typeText(admin, 'moi@lachan.example');
    await tabTo(admin, 'Mật khẩu');
    await typeText(admin, 'một mật khẩu đủ dài');
    await tabTo(admin, 'Vai trò');
    await typeText(admin, 'Kiểm tra');
    await admin.keyboard.press('ArrowDown');
    await admin.keyboard.press('Enter');
    await admin.keyboard.press('Tab');
    await press(admin, 'Thêm người');
    await shows(admin, 'Lê Người Mới');
    await open(chief, '/users');
    await shows(chief, 'Lê Người Mới');
    await look(chief, 'proposals');
    await press(chief, 'Xem và duyệt: Lê Người Mới');
    await shows(chief, 'Với vai trò Thanh tra viên, người này được:');
    await look(chief, 'role approval');
    await press(chief, 'Duyệt');
    await shows(chief, 'Không có vai trò nào chờ duyệt.');
    await open(admin, '/users?tab=own');
    await press(admin, 'Bật xác thực hai lớp');
    await admin.waitForSelector('.qr svg');
    await look(admin, 'own factor');
  }, 60_000);

  test('the administrator gives a session as a file, and renews it where the work says that it was signed out', async () => {
    const page = await desk('administrator');
    const file = join(profile, 'cookies.txt');
    writeFileSync(file, cookiesTxt('mang.example', 'key-1a2b3c4d5e6f7890'));
    const bring = async (act: string) => {
      const input = (await page.waitForSelector('[role=dialog] input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await shows(page, 'cookies.txt');
      await look(page, act);
      await page.click('[role=dialog] button[type=submit]');
      await page.waitForSelector('[role=dialog]', { hidden: true });
    };
    await open(page, '/users?tab=profiles');
    await press(page, 'Giao phiên');
    await tabTo(page, 'Tên phiên');
    await typeText(page, 'van-phong');
    await tabTo(page, 'Các trang');
    await typeText(page, 'mang.example');
    await bring('giving a session');
    await shows(page, 'Đang đăng nhập');
    await office.database.owner(
      `UPDATE crawl.profiles SET state = 'signed-out'; INSERT INTO crawl.captures (id, post_id, address_id, url, reason, visitor, waits_for) SELECT gen_random_uuid(), post_id, address_id, url, 'inspector', 'van-phong', 'van-phong' FROM crawl.captures LIMIT 1`,
    );
    await open(page, '/work');
    await shows(page, 'Phiên đăng nhập để chụp đã bị thoát (1)');
    await shows(page, '1 lệnh chụp đang chờ');
    await look(page, 'work with a session that was signed out');
    await press(page, 'Gia hạn');
    await shows(page, 'Đã bị thoát');
    await look(page, 'sessions');
    await press(page, 'Gia hạn: van-phong');
    await bring('renewing a session');
    await shows(page, 'Đang đăng nhập');
    expect(await office.database.owner('SELECT state, version FROM crawl.profiles')).toEqual([{ state: 'signed-in', version: 2 }]);
    expect(await office.database.owner('SELECT 1 FROM crawl.captures WHERE waits_for IS NOT NULL')).toEqual([]);
  }, 60_000);
  test('a post of a matter that has a case joins it from the queue', async () => {
    const inspector = await office.as('inspector');
    const matter = await confirmedCase(office, inspector, 1);
    const joining = await judgedPost(office, inspector.staffId, 'false-statement-of-fact', 'Bài thứ hai của cùng một chuyện');
    const page = await desk('inspector');
    await open(page, `/triage/${joining.itemId}?state=judged`);
    await press(page, 'Thêm vào một vụ');
    await shows(page, 'Chưa có vụ nào đang mở về tin sai này.');
    await look(page, 'joining a case');
    await press(page, 'Thêm vào vụ này');
    await page.waitForFunction((id) => location.pathname.endsWith(`/cases/${id}`), {}, matter.caseId);
    await shows(page, 'Bài thứ hai của cùng một chuyện');
  }, 60_000);
  test('every desk is seen whole on a telephone', async () => {
    for (const [role, paths] of Object.entries(DESKS)) {
      const page = await desk(role as Role);
      await page.setViewport({ width: 390, height: 800 });
      for (const path of paths) {
        await open(page, path);
        await page.waitForSelector('h1');
        await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root'));
        expect([role, path, await sideways(page)]).toEqual([role, path, 0]);
      }
    }
  }, 60_000);

  test('no screen on the way failed, or shut somebody out', () => {
    expect([...faults, ...barriers]).toEqual([]);
  });
});
