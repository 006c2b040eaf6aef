import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Db } from '../../src/core/database/db.js';
import { routesOf } from '../../src/core/http/routes.js';
import { AddUser } from '../../src/core/identity/add-user.use-case.js';
import { SessionsRepository } from '../../src/core/identity/sessions.repository.js';
import { until } from '../kit/until.js';
import { openOffice, PASSWORD, type Caller, type Office } from '../kit/office.js';

const WAITS_FOR_LOCK = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
/** What is open while a password of one's own or a second factor is missing. */
const ENTERING = [
  'GET /api/me',
  'POST /api/me/password',
  'POST /api/me/second-factor',
  'POST /api/me/second-factor/confirm',
  'POST /api/sign-out',
];

describe('identity', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '5' });
  }, 60_000);
  afterAll(() => office.close());

  test('a wrong password and an unknown person get the same answer', async () => {
    await office.as('inspector');
    const wrong = await office.guest().call('POST', '/api/sign-in', { email: 'inspector-1@lachan.test', password: 'không đúng' });
    const unknown = await office.guest().call('POST', '/api/sign-in', { email: 'ai-do@lachan.test', password: 'không đúng' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  });
  test('tries to guess a password end after a few', async () => {
    const tries = [];
    for (let i = 0; i < 7; i++)
      tries.push((await office.guest().call('POST', '/api/sign-in', { email: 'doan@lachan.test', password: `${i}` })).status);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });
  test('tries from elsewhere lock nobody out: they are only answered later, and a device that signed in before not even that', async () => {
    const email = 'quen-may@lachan.test';
    await office.app.get(AddUser).run('command-line', { email, name: 'Người Quen', password: PASSWORD, roles: [], ownPassword: true });
    const enter = (password: string, network: number, cookie = '') =>
      office
        .guest()
        .call('POST', '/api/sign-in', { email, password }, { 'x-forwarded-for': `203.0.113.${network}`, ...(cookie ? { cookie } : {}) });
    const entered = await enter(PASSWORD, 1);
    const device = entered.headers.getSetCookie().find((c) => c.startsWith('__Host-lachan-device='))!;
    expect(device).toMatch(/HttpOnly; Secure; SameSite=Strict/);
    const cookie = device.split(';')[0];
    // more tries than the limit, two from each network
    for (let n = 2; n < 6; n++) for (const password of ['a', 'b']) expect((await enter(password, n)).status).toBe(401);
    const timed = async (...args: Parameters<typeof enter>) => {
      const since = Date.now();
      const { status } = await enter(...args);
      return { status, ms: Date.now() - since };
    };
    const [elsewhere, known] = [await timed(PASSWORD, 9), await timed(PASSWORD, 9, cookie)];
    expect([elsewhere.status, known.status]).toEqual([204, 204]);
    expect(elsewhere.ms).toBeGreaterThanOrEqual(4 * 250);
    // the device has a limit of its own, and is known for this account alone
    const guesses = [];
    for (let i = 0; i < 6; i++) guesses.push((await enter(`${i}`, 10, cookie)).status);
    expect(guesses).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await enter(PASSWORD, 10, cookie)).status).toBe(429);
    expect((await enter(PASSWORD, 11)).status).toBe(204);
  }, 60_000);
  test('tries from the many addresses of one IPv6 network are tries of one', async () => {
    const from = (address: string, n: number) =>
      office.guest().call('POST', '/api/sign-in', { email: `la-${n}@lachan.test`, password: 'x' }, { 'x-forwarded-for': address });
    for (let n = 0; n < 50; n++) expect([n, (await from(`2001:db8:1:2::${n + 1}`, n)).status]).toEqual([n, 401]);
    expect((await from('2001:db8:1:2:ffff::1', 50)).status).toBe(429);
    expect((await from('2001:db8:1:3::1', 51)).status).toBe(401);
  }, 60_000);
  test('a sign-in that runs while the password is changed, or a factor put in force, opens no session', async () => {
    for (const change of [`password_hash = 'another'`, `totp_secret = '\\x00'`, 'disabled_at = now()']) {
      const email = `giua-chung-${change.length}@lachan.test`;
      const { accountId } = await office.app
        .get(AddUser)
        .run('command-line', { email, name: 'Người Đổi', password: PASSWORD, roles: [], ownPassword: true });
      const changing = new pg.Client({ connectionString: office.database.urls.app });
      await changing.connect();
      await changing.query('BEGIN');
      await changing.query(`UPDATE core.accounts SET ${change} WHERE id = $1`, [accountId]);
      const entering = office.guest().call('POST', '/api/sign-in', { email, password: PASSWORD });
      await until(async () => (await office.database.owner(WAITS_FOR_LOCK)).length > 0).finally(() =>
        changing.query('COMMIT').then(() => changing.end()),
      );
      expect([change, (await entering).body.code]).toEqual([change, 'wrong-sign-in']);
      expect(await office.database.owner('SELECT 1 FROM core.sessions WHERE account_id = $1', [accountId])).toEqual([]);
    }
  }, 60_000);
  test('a session that was ended meanwhile neither changes the password nor enrols a factor', async () => {
    const someone = await office.as('operator');
    const sessions = office.app.get(SessionsRepository);
    await expect(office.app.get(Db).tx((tx) => sessions.closeOthers(tx, someone.staffId, Buffer.alloc(32)))).rejects.toThrow(
      'not-signed-in',
    );
  });
  test('sign-in over plain HTTP from another host is refused in one sentence', async () => {
    const { status, body } = await rawHost(office.base, 'office.example');
    expect([status, body.code]).toEqual([403, 'insecure-host']);
  });
  test('an act without the token of our own page, or from a foreign page, is refused', async () => {
    const admin = await office.as('administrator');
    expect((await admin.call('POST', '/api/users', {}, { 'x-csrf': '' })).body.code).toBe('bad-csrf');
    expect((await admin.call('POST', '/api/users', {}, { origin: 'https://elsewhere.example' })).body.code).toBe('bad-csrf');
    expect((await admin.call('POST', '/api/users', {})).body.code).toBe('invalid');
  });
  test('a form of another site signs nobody in', async () => {
    const form = new URLSearchParams({ email: 'inspector-1@lachan.test', password: PASSWORD });
    for (const [path, status] of [
      ['/api/sign-in', 400],
      ['/API/sign-in', 400],
      ['/Api/Sign-In', 400],
      ['//api/sign-in', 404],
    ] as const) {
      const answer = await fetch(`${office.base}${path}`, { method: 'POST', body: form });
      expect([path, answer.status, answer.headers.getSetCookie()]).toEqual([path, status, []]);
    }
  });
  test('who signs in anew ends the session before; opened, closed and refused sessions are on the log', async () => {
    const someone = await office.as('legal');
    const former = someone.cookie;
    const { email } = (
      await office.database.owner<{ email: string }>('SELECT email FROM core.accounts WHERE staff_id = $1', [someone.staffId])
    )[0];
    expect(await someone.signIn(email)).toBe(204);
    const old = office.guest();
    old.cookie = former;
    expect((await old.call('GET', '/api/me')).status).toBe(401);
    await office.guest().call('POST', '/api/sign-in', { email, password: 'không đúng' });
    await someone.call('POST', '/api/sign-out');
    const noted = await office.database.owner<{ type: string; actor: string | null }>(
      `SELECT type, office ->> 'actor' AS actor FROM core.events WHERE subject = $1 AND type LIKE 'session.%' ORDER BY position`,
      [someone.staffId],
    );
    expect(noted.map((e) => [e.type, e.actor])).toEqual([
      ['session.opened', someone.staffId],
      ['session.opened', someone.staffId],
      ['session.closed', someone.staffId],
      ['session.refused', null],
      ['session.closed', someone.staffId],
    ]);
  });
  test('answers of the API stay in no cache, and a text with NUL is refused wherever it stands', async () => {
    const admin = await office.as('administrator');
    expect((await admin.call('GET', '/api/me')).headers.get('cache-control')).toBe('no-store');
    expect((await office.guest().call('POST', '/api/sign-in', { email: 'a\u0000@b.vn', password: 'x' })).status).toBe(400);
    expect((await admin.call('GET', '/api/users?q=%00')).status).toBe(400);
    for (const email of ['"a\\ud800@b.vn"', '"\\udc00\\ud800"', '{"\\ud800":1}']) {
      const answer = await office.guest().call('POST', '/api/sign-in', `{"email":${email},"password":"x"}`);
      expect([email, answer.status, answer.body.detail]).toEqual([email, 400, 'The body could not be read']);
    }
    const pair = await office.guest().call('POST', '/api/sign-in', '{"email":"a\\ud83d\\ude00@b.vn","password":"\\\\u0000"}');
    expect(pair.status).toBe(401);
  });
  test('nobody gets an account under a name or an address that only looks like another', async () => {
    const admin = await office.as('administrator');
    const given = { email: 'hai@lachan.test', name: 'Phan Sơn Hải', password: PASSWORD, roles: [] };
    for (const [field, value] of [
      ['name', 'Phan Sơn\u200b Hải'],
      ['name', 'Phan Sơn \u202eHải'],
      ['email', 'h\u0430i@lachan.test'],
      ['email', 'ｈai@lachan.test'],
    ]) {
      const { status, body } = await admin.call('POST', '/api/users', { ...given, [field]: value });
      expect([value, status, (body.errors as unknown as { path: string }[])[0].path]).toEqual([value, 400, field]);
    }
  });
  test('a role is one of the table, not a word that every object knows', async () => {
    const admin = await office.as('administrator');
    const someone = await office.as('operator');
    for (const role of ['constructor', 'toString', '__proto__'])
      expect((await admin.call('POST', `/api/users/${someone.staffId}/roles`, { role })).status).toBe(400);
  });
  test('a password that somebody else chose opens nothing but the way to one of one\u2019s own', async () => {
    const [admin, chief] = [await office.as('administrator'), await office.as('chief')];
    const added = (
      await admin.call('POST', '/api/users', {
        email: 'tho@lachan.test',
        name: 'Người Thợ',
        password: 'mật khẩu được cấp',
        roles: ['operator'],
      })
    ).body as unknown as { accountId: string; roleProposals: string[] };
    await chief.call('POST', `/api/role-proposals/${added.roleProposals[0]}/approve`);
    const [here, there] = [office.guest(), office.guest()];
    for (const who of [here, there]) expect(await who.signIn('tho@lachan.test', 'mật khẩu được cấp')).toBe(204);
    for (const path of ['/api/reports', '/api/work', '/api/counts', '/api/demo/clock'])
      expect([path, (await here.call('GET', path)).body.code]).toEqual([path, 'password-given']);
    expect((await here.call('GET', '/api/me')).body).toMatchObject({ passwordGiven: true });
    const routes = routesOf(office.app).filter((r) => r.access?.kind !== 'open');
    for (const { method, path } of routes.filter((r) => !ENTERING.includes(`${r.method} ${r.path}`))) {
      const answer = await here.call(
        method,
        path.replace(/:\w+/g, '11111111-1111-4111-8111-111111111111'),
        method === 'GET' ? undefined : {},
      );
      expect([method, path, answer.body.code]).toEqual([method, path, 'password-given']);
    }
    expect(routes.map((r) => `${r.method} ${r.path}`)).toEqual(expect.arrayContaining(ENTERING));
    expect((await here.call('POST', '/api/me/second-factor')).body.code).toBe('password-given');
    const change = (present: string, next: string) => here.call('POST', '/api/me/password', { present, next });
    expect((await change('không phải', 'của riêng tôi đây')).body.code).toBe('wrong-password');
    expect((await change('mật khẩu được cấp', 'mật khẩu được cấp')).body.code).toBe('same-password');
    expect((await change('mật khẩu được cấp', ' '.repeat(20))).body.code).toBe('weak-password');
    expect((await change('mật khẩu được cấp', 'người thợ 123456')).body.code).toBe('weak-password');
    expect((await change('mật khẩu được cấp'.normalize('NFD'), 'của riêng tôi đây')).status).toBe(204);
    expect((await change('của riêng tôi đây', 'mật khẩu được cấp')).body.code).toBe('used-password');
    expect((await here.call('GET', '/api/reports')).status).toBe(200);
    expect((await there.call('GET', '/api/me')).status).toBe(401);
    expect(await office.guest().signIn('tho@lachan.test', 'mật khẩu được cấp')).toBe(401);
    expect((await admin.call('POST', `/api/accounts/${added.accountId}/lock`)).status).toBe(204);
    expect((await here.call('GET', '/api/me')).status).toBe(401);
    expect(await office.guest().signIn('tho@lachan.test', 'của riêng tôi đây')).toBe(401);
    expect((await admin.call('POST', `/api/accounts/${added.accountId}/lock`)).status).toBe(404);
  });
  test('an account that was locked is opened again by whoever approves rights, never by its holder nor by whoever manages users alone', async () => {
    const [admin, chief, legal] = [await office.as('administrator'), await office.as('chief'), await office.as('legal')];
    const accountOf = async (who: Caller) =>
      (
        await office.database.owner<{ id: string }>('SELECT id FROM core.accounts WHERE staff_id = $1 ORDER BY created_at', [who.staffId])
      )[0].id;
    const locked = async (who: Caller) =>
      ((await who.call('GET', '/api/accounts/locked?limit=100')).body['items'] as { accountId: string; lockedBy: string | null }[]) ?? [];
    const id = await accountOf(legal);
    const unlock = (who: Caller, accountId = id) => who.call('POST', `/api/accounts/${accountId}/unlock`);
    expect((await unlock(chief)).status).toBe(404);
    expect((await admin.call('POST', `/api/accounts/${id}/lock`)).status).toBe(204);
    expect([(await unlock(admin)).status, (await admin.call('GET', '/api/accounts/locked')).status]).toEqual([403, 403]);
    expect((await locked(chief)).find((a) => a.accountId === id)).toMatchObject({ lockedBy: expect.any(String) });
    expect((await unlock(chief)).status).toBe(204);
    expect((await legal.call('GET', '/api/me')).status).toBe(401);
    const [{ email }] = await office.database.owner<{ email: string }>('SELECT email FROM core.accounts WHERE id = $1', [id]);
    expect(await office.guest().signIn(email)).toBe(204);
    expect((await locked(chief)).some((a) => a.accountId === id)).toBe(false);
    const [own] = await office.database.owner<{ id: string }>(
      `INSERT INTO core.accounts (staff_id, email, password_hash, disabled_at) VALUES ($1, 'lanh-dao-2@lachan.test', 'x', now()) RETURNING id`,
      [chief.staffId],
    );
    expect((await unlock(chief, own.id)).body.code).toBe('own-unlock');
    const log = await office.database.owner<{ type: string; actor: string }>(
      `SELECT type, office->>'actor' AS actor FROM core.events WHERE subject = $1 AND type LIKE 'account.%' ORDER BY position`,
      [legal.staffId],
    );
    expect(log).toEqual([
      { type: 'account.disabled', actor: admin.staffId },
      { type: 'account.enabled', actor: chief.staffId },
    ]);
  });
  test('a forgotten password is replaced by one that is told once and opens nothing but the way to one’s own, never for oneself', async () => {
    const [admin, legal, chief] = [await office.as('administrator'), await office.as('legal'), await office.as('chief')];
    const accountOf = async (who: Caller) =>
      (
        await office.database.owner<{ id: string; email: string }>('SELECT id, email FROM core.accounts WHERE staff_id = $1', [who.staffId])
      )[0];
    const { id, email } = await accountOf(legal);
    const reset = (who: Caller, accountId = id) => who.call('POST', `/api/accounts/${accountId}/password/reset`);
    expect([(await reset(chief)).status, (await reset(legal)).status]).toEqual([403, 403]);
    expect((await reset(admin, (await accountOf(admin)).id)).body.code).toBe('own-password-reset');
    expect((await reset(admin, admin.staffId)).status).toBe(404);
    const first = (await reset(admin)).body as unknown as { password: string };
    const { password } = (await reset(admin)).body as unknown as { password: string };
    expect((await legal.call('GET', '/api/me')).status).toBe(401);

    const again = office.guest();
    for (const old of [undefined, first.password]) expect(await again.signIn(email, old)).toBe(401);
    expect(await again.signIn(email, password)).toBe(204);
    expect([(await again.call('GET', '/api/me')).body.passwordGiven, (await again.call('GET', '/api/cases')).body.code]).toEqual([
      true,
      'password-given',
    ]);
    const choose = (next: string) => again.call('POST', '/api/me/password', { present: password, next });
    for (const [next, code] of [
      [PASSWORD, 'used-password'],
      [first.password, 'used-password'],
      ['aaaaaaaaaaaa', 'weak-password'],
    ])
      expect([next, (await choose(next)).body.code]).toEqual([next, code]);
    expect((await choose('một mật khẩu chỉ mình tôi biết')).status).toBe(204);
    // without a second factor the roles wait for the chief
    expect((await again.call('GET', '/api/cases')).status).toBe(403);
    const { approvals } = (await chief.call('GET', '/api/work')).body as unknown as {
      approvals: { roles: { proposalId: string; role: string; reset: object | null }[] };
    };
    const waiting = approvals.roles.filter((r) => r.role === 'legal');
    const [{ name }] = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [admin.staffId]);
    expect(waiting.map((r) => r.reset)).toEqual([{ what: 'password', by: name, at: expect.any(String) }]);
    for (const { proposalId } of waiting) await chief.call('POST', `/api/role-proposals/${proposalId}/approve`);
    expect((await again.call('GET', '/api/cases')).status).toBe(200);
    expect(await office.guest().signIn(email, password)).toBe(401);
    const log = await office.database.owner<{ actor: string; office: string }>(
      `SELECT office->>'actor' AS actor, office::text AS office FROM core.events WHERE subject = $1 AND type = 'password.reset'`,
      [legal.staffId],
    );
    expect(log.map((e) => e.actor)).toEqual([admin.staffId, admin.staffId]);
    expect(log.some((e) => e.office.includes(password) || e.office.includes(first.password))).toBe(false);
    expect((await admin.call('POST', `/api/accounts/${id}/lock`)).status).toBe(204);
    expect((await reset(admin)).status).toBe(404);
  });
  test('after signing out the old cookie opens nothing', async () => {
    const someone = await office.as('operator');
    expect((await someone.call('POST', '/api/sign-out')).status).toBe(204);
    expect((await someone.call('GET', '/api/me')).status).toBe(401);
  });
  test('a role is proposed by one, approved by another, and gone at the next request when it ends', async () => {
    const admin = await office.as('administrator');
    const chief = await office.as('chief');
    const added = await admin.call('POST', '/api/users', {
      email: 'moi@lachan.test',
      name: 'Người Mới',
      password: 'một mật khẩu đủ dài',
      roles: ['administrator'],
    });
    expect(added.status).toBe(201);
    const { staffId, roleProposals } = added.body as unknown as { staffId: string; roleProposals: string[] };
    const fresh = office.guest();
    await fresh.signIn('moi@lachan.test');
    await fresh.call('POST', '/api/me/password', { present: PASSWORD, next: 'một mật khẩu khác hẳn' });
    expect((await fresh.call('GET', '/api/users')).status).toBe(403);
    expect((await chief.call('POST', `/api/role-proposals/${roleProposals[0]}/approve`)).status).toBe(204);
    expect((await fresh.call('GET', '/api/users')).status).toBe(200);
    expect((await admin.call('DELETE', `/api/users/${staffId}/roles/administrator`)).status).toBe(204);
    expect((await fresh.call('GET', '/api/users')).status).toBe(403);
  });
  test('nobody proposes or approves rights for themselves', async () => {
    const both = await office.as('administrator', 'chief');
    expect((await both.call('POST', `/api/users/${both.staffId}/roles`, { role: 'auditor' })).body.code).toBe('own-rights');
    const added = (
      await both.call('POST', '/api/users', {
        email: 'hai@lachan.test',
        name: 'Người Hai',
        password: 'một mật khẩu đủ dài',
        roles: ['legal'],
      })
    ).body as unknown as { roleProposals: string[] };
    expect((await both.call('POST', `/api/role-proposals/${added.roleProposals[0]}/approve`)).body.code).toBe('own-rights');
  });
  test('one of those who approve rights, and one of those who manage users, always stays, also when two go at the same moment', async () => {
    const admin = await office.as('administrator');
    await office.database.owner(
      `UPDATE core.staff_roles SET ended_at = now() WHERE role = 'chief' OR role = 'administrator' AND staff_id <> $1`,
      [admin.staffId],
    );
    const [one, two, three] = [await office.as('chief'), await office.as('chief'), await office.as('chief')];
    const end = (who: Caller) => admin.call('DELETE', `/api/users/${who.staffId}/roles/chief`);
    const ended = await Promise.all([end(one), end(two), end(three)]);
    expect(ended.map((a) => a.body.code ?? a.status).sort()).toEqual([204, 204, 'last-approver']);
    const [{ id }] = await office.database.owner<{ id: string }>(
      `SELECT a.id FROM core.accounts a JOIN core.staff_roles r USING (staff_id) WHERE r.role = 'chief' AND r.ended_at IS NULL`,
    );
    expect((await admin.call('POST', `/api/accounts/${id}/lock`)).body).toMatchObject({
      code: 'last-approver',
      rights: ['rights.approve'],
    });
    const second = await office.as('administrator');
    const each = await Promise.all([
      admin.call('DELETE', `/api/users/${second.staffId}/roles/administrator`),
      second.call('DELETE', `/api/users/${admin.staffId}/roles/administrator`),
    ]);
    expect(each.filter((a) => a.status === 204)).toHaveLength(1);
  });
  test('no password and no token lies readable in the database or in the log', async () => {
    const rows = await office.database.owner<{ t: string }>(
      `SELECT password_hash AS t FROM core.accounts UNION ALL SELECT encode(token_hash, 'base64') FROM core.sessions UNION ALL SELECT office::text FROM core.events`,
    );
    expect(rows.filter((r) => r.t.includes('mật khẩu') || r.t.includes('lachan.test'))).toEqual([]);
    expect(rows.length).toBeGreaterThan(10);
  });
  test('broken JSON, an unknown key and an oversized body are answered as problems', async () => {
    const guest = office.guest();
    expect(await guest.call('POST', '/api/sign-in', '{"email":')).toMatchObject({ status: 400, body: { code: 'invalid' } });
    expect(await guest.call('POST', '/api/sign-in', { email: 'a@b.vn', password: 'x', admin: true })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'admin', rule: 'whitelistValidation' }] },
    });
    const big = await guest.call('POST', '/api/sign-in', { email: 'a@b.vn', password: 'x'.repeat(200_000) });
    expect([big.status, big.headers.get('content-type')]).toEqual([413, 'application/problem+json; charset=utf-8']);
  });
});

/** fetch does not let a test choose the Host header. */
async function rawHost(base: string, host: string): Promise<{ status: number; body: Record<string, never> }> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const call = request(`${base}/api/sign-in`, { method: 'POST', headers: { host, 'content-type': 'application/json' } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode!, body: JSON.parse(text) as Record<string, never> }));
    });
    call.on('error', reject);
    call.end('{"email":"a@b.vn","password":"x"}');
  });
}
