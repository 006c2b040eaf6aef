import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lachanIn } from '../kit/command-line.js';
import { cookiesTxt, membersPage } from '../kit/members-page.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { openSite, type Site } from '../kit/site.js';
import { until } from '../kit/until.js';

const TOKEN = 'key-1a2b3c4d5e6f7890-of-the-office';
const SETTINGS = ['DATABASE_URL', 'DATABASE_READER_URL', 'DATABASE_QUEUE_URL', 'LACHAN_DATA', 'CAPTURE_ALLOW'];
interface Seen {
  id: string;
  visitor: string;
  state: string;
  outcome: string | null;
  observation: string | null;
  waitsFor: string | null;
}

/** A page shown only to signed-in visitors: an office in this process, with a worker of its own beside it. */
describe('a page shown only to signed-in visitors', () => {
  let site: Site;
  let office: Office;
  let worker: ChildProcess;
  let inspector: Caller, administrator: Caller;
  let postId: string;
  const members = membersPage(TOKEN);
  const captures = async () => ((await inspector.call('GET', `/api/posts/${postId}/captures`)).body as unknown as { items: Seen[] }).items;
  const capture = async (id: string) => (await captures()).find((c) => c.id === id)!;
  const order = async () =>
    ((await inspector.call('POST', `/api/posts/${postId}/captures`, { visitor: 'van-phong' })).body as unknown as { captureId: string })
      .captureId;
  const alarms = async () =>
    ((await administrator.call('GET', '/api/work')).body as unknown as { signedOut: { waiting: number }[] }).signedOut;
  const cookies = () => cookiesTxt('world.localhost', TOKEN);

  beforeAll(async () => {
    site = await openSite(members.pages);
    office = await openOffice({ CAPTURE_ALLOW: site.host });
    [inspector, administrator] = [await office.as('inspector'), await office.as('administrator')];
    const env = Object.fromEntries(SETTINGS.map((name) => [name, process.env[name]]));
    const started = new Promise<ChildProcess>((heard) => {
      void lachanIn(process.env.LACHAN_DATA!, ['worker', '--concurrency', '1'], env, { started: heard });
    });
    worker = await started;
    expect((await office.guest().call('POST', '/api/reports', { url: site.url('/p/members') })).status).toBe(201);
    [{ id: postId }] = await office.database.owner<{ id: string }>('SELECT id FROM intake.posts');
  }, 60_000);
  afterAll(async () => {
    worker?.kill('SIGTERM');
    if (worker && worker.exitCode === null) await once(worker, 'exit');
    site?.close();
    await office?.close();
  }, 30_000);

  test('shows its login wall to a visitor that is signed in nowhere, and its post to one with the session that the office was given', async () => {
    await until(async () => (await captures())[0]?.observation === 'login-wall', 60_000);
    const given = { name: 'van-phong', visitor: 'desktop', hosts: ['world.localhost'], cookies: cookies() };
    expect((await administrator.call('POST', '/api/capture-profiles', given)).status).toBe(201);
    const id = await order();
    await until(async () => (await capture(id)).state !== 'ordered', 60_000);
    expect(await capture(id)).toMatchObject({ state: 'sealed', visitor: 'van-phong', observation: 'present' });
    expect((await inspector.call('GET', `/api/captures/${id}`)).body).toMatchObject({ text: members.text });
  }, 150_000);
  test('lets captures wait, not fail, once its network ended the session, and makes them when an administrator gives it anew', async () => {
    members.state.open = false;
    const id = await order();
    await until(async () => (await capture(id)).waitsFor === 'van-phong', 60_000);
    expect(await capture(id)).toMatchObject({ state: 'ordered', observation: null });
    expect(await alarms()).toEqual([expect.objectContaining({ name: 'van-phong', waiting: 1 })]);
    expect(await order()).toBe(id);
    members.state.open = true;
    const [{ id: profile }] = await office.database.owner<{ id: string }>('SELECT id FROM crawl.profiles');
    const renewed = await administrator.call('POST', `/api/capture-profiles/${profile}/renewal`, { cookies: cookies(), version: 1 });
    expect(renewed.status).toBe(200);
    await until(async () => (await capture(id)).state !== 'ordered', 60_000);
    expect(await capture(id)).toMatchObject({ state: 'sealed', observation: 'present', waitsFor: null });
    expect(await alarms()).toEqual([]);
    const ends = await office.database.owner(
      `SELECT type FROM core.events WHERE office #>> '{data,captureId}' = '${id}' AND type IN ('capture.sealed', 'capture.failed')`,
    );
    expect(ends).toEqual([{ type: 'capture.sealed' }]);
  }, 150_000);
  test('takes a wall that a session meets again, given anew, for what the page shows to everybody: the capture is sealed as that', async () => {
    members.state.open = false;
    const id = await order();
    await until(async () => (await capture(id)).waitsFor === 'van-phong', 60_000);
    const [{ id: profile, version }] = await office.database.owner<{ id: string; version: number }>(
      'SELECT id, version FROM crawl.profiles',
    );
    const renewed = await administrator.call('POST', `/api/capture-profiles/${profile}/renewal`, { cookies: cookies(), version });
    expect(renewed.status).toBe(200);
    await until(async () => (await capture(id)).state !== 'ordered', 60_000);
    expect(await capture(id)).toMatchObject({ state: 'sealed', outcome: 'blocked', observation: 'login-wall', waitsFor: null });
    expect(await alarms()).toEqual([]);
    expect(await office.database.owner('SELECT state FROM crawl.profiles')).toEqual([{ state: 'signed-in' }]);
  }, 150_000);
  test('is kept at the command line by whoever has the right, who is named there; what opens it is said nowhere', async () => {
    const env = Object.fromEntries(SETTINGS.map((name) => [name, process.env[name]]));
    const dir = mkdtempSync(join(tmpdir(), 'lachan-sessions-'));
    const sessions = (...args: string[]) => lachanIn(dir, ['sessions', ...args, '--json'], env, { input: cookies() });
    const [{ email }, { email: other }] = await office.database.owner<{ email: string }>(
      `SELECT a.email FROM core.accounts a WHERE a.staff_id IN ($1, $2) ORDER BY a.staff_id = $1 DESC`,
      [administrator.staffId, inspector.staffId],
    );
    const add = (by: string) => sessions('add', 'phong-hai', '--cookies', '-', '--hosts', 'world.localhost', '--by', by);
    const refused = await add(other);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('profile.manage')]);
    const said = [refused, await add(email), await sessions('renew', 'phong-hai', '--cookies', '-', '--by', email), await sessions('list'), await sessions('end', 'phong-hai', '--by', email)]; // prettier-ignore
    expect(said.map((s) => s.code)).toEqual([1, 0, 0, 0, 0]);
    expect(said[3].json.sessions).toContainEqual(
      expect.objectContaining({ name: 'phong-hai', hosts: ['world.localhost'], state: 'signed-in', version: 2, waiting: 0 }),
    );
    for (const { out, err } of said) expect(out + err).not.toContain(TOKEN);
    expect(await office.database.owner(`SELECT state, cookies FROM crawl.profiles WHERE name = 'phong-hai'`)).toEqual([
      { state: 'ended', cookies: null },
    ]);
    const told = await office.database.owner<{ type: string }>(
      `SELECT type FROM core.events WHERE type LIKE 'profile.%' AND subject = (SELECT id::text FROM crawl.profiles WHERE name = 'phong-hai') AND office ->> 'actor' = $1 ORDER BY position`,
      [administrator.staffId],
    );
    expect(told.map((e) => e.type)).toEqual(['profile.given', 'profile.renewed', 'profile.ended']);
    rmSync(dir, { recursive: true });
  }, 60_000);
});
