import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LiveStream } from '../kit/live-stream.js';
import { Caller, PASSWORD, openOffice, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';

const FLOOD_MS = 1_500;
const SHORTLY = 50;

describe('the live stream', () => {
  let office: Office;
  let elsewhere: string;
  const open: LiveStream[] = [];
  const listen = async (who: Caller) => {
    const stream = await LiveStream.open(who);
    open.push(stream);
    return stream;
  };
  /** The same session at the other application. */
  const there = (who: Caller) => Object.assign(new Caller(elsewhere), { cookie: who.cookie, csrf: who.csrf, staffId: who.staffId });
  const report = async (base: string) => {
    const { status } = await new Caller(base).call('POST', '/api/reports', { url: `https://mang.example/bai/${randomUUID()}` });
    expect(status).toBe(201);
  };
  const sql = <T extends object>(text: string, values?: unknown[]) => office.database.owner<T>(text, values);
  const accountOf = async (who: Caller) =>
    (await sql<{ id: string }>('SELECT id FROM core.accounts WHERE staff_id = $1', [who.staffId]))[0].id;

  beforeAll(async () => {
    office = await openOffice({ LIMIT_LIVE_STREAMS: '8', LIMIT_LIVE_STREAMS_PER_PERSON: '3', LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    elsewhere = await office.another();
  }, 60_000);
  afterEach(async () => {
    for (const stream of open.splice(0)) stream.close();
  });
  afterAll(() => office.close());

  test('is for those who are signed in, with a password of their own', async () => {
    expect((await LiveStream.open(office.guest())).status).toBe(401);
    const someone = await office.as('inspector');
    await sql('UPDATE core.accounts SET password_given = true WHERE staff_id = $1', [someone.staffId]);
    expect((await LiveStream.open(someone)).status).toBe(403);
  });
  test('says within two seconds which rooms an act at another process moved, and to each person only their own', async () => {
    const [inspector, administrator] = [await office.as('inspector'), await office.as('administrator')];
    const [desk, users] = [await listen(inspector), await listen(administrator)];
    await report(elsewhere);
    await desk.hears('moved', 'triage', 2_000);
    await there(administrator).call('POST', '/api/users', { email: 'moi@lachan.test', name: 'Người mới', password: PASSWORD, roles: [] });
    await users.hears('moved', 'users', 3_000);
    expect(users.rooms).toEqual(['users']);
    // what comes after it in the same stream shows that it was left out
    const told = desk.heard.length;
    await report(elsewhere);
    await until(async () => desk.heard.slice(told).some((h) => h.type === 'moved'));
    expect(desk.rooms).toEqual(['cases', 'intake', 'takedowns', 'triage'].filter((room) => desk.rooms.includes(room)));
    expect(desk.rooms).toContain('intake');
  });
  test('never says what happened: names of rooms, no id, no address, no name', async () => {
    const desk = await listen(await office.as('chief'));
    await report(office.base);
    await desk.hears('moved', 'triage');
    const said = desk.raw
      .split('\n')
      .filter(
        (line) => line && !/^(event: (hello|moved|beat)|id: \d+|retry: 2000|data: (\{"beatSeconds":8\}|\[("[a-z]+",?)+\])?)$/.test(line),
      );
    expect(said).toEqual([]);
  });
  test('tells of a flood together, and not more often than once a second', async () => {
    const desk = await listen(await office.as('inspector'));
    const began = Date.now();
    await Promise.all(Array.from({ length: 40 }, () => report(elsewhere)));
    await desk.hears('moved', 'triage');
    await pause(FLOOD_MS);
    const told = desk.heard.filter((h) => h.type === 'moved').length;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(2 + (Date.now() - began) / 1_000);
  });
  test('gives a sign of life every eight seconds', async () => {
    const desk = await listen(await office.as('inspector'));
    await desk.hears('beat', undefined, 10_000);
  }, 15_000);

  describe('ends', () => {
    const ending = async (act: (who: Caller) => Promise<unknown>, role = 'inspector') => {
      const who = await office.as(role, 'operator');
      const [stream, other] = [await listen(who), await listen(await office.as('inspector'))];
      await act(who);
      await stream.ends(10_000);
      expect(other.ended).toBe(false);
      return who;
    };
    test('with the session, at whatever process that was ended', async () => {
      const who = await ending((who) => there(who).call('POST', '/api/sign-out'));
      expect((await LiveStream.open(who)).status).toBe(401);
    });
    test('when the account is locked', async () => {
      const administrator = await office.as('administrator');
      await ending(async (who) =>
        expect((await there(administrator).call('POST', `/api/accounts/${await accountOf(who)}/lock`)).status).toBe(204),
      );
    });
    test('when a right falls away, and the next one hears no more of it', async () => {
      const administrator = await office.as('administrator');
      const who = await ending(async (who) =>
        expect((await there(administrator).call('DELETE', `/api/users/${who.staffId}/roles/inspector`)).status).toBe(204),
      );
      const again = await listen(who);
      await report(elsewhere);
      await again.hears('moved', 'intake');
      expect(again.rooms).toEqual(['intake']);
    });
    test('when another session of the account changes the password', async () => {
      await ending(async (who) => {
        const [{ email }] = await sql<{ email: string }>('SELECT email FROM core.accounts WHERE staff_id = $1', [who.staffId]);
        const second = new Caller(elsewhere);
        await second.signIn(email);
        expect((await second.call('POST', '/api/me/password', { present: PASSWORD, next: 'một mật khẩu khác hẳn và dài' })).status).toBe(
          204,
        );
      });
    });
    test('at the next beat after the session ran out', async () => {
      await ending((who) =>
        sql(
          `UPDATE core.sessions SET expires_at = clock_timestamp() WHERE account_id IN (SELECT id FROM core.accounts WHERE staff_id = $1)`,
          [who.staffId],
        ),
      );
    }, 15_000);
  });

  test('is bounded for each person and for the process, and what closes makes room', async () => {
    const [first, second, third] = [await office.as('inspector'), await office.as('legal'), await office.as('chief')];
    const mine = [await listen(first), await listen(first), await listen(first)];
    expect((await LiveStream.open(first)).status).toBe(429);
    for (const who of [second, second, second, third, third]) await listen(who);
    expect((await LiveStream.open(third)).status).toBe(429);
    mine[0].close();
    for (let tries = 0; tries < 40 && (await listen(third)).status !== 200; tries++) await pause(SHORTLY);
    expect(open.at(-1)!.status).toBe(200);
  });
  test('ends when nothing can be heard, and hears again when it comes back', async () => {
    const who = await office.as('inspector');
    const stream = await listen(who);
    const cut = await sql<{ n: string }>(
      `SELECT count(pg_terminate_backend(pid)) AS n FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN lachan_office'`,
    );
    expect(Number(cut[0].n)).toBeGreaterThan(0);
    await stream.ends();
    const again = await listen(who);
    await report(elsewhere);
    await again.hears('moved', 'triage');
  });
  test('asks for no compression and no buffer on its way, and is one measure', async () => {
    const who = await office.as('inspector');
    const response = await fetch(`${who.base}/api/live`, { headers: { cookie: who.cookie, 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    const { body } = await new Caller(who.base).call('GET', '/metrics');
    expect(/^lachan_live_streams 1$/m.test(String(body.text))).toBe(true);
    await response.body!.cancel();
    let after = '';
    await until(async () => {
      after = String((await new Caller(who.base).call('GET', '/metrics')).body.text);
      return /^lachan_live_streams 0$/m.test(after);
    });
    expect(after).not.toContain('route="/api/live",status="499"');
  });
  test('does not keep a process from stopping', async () => {
    const own = await openOffice();
    const stream = await LiveStream.open(await own.as('inspector'));
    const began = Date.now();
    await own.close();
    await stream.ends();
    expect(Date.now() - began).toBeLessThan(5_000);
  }, 30_000);
});
