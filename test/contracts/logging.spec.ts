import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readSettings } from '../../src/core/config.js';
import { OfficeLogger } from '../../src/core/logging/logger.js';
import { openOffice, PASSWORD, type Office } from '../kit/office.js';

interface Line {
  level: string;
  context: string;
  requestId: string;
  method: string;
  route: string;
  status: number;
  ms: number;
}
const CONTACT = { name: 'Trần Thị Kín', phone: '0912345678', email: 'kin.dao@nguoi-dan.example' };

describe('the log of the server', () => {
  let office: Office;
  let lines: string[] = [];
  const requests = () => lines.map((l) => JSON.parse(l) as Line).filter((l) => l.context === 'request');
  beforeAll(async () => {
    office = await openOffice();
    office.app.useLogger(new OfficeLogger('serve', { production: true, logLevel: 'trace' }, (line) => lines.push(line)));
  }, 60_000);
  afterAll(async () => {
    Logger.overrideLogger(['error']);
    await office.close();
  });
  beforeEach(() => {
    lines = [];
  });

  test('has one line for a request: its id, method, route, status and time', async () => {
    const { headers } = await office.guest().call('GET', '/health/live');
    await office.guest().call('GET', '/health/live');
    expect(requests()[0]).toMatchObject({
      level: 'info',
      requestId: headers.get('x-request-id'),
      method: 'GET',
      route: '/health/live',
      status: 200,
      ms: expect.any(Number) as unknown as number,
    });
  });
  test('holds nothing of a reporter, of a sign-in or of a receipt', async () => {
    const link = 'https://mang.example/bai/bi-mat?nguoi=kin';
    const { body } = await office.guest().call('POST', '/api/reports', { url: link, note: 'Hàng xóm tên Lê Văn Lộ', contact: CONTACT });
    const receipt = body.receipt as string;
    await office.guest().call('GET', `/receipt/${receipt}`);
    await office.guest().call('GET', `/api/receipts/${receipt}?tu=kin.dao@nguoi-dan.example`);
    const someone = await office.as('inspector');
    await office.guest().call('POST', '/api/sign-in', { email: 'kin.dao@nguoi-dan.example', password: 'mật khẩu lộ ra' });
    await office.guest().call('POST', '/api/sign-in', '{"email":"kin.dao@nguoi-dan.example", hỏng');
    await someone.call('POST', '/api/search', { q: 'Trần Thị Kín' });
    await someone.call('POST', '/api/search?q=Trần+Thị+Kín', { q: 'Kín' });
    const all = lines.join('');
    expect(requests().length).toBeGreaterThanOrEqual(7);
    expect(requests().map((r) => r.route)).toEqual(
      expect.arrayContaining(['/api/reports', '/receipt/:code', '/api/receipts/:code', '/api/sign-in', '/api/search']),
    );
    for (const secret of [
      receipt,
      ...Object.values(CONTACT),
      'kin.dao',
      'bi-mat',
      'Lê Văn Lộ',
      PASSWORD,
      'mật khẩu lộ ra',
      'lachan.test',
      someone.cookie.split('=')[1],
      someone.csrf,
      'Kín',
      '?',
    ]) {
      expect([secret, all.includes(secret)]).toEqual([secret, false]);
    }
  });
  test('takes out what a message of somebody else quotes', () => {
    new Logger('http').error(`Key (email)=(${CONTACT.email}) exists`, `Error: ${CONTACT.phone}\n at x`);
    expect(lines.join('')).not.toMatch(/kin\.dao|0912345678/);
    expect(lines.join('')).toContain('[e-mail]');
  });
});

describe('the console of a newcomer', () => {
  const spoken = (env: NodeJS.ProcessEnv) => {
    const lines: string[] = [];
    const log = new OfficeLogger('serve', readSettings(env), (line) => lines.push(line));
    log.log('ClaimsController {/api/claims}', 'RoutesResolver');
    log.log({ method: 'GET', route: '/api/work', status: 200, ms: 3 }, 'request');
    log.warn('delivery gave up', 'deliver');
    return lines.map((line) => line.replace(/^\S+ /, ''));
  };
  test('shows what is wrong, and neither start-up nor requests', () => {
    expect(spoken({})).toEqual(['warn  serve/deliver: delivery gave up\n']);
  });
  test('shows each request, and still no start-up, when LOG_LEVEL is info', () => {
    expect(spoken({ LOG_LEVEL: 'info' })).toEqual([
      'info  serve/request: method=GET route=/api/work status=200 ms=3\n',
      'warn  serve/deliver: delivery gave up\n',
    ]);
    expect(spoken({ LOG_LEVEL: 'debug' })).toHaveLength(3);
  });
  test('refuses a level that does not exist, in one sentence', () => {
    expect(() => spoken({ LOG_LEVEL: 'loud' })).toThrow('Configuration: LOG_LEVEL must be one of fatal, error, warn, info, debug, trace');
  });
});
