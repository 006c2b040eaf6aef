import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { CONFIG, type Config } from '../../src/core/config.js';
import { Caller, openOffice, PASSWORD, type Office } from '../kit/office.js';

const EMAIL = 'inspector-1@lachan.test';
const STEP_MS = 30_000;

describe('the second factor', () => {
  let office: Office;
  let someone: Caller;
  let totp: TOTP;
  let first: string;
  const code = (stepsAhead = 0) => totp.generate({ timestamp: Date.now() + stepsAhead * STEP_MS });
  const signIn = (body: object) => office.guest().call('POST', '/api/sign-in', { email: EMAIL, password: PASSWORD, ...body });
  const refused = async () =>
    (await office.database.owner(`SELECT 1 FROM core.events WHERE type = 'session.refused' AND subject = $1`, [someone.staffId])).length;
  const wrong = () => String((Number(code()) + 1) % 1_000_000).padStart(6, '0');
  const accountOf = async (email: string) =>
    (await office.database.owner<{ id: string }>('SELECT id FROM core.accounts WHERE email = $1', [email]))[0].id;

  const enrol = async (who: Caller): Promise<TOTP> => {
    const { secret } = (await who.call('POST', '/api/me/second-factor')).body as unknown as { secret: string };
    const own = new TOTP({ secret: Secret.fromBase32(secret) });
    expect((await who.call('POST', '/api/me/second-factor/confirm', { code: own.generate() })).status).toBe(204);
    return own;
  };

  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '100' });
    someone = await office.as('inspector');
  }, 60_000);
  afterAll(() => office.close());

  test('in production is the first thing that somebody does: nothing is open before it but the way to it', async () => {
    const config = office.app.get<Config>(CONFIG);
    config.production = true;
    for (const path of ['/api/triage', '/api/work', '/api/counts', '/api/claims'])
      expect([path, (await someone.call('GET', path)).body.code]).toEqual([path, 'second-factor-needed']);
    expect((await someone.call('GET', '/api/me')).status).toBe(200);
    config.production = false;
    expect((await someone.call('GET', '/api/work')).status).toBe(200);
  });
  test('cannot be confirmed before it is asked for', async () => {
    expect((await someone.call('POST', '/api/me/second-factor/confirm', { code: '123456' })).body.code).toBe('second-factor-not-begun');
  });
  test('changes nothing at sign-in until the first code proves that the device has it', async () => {
    const { status, body, headers } = await someone.call('POST', '/api/me/second-factor');
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
    const { secret, uri } = body as unknown as { secret: string; uri: string };
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    totp = new TOTP({ secret: Secret.fromBase32(secret) });
    expect((await signIn({})).status).toBe(204);
    expect((await someone.call('POST', '/api/me/second-factor/confirm', { code: wrong() })).body.code).toBe('wrong-code');
    expect((await signIn({})).status).toBe(204);
  });
  test('once confirmed ends the other sessions and is asked for at sign-in', async () => {
    const elsewhere = new Caller(office.base);
    await elsewhere.signIn(EMAIL);
    first = code();
    expect((await someone.call('POST', '/api/me/second-factor/confirm', { code: first })).status).toBe(204);
    expect((await elsewhere.call('GET', '/api/me')).status).toBe(401);
    expect((await someone.call('GET', '/api/me')).body).toMatchObject({ secondFactor: true });
    expect((await signIn({})).body.code).toBe('code-needed');
    expect((await signIn({ code: wrong() })).body.code).toBe('wrong-sign-in');
  });
  test('opens with a code once: the same code again is refused, and so is the one that confirmed', async () => {
    const used = code(1);
    expect((await signIn({ code: first })).body.code).toBe('wrong-sign-in');
    expect((await signIn({ code: used })).status).toBe(204);
    const before = await refused();
    expect((await signIn({ code: used })).body.code).toBe('wrong-sign-in');
    expect((await signIn({ code: wrong() })).body.code).toBe('wrong-sign-in');
    expect(await refused()).toBe(before + 2);
  });
  test('asks for its code only after the right password', async () => {
    expect((await signIn({ password: 'không đúng' })).body.code).toBe('wrong-sign-in');
  });
  test('is not replaced by whoever finds an open session', async () => {
    expect((await someone.call('POST', '/api/me/second-factor')).body.code).toBe('second-factor-enrolled');
  });
  test('lies in the database unreadable', async () => {
    const [row] = await office.database.owner<{ totp_secret: Buffer }>('SELECT totp_secret FROM core.accounts WHERE email = $1', [EMAIL]);
    expect(row.totp_secret.toString('latin1')).not.toContain(totp.secret.base32);
  });
  test('is taken away by two people, neither of them its holder, and stays in force until the second one agrees', async () => {
    const admin = await office.as('administrator');
    const id = await accountOf(EMAIL);
    expect((await someone.call('POST', `/api/users/${id}/second-factor/reset`)).status).toBe(403);
    expect((await admin.call('POST', `/api/users/${await accountOf('administrator-2@lachan.test')}/second-factor/reset`)).body.code).toBe(
      'own-second-factor',
    );
    const both = await office.as('administrator', 'chief');
    const propose = (who: Caller) => who.call('POST', `/api/users/${id}/second-factor/reset`);
    const decide = (who: Caller, proposal: string, what: string) => who.call('POST', `/api/second-factor-resets/${proposal}/${what}`);
    const waits = async (who: Caller) =>
      (await who.call('GET', '/api/work')).body['approvals']['resets'] as { proposalId: string; email: string }[];
    const first = (await propose(both)).body.id as string;
    expect((await propose(admin)).body.code).toBe('reset-proposed');
    expect((await decide(both, first, 'approve')).body.code).toBe('own-reset');
    expect(await waits(both)).toEqual([]);
    expect((await decide(admin, first, 'approve')).status).toBe(403);
    const chief = await office.as('chief');
    expect(await waits(chief)).toMatchObject([{ proposalId: first, email: EMAIL }]);
    expect((await signIn({})).body.code).toBe('code-needed');
    expect((await decide(chief, first, 'decline')).status).toBe(204);
    expect((await decide(chief, first, 'approve')).status).toBe(404);
    const second = (await propose(admin)).body.id as string;
    await expect(
      office.database.owner(
        `UPDATE core.second_factor_resets SET decision = 'approved', decided_by = $2, decided_at = now() WHERE id = $1`,
        [second, someone.staffId],
      ),
    ).rejects.toThrow('own second factor');
    expect((await decide(chief, second, 'approve')).status).toBe(204);
    expect((await someone.call('GET', '/api/me')).status).toBe(401);
    expect((await signIn({})).status).toBe(204);
    const log = await office.database.owner<{ type: string; actor: string }>(
      `SELECT type, office->>'actor' AS actor FROM core.events WHERE type LIKE 'second-factor.%' ORDER BY position`,
    );
    expect(log).toEqual([
      { type: 'second-factor.enrolled', actor: someone.staffId },
      { type: 'second-factor.reset-proposed', actor: both.staffId },
      { type: 'second-factor.reset-declined', actor: chief.staffId },
      { type: 'second-factor.reset-proposed', actor: admin.staffId },
      { type: 'second-factor.reset', actor: chief.staffId },
    ]);
  });
  test('cannot be guessed: after ten wrong codes the confirmation waits', async () => {
    const guesser = await office.as('operator');
    await guesser.call('POST', '/api/me/second-factor');
    const answers = [];
    for (let i = 0; i < 11; i++)
      answers.push((await guesser.call('POST', '/api/me/second-factor/confirm', { code: '000000' })).body.code as string);
    expect(answers[10]).toBe('too-many');
  });
  test('cannot be guessed at sign-in by whoever has the password, from many addresses at once; its holder comes in from a known device', async () => {
    const holder = await office.as('operator');
    const [{ email }] = await office.database.owner<{ email: string }>('SELECT email FROM core.accounts WHERE staff_id = $1', [
      holder.staffId,
    ]);
    const own = await enrol(holder);
    const unused = () => office.database.owner('UPDATE core.accounts SET totp_last_step = NULL WHERE email = $1', [email]);
    let network = 0;
    const enter = (body: object, headers: Record<string, string> = {}) =>
      office
        .guest()
        .call('POST', '/api/sign-in', { email, password: PASSWORD, ...body }, { 'x-forwarded-for': `203.0.113.${++network}`, ...headers });
    await unused();
    const entered = await enter({ code: own.generate() });
    expect(entered.status).toBe(204);
    const device = entered.headers.getSetCookie().find((c) => c.includes('device'))!;
    const wrongCode = String((Number(own.generate()) + 500_000) % 1_000_000).padStart(6, '0');
    for (let i = 0; i < 12; i++) expect((await enter({ password: 'không đúng', code: wrongCode })).body.code).toBe('wrong-sign-in');
    const tried = await Promise.all(Array.from({ length: 15 }, () => enter({ code: wrongCode })));
    const answered = (code: string) => tried.filter(({ body }) => body.code === code).length;
    expect([answered('wrong-sign-in'), answered('too-many')]).toEqual([10, 5]);
    await unused();
    const refusal = await enter({ code: own.generate() });
    expect(refusal).toMatchObject({ status: 429, body: { code: 'too-many', retryAfterSeconds: 900 } });
    expect((await enter({ password: 'không đúng', code: wrongCode })).body.code).toBe('wrong-sign-in');
    expect((await enter({ code: own.generate() }, { cookie: device.split(';')[0] })).status).toBe(204);
  }, 60_000);
  test('is taken away by nobody who did not show their own just now', async () => {
    const [admin, chief, other] = [await office.as('administrator'), await office.as('chief'), await office.as('operator')];
    await enrol(other);
    await enrol(chief);
    const [{ id: account }] = await office.database.owner<{ id: string }>('SELECT id FROM core.accounts WHERE staff_id = $1', [
      other.staffId,
    ]);
    const { id } = (await admin.call('POST', `/api/users/${account}/second-factor/reset`)).body as unknown as { id: string };
    const shownAgo = (seconds: number) =>
      office.database.owner(
        `UPDATE core.sessions SET second_factor_at = clock_timestamp() - make_interval(secs => $2) WHERE account_id IN (SELECT id FROM core.accounts WHERE staff_id = $1)`,
        [chief.staffId, seconds],
      );
    await shownAgo(301);
    expect((await chief.call('POST', `/api/second-factor-resets/${id}/approve`)).body.code).toBe('step-up-needed');
    await shownAgo(0);
    expect((await chief.call('POST', `/api/second-factor-resets/${id}/approve`)).status).toBe(204);
  });
  test('of somebody whose password was reset goes with their roles, which wait for approval anew; whoever agrees reads who reset it', async () => {
    const [admin, chief, other] = [await office.as('administrator'), await office.as('chief'), await office.as('chief')];
    const victim = await office.as('legal', 'inspector');
    await enrol(victim);
    const [{ id, email }] = await office.database.owner<{ id: string; email: string }>(
      'SELECT a.id, a.email FROM core.accounts a WHERE a.staff_id = $1',
      [victim.staffId],
    );
    const asked = async () =>
      ((await chief.call('GET', '/api/work')).body['approvals']['resets'] as { email: string; passwordReset: object | null }[]).find(
        (r) => r.email === email,
      );
    const { id: proposal } = (await admin.call('POST', `/api/users/${id}/second-factor/reset`)).body as unknown as { id: string };
    expect(await asked()).toMatchObject({ passwordReset: null });
    const { password } = (await admin.call('POST', `/api/accounts/${id}/password/reset`)).body as unknown as { password: string };
    const [{ name }] = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [admin.staffId]);
    expect(await asked()).toMatchObject({ passwordReset: { by: name, at: expect.any(String) } });
    expect((await chief.call('POST', `/api/second-factor-resets/${proposal}/approve`)).status).toBe(204);

    const entered = office.guest();
    expect(await entered.signIn(email, password)).toBe(204);
    const next = 'mật khẩu của kẻ khác rất dài';
    expect((await entered.call('POST', '/api/me/password', { present: password, next })).status).toBe(204);
    await enrol(entered);
    expect([(await entered.call('GET', '/api/me')).body['roles'], (await entered.call('GET', '/api/cases')).status]).toEqual([[], 403]);
    const proposed = async (who: Caller) =>
      (
        (await who.call('GET', '/api/work')).body['approvals']['roles'] as {
          proposalId: string;
          role: string;
          proposedBy: string;
          reset: object;
        }[]
      ).filter((r) => r.proposedBy === name && ['legal', 'inspector'].includes(r.role));
    // the one who agreed may approve them, and so may another
    for (const who of [chief, other]) expect((await proposed(who)).map((r) => r.role)).toEqual(['inspector', 'legal']);
    const [agreed] = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [chief.staffId]);
    for (const { reset } of await proposed(other)) expect(reset).toMatchObject({ what: 'second-factor', by: agreed.name });
    for (const { proposalId } of await proposed(chief))
      expect((await chief.call('POST', `/api/role-proposals/${proposalId}/approve`)).status).toBe(204);
    expect((await entered.call('GET', '/api/cases')).status).toBe(200);
    const log = await office.database.owner<{ type: string; actor: string }>(
      `SELECT type, office->>'actor' AS actor FROM core.events WHERE subject = $1 AND type IN ('role.ended', 'role.proposed') ORDER BY position DESC LIMIT 4`,
      [victim.staffId],
    );
    expect(new Set(log.map((e) => `${e.type} ${e.actor}`))).toEqual(
      new Set([`role.ended ${chief.staffId}`, `role.proposed ${admin.staffId}`]),
    );
  }, 60_000);
  test('is shown anew by whoever has one before they give somebody a password', async () => {
    const [admin, other] = [await office.as('administrator'), await office.as('operator')];
    const [{ id }] = await office.database.owner<{ id: string }>('SELECT id FROM core.accounts WHERE staff_id = $1', [other.staffId]);
    const reset = async () => (await admin.call('POST', `/api/accounts/${id}/password/reset`)).body;
    expect(await reset()).toMatchObject({ password: expect.any(String) });
    await enrol(admin);
    await office.database.owner(
      `UPDATE core.sessions SET second_factor_at = clock_timestamp() - interval '301 seconds' WHERE account_id IN (SELECT id FROM core.accounts WHERE staff_id = $1)`,
      [admin.staffId],
    );
    expect((await reset()).code).toBe('step-up-needed');
    await office.database.owner(
      `UPDATE core.sessions SET second_factor_at = clock_timestamp() WHERE account_id IN (SELECT id FROM core.accounts WHERE staff_id = $1)`,
      [admin.staffId],
    );
    expect(await reset()).toMatchObject({ password: expect.any(String) });
  });
});
