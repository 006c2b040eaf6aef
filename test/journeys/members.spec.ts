import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undoIsOver } from '../contracts/cases-setup.js';
import { stepCase, type File } from '../contracts/enforcement-setup.js';
import { lachanIn } from '../kit/command-line.js';
import { mailParts } from '../kit/mail-parts.js';
import { cookiesTxt, membersPage } from '../kit/members-page.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { openSite, type Site } from '../kit/site.js';
import { until } from '../kit/until.js';

const TOKEN = 'key-1a2b3c4d5e6f7890-of-the-office';
const SETTINGS = ['DATABASE_URL', 'DATABASE_READER_URL', 'DATABASE_QUEUE_URL', 'LACHAN_DATA', 'CAPTURE_ALLOW'];
const CLAIM = {
  ...{ topic: 'y-te', harm: 'high', falseFrom: '2026-01-01', truth: 'Nước máy đạt chuẩn.' },
  wordings: [{ language: 'vi', text: 'Nước máy có độc' }],
  sources: [{ title: 'Thông báo của Sở Y tế', url: 'https://soyte.example/1', date: '2026-11-20' }],
};
interface Read {
  item: { version: number };
  post: { text: string; session: string };
  matches: { id: string }[];
}
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
  test('is asked to be taken down by a letter that says that a signed-in visitor saw it, as it was approved, and by which session nowhere', async () => {
    const [coordinator, legal] = [await office.as('coordinator'), await office.as('legal')];
    const ok = async <T>(who: Caller, method: string, path: string, body?: object): Promise<T> => {
      const answer = await who.call(method, path, body);
      expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
      return answer.body as T;
    };
    const { id: itemId } = await ok<{ id: string }>(inspector, 'GET', `/api/triage/of-post/${postId}`);
    const chief = await office.as('chief');
    const { versionId } = await ok<{ versionId: string }>(inspector, 'POST', '/api/claims', CLAIM);
    await ok(chief, 'POST', `/api/claim-versions/${versionId}/approve`);
    const item = () => ok<Read>(inspector, 'GET', `/api/triage/${itemId}`);
    await until(async () => (await item()).matches.length > 0, 60_000);
    const { matches, post } = await item();
    expect(post).toMatchObject({ text: members.text, session: 'van-phong', neverLaidOut: false });
    await ok(inspector, 'POST', `/api/triage/${itemId}/matches/${matches[0].id}`, { decision: 'confirmed' });
    const { version } = (await item()).item;
    await ok(inspector, 'POST', `/api/triage/${itemId}/judgement`, { judgement: 'false-statement-of-fact', reason: 'đã đọc kỹ', version });
    await undoIsOver(office);
    const { id: caseId } = await ok<{ id: string }>(inspector, 'POST', '/api/cases', { postId });
    for (const to of ['verifying', 'confirmed']) await stepCase(inspector, caseId, to);
    const { links } = await ok<{ links: { platform: string; evidence: object[] }[] }>(
      coordinator,
      'GET',
      `/api/takedowns/prefill?caseId=${caseId}`,
    );
    expect(links).toMatchObject([{ evidence: [{ session: 'van-phong' }] }]);
    const { id } = await ok<{ id: string }>(coordinator, 'POST', '/api/takedowns', {
      ...{ caseId, platform: links[0].platform, delivery: 'email', recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' },
      fields: { signer: 'Phó Giám đốc Nguyễn Văn A' },
    });
    const letter = () => ok<File>(legal, 'GET', `/api/takedowns/${id}`);
    const { contentHash, content } = await letter();
    expect(content.body).toContain('Chứng cứ nêu trên cho thấy trang khi người xem đã đăng nhập');
    await ok(legal, 'POST', `/api/takedowns/${id}/approve`, { contentHash });
    await ok(coordinator, 'POST', `/api/takedowns/${id}/send`, { version: (await letter()).version });
    await until(async () => (await letter()).state === 'sent', 60_000);
    const outbox = join(process.env.LACHAN_DATA!, 'outbox');
    const [text, data] = mailParts(
      readFileSync(
        join(
          outbox,
          readdirSync(outbox).find((name) => name.startsWith(id))!,
        ),
      ),
    );
    expect([text.trim(), createHash('sha256').update(data).digest('hex')]).toEqual([content.body, contentHash]);
    for (const leaves of [text, data]) expect(leaves).not.toContain('van-phong');
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
