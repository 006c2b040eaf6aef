import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOffice, PASSWORD, type Office } from '../kit/office.js';

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
    const answer = await fetch(`${office.base}/api/sign-in`, { method: 'POST', body: form });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([400, []]);
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
    for (const path of ['/api/reports', '/api/work', '/api/counts', '/api/search?q=tin', '/api/demo/clock'])
      expect([path, (await here.call('GET', path)).body.code]).toEqual([path, 'password-given']);
    expect((await here.call('GET', '/api/me')).body).toMatchObject({ passwordGiven: true });
    const change = (present: string, next: string) => here.call('POST', '/api/me/password', { present, next });
    expect((await change('không phải', 'của riêng tôi đây')).body.code).toBe('wrong-password');
    expect((await change('mật khẩu được cấp', 'mật khẩu được cấp')).body.code).toBe('same-password');
    expect((await change('mật khẩu được cấp', 'của riêng tôi đây')).status).toBe(204);
    expect((await here.call('GET', '/api/reports')).status).toBe(200);
    expect((await there.call('GET', '/api/me')).status).toBe(401);
    expect(await office.guest().signIn('tho@lachan.test', 'mật khẩu được cấp')).toBe(401);
    expect((await admin.call('POST', `/api/accounts/${added.accountId}/lock`)).status).toBe(204);
    expect((await here.call('GET', '/api/me')).status).toBe(401);
    expect(await office.guest().signIn('tho@lachan.test', 'của riêng tôi đây')).toBe(401);
    expect((await admin.call('POST', `/api/accounts/${added.accountId}/lock`)).status).toBe(404);
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
      body: { errors: [{ path: 'admin' }] },
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
