import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OfficeLogger } from '../../src/core/logging/logger.js';
import { everythingPublic, type Place } from '../identities/public-places.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { openMailServer, work } from './enforcement-setup.js';
import { publish, Story } from './public-log-setup.js';

/** What nobody may find in public, by the door through which it comes in. */
const PLANTED = {
  'name of a reporter': 'Trần Thị Báo Tin',
  'phone of a reporter': '0912345678',
  'mail of a reporter': 'nguoi-bao@thu.example',
  'note of a report': 'hàng xóm tôi là Lê Văn Hàng Xóm',
  'text of a report': 'Ông Phạm Kẻ Tung Tin nói uống nước muối khỏi bệnh',
  'link of a report': 'https://mang.example/@kẻ.tung.tin/bai/77',
  'handle in a link': 'ke.tung.tin.88',
  'name of a caller': 'Đỗ Gọi Điện',
  'phone of a caller': '+84 903 000 111',
  'title of a case': 'Vụ Hoàng Văn Tiêu Đề',
  'note of a case': 'Gặp chị Ngô Thị Ghi Chú',
  'name of an accused': 'Nguyễn Bị Cáo Buộc',
  'name of an organisation': 'Công ty Tin Vịt Phương Nam',
  'deadline of a case': 'Hẹn ông Vũ Thời Hạn',
  'reason of a step': 'Theo lời bà Bùi Lý Do',
  'reason of a fall': 'Ông Đặng Sụp Đổ đính chính',
  'recipient of a request': 'luat-su-ho@mang.example',
  'signer of a request': 'Phó Giám đốc Hồ Thị Ký',
  'answer of a platform': 'Người dùng Lý Trả Lời khiếu nại',
  'reason of a withdrawal of a request': 'Nhầm với Mai Rút Lại',
  'reason why a correction was sent back': 'Hỏi lại Tô Trả Lại',
  'title of a draft': 'Bản nháp nhắc Kiều Bản Nháp',
} as const;
type Door = keyof typeof PLANTED;

describe('planted identities', () => {
  let office: Office;
  let mail: Awaited<ReturnType<typeof openMailServer>>;
  const secrets: [string, string][] = Object.entries(PLANTED);
  const logged: string[] = [];
  const asked: string[] = [];
  let places: Place[];
  const is = (status: number, wanted: number, door: string): void => {
    if (status !== wanted) throw new Error(`${door} was answered ${status}`);
  };
  const P = (door: Door): string => PLANTED[door];

  beforeAll(async () => {
    mail = await openMailServer();
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', SMTP_URL: mail.url });
    office.app.useLogger(new OfficeLogger('serve', { logLevel: 'trace', production: true }, (line) => logged.push(line)));
    office.app.getHttpServer().on('request', (request: { url: string }) => asked.push(request.url));
    const story = await Story.open(office);
    const { inspector, coordinator, legal, chief, corrections } = story;
    const operator = await office.as('operator');
    const post = async (who: Caller, path: string, body: object, wanted: number, door: string) => {
      const answer = await who.call('POST', path, body);
      is(answer.status, wanted, `${door} ${JSON.stringify(answer.body)}`);
      return answer.body as unknown as Record<string, string>;
    };
    const contact = { name: P('name of a reporter'), phone: P('phone of a reporter'), email: P('mail of a reporter') };
    await story.report({ text: P('text of a report'), note: P('note of a report'), contact });
    await story.report({ url: P('link of a report') });
    await story.report({ url: `https://mang.example/${P('handle in a link')}` });
    const call = { text: 'Nghe nói mai cúp nước toàn thành phố', contact: { name: P('name of a caller'), phone: P('phone of a caller') } };
    await post(operator, '/api/phone-reports', call, 201, 'a call');

    const out = await story.sent(2);
    const version = async () => ((await inspector.call('GET', `/api/cases/${out.caseId}`)).body as unknown as { version: number }).version;
    const entry = async (path: string, body: object, wanted = 201) =>
      post(inspector, `/api/cases/${out.caseId}/${path}`, { version: await version(), ...body }, wanted, path);
    await entry('notes', { text: P('note of a case') });
    await entry('parties', { kind: 'person', role: 'accused', name: P('name of an accused') });
    await entry('parties', { kind: 'organisation', role: 'accused', name: P('name of an organisation') });
    await entry('deadlines', { what: P('deadline of a case'), dueAt: '2099-01-01' });
    const item = (await story.file(out.id)).items[0];
    const reply = { reply: 'refused', text: P('answer of a platform'), version: item.version };
    await post(coordinator, `/api/takedowns/${out.id}/items/${item.id}/reply`, reply, 200, 'a reply');
    await story.withdrawn(out.id, P('reason of a withdrawal of a request'), P('signer of a request'));

    const other = await story.confirmed({ title: P('title of a case'), reason: P('reason of a step') });
    const draft = {
      caseId: other.caseId,
      platform: 'mang',
      delivery: 'email',
      recipient: P('recipient of a request'),
      legalBasis: 'nd147-24h',
      fields: { signer: P('signer of a request'), sources: 'Bộ Y tế' },
    };
    const { id } = await post(coordinator, '/api/takedowns', draft, 201, 'a draft');
    await story.sign(id);
    await story.falls(other.caseId, P('reason of a fall'));
    await work(office);

    const sentBack = await corrections.draft({ title: P('title of a draft') });
    await corrections.act(legal, sentBack, 'return', { reason: P('reason why a correction was sent back') });
    await corrections.published();
    for (const who of [inspector, coordinator, legal, chief, operator]) {
      const [person] = await office.database.owner<{ name: string; email: string }>(
        'SELECT s.name, a.email FROM core.staff s JOIN core.accounts a ON a.staff_id = s.id WHERE s.id = $1',
        [who.staffId],
      );
      secrets.push(['a staff member', person.name], ['mail of a staff member', person.email], ['id of a staff member', who.staffId]);
    }
    await publish(office);
    places = await everythingPublic(office.base);
  }, 180_000);
  afterAll(async () => {
    await office.close();
    await mail.close();
    delete process.env.SMTP_URL;
  });

  /** As it is, as it stands in a link, and in HTML. */
  const forms = (secret: string): string[] => [secret, encodeURIComponent(secret), encodeURI(secret), secret.replace(/\+/g, '&#x2B;')];
  const leaks = (text: string) => secrets.filter(([, secret]) => forms(secret).some((form) => text.includes(form))).map(([door]) => door);

  test('came in through every door', async () => {
    const rows = await office.database.owner<{ n: number }>(
      `SELECT (SELECT count(*) FROM intake.reporter_identities) + (SELECT count(*) FROM cases.parties WHERE role = 'accused') AS n`,
    );
    expect(Number(rows[0].n)).toBeGreaterThanOrEqual(4);
    expect(Object.keys(PLANTED).length).toBeGreaterThanOrEqual(20);
    expect(mail.mails.map((m) => m.toString()).join()).toContain(P('recipient of a request'));
  });
  test('stand in no public page, feed, export or file', () => {
    expect(Object.entries(PLANTED).filter(([door, secret]) => !leaks(`<p>${secret}</p>`).includes(door))).toEqual([]);
    expect(places.length).toBeGreaterThan(20);
    expect(places.flatMap(({ path, text }) => leaks(text).map((door) => `${path}: ${door}`))).toEqual([]);
    expect(places.find((p) => p.path === '/public-log/000001.jsonl')!.text).toContain('takedown.sent');
  });
  test('stand in no public part of the log, nor in an office part', async () => {
    const events = await office.database.owner<{ text: string }>(
      `SELECT convert_from(public_part, 'UTF8') || convert_from(office_part, 'UTF8') AS text FROM core.events`,
    );
    const staff = new Set(['id of a staff member']); // who acted stands in the office part
    expect(events.flatMap(({ text }) => leaks(text)).filter((door) => !staff.has(door))).toEqual([]);
  });
  test('stand in no line that the server logs, and in no address that it was asked for', () => {
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.flatMap((line) => leaks(line))).toEqual([]);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.flatMap((url) => leaks(url))).toEqual([]);
  });
});
