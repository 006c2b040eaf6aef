import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Db } from '../../src/core/database/db.js';
import { CaptureHandler, type Kept } from '../../src/crawl/capture.handler.js';
import type { ProfileLine, SignedOutProfile } from '../../src/crawl/profiles/profile-answers.js';
import { ProfilesAtCommandLine } from '../../src/crawl/profiles/profiles-at-command-line.use-case.js';
import { UseProfile } from '../../src/crawl/profiles/use-profile.use-case.js';
import { deliverAll } from '../kit/deliver-all.js';
import { cookiesTxt } from '../kit/members-page.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

const TOKEN = 'key-1a2b3c4d5e6f7890-of-the-office';
const HOST = 'mxh.example.vn';
const GIVEN = { name: 'van-phong', visitor: 'desktop', hosts: [HOST], cookies: cookiesTxt(HOST, TOKEN) };

describe('a session that an administrator gives the office', () => {
  let office: Office;
  let inspector: Caller, administrator: Caller, chief: Caller;
  let postId: string;
  const sql = <T extends object>(text: string) => office.database.owner<T>(text);
  const list = async () => (await administrator.call('GET', '/api/capture-profiles')).body as unknown as { items: ProfileLine[] };
  const profile = async () => (await list()).items[0];
  const order = async (visitor: string) => (await inspector.call('POST', `/api/posts/${postId}/captures`, { visitor })).body;
  const capture = async () =>
    (
      await sql<{ id: string; state: string; waitsFor: string | null; ground: object }>(
        `SELECT id, state, waits_for AS "waitsFor", ground FROM crawl.captures WHERE visitor = 'van-phong' ORDER BY ordered_at DESC LIMIT 1`,
      )
    )[0];
  /** What the handler concludes of the capture, as after a visit that met the login wall. */
  const conclude = async (kept: Kept) => {
    const { id } = await capture();
    await office.app.get(Db).tx((tx) => office.app.get(CaptureHandler).conclude(tx, id, kept));
  };
  const work = async (who: Caller) => ((await who.call('GET', '/api/work')).body as unknown as { signedOut: SignedOutProfile[] }).signedOut;
  const resumed = async () => (await sql(`SELECT 1 FROM core.deliveries WHERE handler = 'ResumeCapture' AND state = 'waiting'`)).length;
  beforeAll(async () => {
    office = await openOffice();
    [inspector, administrator, chief] = [await office.as('inspector'), await office.as('administrator'), await office.as('chief')];
    await office.guest().call('POST', '/api/reports', { url: `https://${HOST}/p/12345` });
    [{ id: postId }] = await sql<{ id: string }>('SELECT id FROM intake.posts');
  }, 60_000);
  afterAll(() => office.close());

  test('is taken from nobody else, from no file that holds none, and under no name that is taken', async () => {
    const give = async (more: object, who = administrator) => {
      const { status, body } = await who.call('POST', '/api/capture-profiles', { ...GIVEN, ...more });
      return [status, (body as { code?: string }).code];
    };
    expect((await give({}, inspector))[0]).toBe(403);
    expect(await give({ cookies: 'xin chào' })).toEqual([422, 'cookies-unreadable']);
    expect(await give({ hosts: ['khac.example'] })).toEqual([422, 'no-cookies-for-hosts']);
    expect(await give({ visitor: 'robot' })).toEqual([422, 'no-such-visitor']);
    expect(await give({ name: 'phone' })).toEqual([409, 'profile-name-taken']);
    for (const bad of [
      { name: 'Văn phòng' },
      { hosts: [] },
      { hosts: ['https://x'] },
      { hosts: ['a..b'] },
      { cookies: 'x'.repeat(60_001) },
    ])
      expect([Object.keys(bad), ...(await give(bad))]).toEqual([Object.keys(bad), 400, 'invalid']);
    expect((await give({}))[0]).toBe(201);
    expect(await give({})).toEqual([409, 'profile-name-taken']);
    expect((await list()).items).toEqual([
      expect.objectContaining({ name: 'van-phong', visitor: 'desktop', hosts: [HOST], state: 'signed-in', version: 1, waiting: 0, givenBy: expect.any(String) }), // prettier-ignore
    ]);
  });
  test('lies nowhere in the clear: not in its row, not on the log, not in what is answered', async () => {
    const [{ cookies }] = await sql<{ cookies: Buffer }>('SELECT cookies FROM crawl.profiles');
    const log = await sql<{ office: object }>(`SELECT office FROM core.events WHERE type LIKE 'profile.%'`);
    expect(log).toHaveLength(1);
    for (const held of [cookies.toString('latin1'), JSON.stringify(log), JSON.stringify(await list())]) expect(held).not.toContain(TOKEN);
    const { visitor, profile: borne } = (await office.app.get(Db).tx((tx) => office.app.get(UseProfile).asWhom(tx, 'van-phong'))) as never;
    expect([visitor, borne]).toEqual(['desktop', { name: 'van-phong', version: 1, hosts: [HOST], cookies: [expect.objectContaining({ name: 'sid', value: TOKEN })] }]); // prettier-ignore
    // moved to another row, as to a later version, it opens nothing
    await sql('UPDATE crawl.profiles SET version = 2');
    expect(await office.app.get(Db).tx((tx) => office.app.get(UseProfile).asWhom(tx, 'van-phong'))).toMatchObject({ state: 'signed-out' });
    await sql('UPDATE crawl.profiles SET version = 1');
  });
  test('may be borne by a capture of its own hosts, and of no other', async () => {
    const choices = (await inspector.call('GET', '/api/captures/choices')).body as unknown as { profiles: object[] };
    expect(choices.profiles).toEqual([{ name: 'van-phong', hosts: [HOST] }]);
    expect(await order('van-phong')).toEqual({ captureId: expect.any(String) });
    const other = { url: 'https://bao.example.vn/p/1' };
    await office.guest().call('POST', '/api/reports', other);
    const [{ id }] = await sql<{ id: string }>(`SELECT id FROM intake.posts WHERE id <> '${postId}'`);
    const { status, body } = await inspector.call('POST', `/api/posts/${id}/captures`, { visitor: 'van-phong' });
    expect([status, body.code]).toEqual([422, 'profile-of-other-hosts']);
  });
  test('lets its captures wait once its network knows it no more, and raises an alarm where somebody can mend it', async () => {
    expect([await work(administrator), await work(chief)]).toEqual([[], []]);
    await conclude({ waits: { name: 'van-phong', version: 1 } });
    await conclude({ waits: { name: 'van-phong', version: 1 } });
    expect(await capture()).toMatchObject({ state: 'ordered', waitsFor: 'van-phong' });
    expect(await profile()).toMatchObject({ state: 'signed-out', waiting: 1 });
    const alarm = [expect.objectContaining({ name: 'van-phong', waiting: 1 })];
    expect(await work(administrator)).toEqual(alarm);
    expect((await chief.call('GET', '/api/platforms/health')).body).toMatchObject({ signedOut: alarm });
    expect(await sql(`SELECT office -> 'data' ->> 'captureId' AS id FROM core.events WHERE type = 'profile.signed-out'`)).toEqual([
      { id: (await capture()).id },
    ]);
    const shown = (await inspector.call('GET', `/api/posts/${postId}/captures`)).body as unknown as {
      items: { waitsFor: string | null }[];
    };
    expect(shown.items.filter((c) => c.waitsFor !== null)).toHaveLength(1);
    // what is ordered meanwhile joins it, and what is tried meanwhile waits too
    expect((await order('van-phong')).captureId).toBe((await capture()).id);
    expect(await office.app.get(CaptureHandler).perform((await capture()).id)).toMatchObject({ waits: { name: 'van-phong' } });
  });
  test('goes on with what waited when it is given anew, also where that happened while a capture was under way', async () => {
    const { id } = await profile();
    const renew = (version: number) =>
      administrator.call('POST', `/api/capture-profiles/${id}/renewal`, { cookies: cookiesTxt(HOST, `${TOKEN}-2`), version });
    expect((await renew(9)).body.code).toBe('stale');
    expect((await renew(1)).body).toEqual({ id, version: 2 });
    expect(await work(administrator)).toEqual([]);
    expect(await capture()).toMatchObject({ state: 'ordered', waitsFor: null });
    await deliverAll(office);
    expect(await resumed()).toBe(1);
    await sql(`UPDATE core.deliveries SET state = 'done' WHERE handler = 'ResumeCapture'`);
    await conclude({ waits: { name: 'van-phong', version: 1 } }); // it had left with what counted before
    expect([await profile(), await capture()]).toMatchObject([{ state: 'signed-in' }, { waitsFor: null }]);
    await deliverAll(office);
    expect(await resumed()).toBe(1);
  });
  test('is not ended again by the capture that ended an earlier version: its page shows a wall to everybody', async () => {
    const { id: captureId } = await capture();
    const wall = { observation: 'login-wall', finalUrl: `https://${HOST}/login` };
    const ended = (version: number, of = captureId) =>
      office.app.get(UseProfile).ended(of, { name: 'van-phong', version, hosts: [HOST], cookies: [] }, wall);
    expect([await ended(1), await ended(2), await ended(2, postId)]).toEqual([true, false, true]);
  });
  test('is forgotten when it is ended, and what waited for it ends as failed, visibly', async () => {
    await conclude({ waits: { name: 'van-phong', version: 2 } });
    const { id } = await profile();
    expect((await administrator.call('POST', `/api/capture-profiles/${id}/end`, { version: 2 })).status).toBe(200);
    expect(await sql('SELECT state, cookies FROM crawl.profiles')).toEqual([{ state: 'ended', cookies: null }]);
    const { id: captureId } = await capture();
    await conclude(await office.app.get(CaptureHandler).perform(captureId));
    expect(await capture()).toMatchObject({ state: 'failed', ground: { rule: 'profile-ended' } });
    expect((await order('van-phong')).code).toBe('no-such-visitor');
    expect(await sql(`SELECT 1 FROM core.due WHERE kind = 'capture.retry'`)).toEqual([]);
  });
  test('given, renewed and ended at the command line, is told of as that on the log', async () => {
    const [{ email }] = await sql<{ email: string }>(`SELECT email FROM core.accounts WHERE staff_id = '${administrator.staffId}'`);
    const sessions = office.app.get(ProfilesAtCommandLine);
    await sessions.give(email, { ...GIVEN, name: 'phong-hai' });
    await sessions.renew(email, 'phong-hai', GIVEN.cookies);
    const { id } = await sessions.end(email, 'phong-hai');
    const told = (of: string) =>
      sql<{ type: string; at: string | null }>(
        `SELECT type, office #>> '{data,at}' AS at FROM core.events WHERE type LIKE 'profile.%' AND subject ${of} '${id}' ORDER BY position`,
      );
    expect(await told('=')).toEqual(['given', 'renewed', 'ended'].map((did) => ({ type: `profile.${did}`, at: 'command-line' })));
    expect((await told('<>')).filter(({ at }) => at !== null)).toEqual([]);
  });
});
