import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileTypeFromBuffer } from 'file-type';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../../src/core/table.js';
import { mediaNames } from '../../src/demo/world/media.adapter.js';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { readWorld, worldFaults, type Situation } from '../../src/demo/world/world-table.js';

interface Item {
  ref: string;
  url: string;
  state: string;
  reply: string | null;
  repliedAt: string | null;
}
interface Request {
  ticket: string;
  ticketRef: string;
  receivedAt: string;
  items: Item[];
}
interface Profile {
  words: Record<'gone' | 'withheld' | 'login' | 'region', string[]>;
}

const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};
const profile = readTable<Profile>('platforms/song-lo.yaml');
const table = readWorld(mediaNames());
const pathOf = (id: string) => `/${table.posts.find((p) => p.id === id)?.video ? 'v' : 'p'}/${id}`;
const listed = (situation: Situation) => table.posts.filter((p) => (p.situation ?? 'live') === situation).map((p) => p.id);

describe('the demo world', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-world-'));
  let world: ChildProcess;
  let url = '';
  let refs = 0;
  const open = async () => {
    world = spawn(process.execPath, ['--no-warnings', join(process.env.TEST_SERVER_CODE!, 'src/processes/world.js')], {
      env: { ...process.env, NODE_ENV: 'test', WORLD_PORT: '0', LACHAN_DATA: dir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const port = await new Promise<string>((resolve, fail) => {
      let said = '';
      world.stdout!.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const at = /world\.localhost:(\d+)/.exec(said);
        if (at) resolve(at[1]);
      });
      world.once('exit', (code) => fail(new Error(`the world ended with ${code}: ${said}`)));
    });
    url = `http://127.0.0.1:${port}`;
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise((resolve) => {
      world.removeAllListeners('exit').once('exit', resolve);
      world.kill(signal);
    });
  beforeAll(open);
  afterAll(async () => {
    await end('SIGTERM');
    rmSync(dir, { recursive: true, force: true });
  });

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, { headers, redirect: 'manual' });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const send = async <T = { ticket: string }>(path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      redirect: 'manual',
    });
    const text = await answer.text();
    return { status: answer.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as T };
  };
  const request = (ids: string[], ticketRef = `R-${++refs}`) => ({
    ticketRef,
    subject: 'Yêu cầu gỡ',
    body: 'Nội dung',
    legalBasis: 'Căn cứ',
    sha256: '0'.repeat(64),
    items: ids.map((id) => ({ ref: `i-${id}`, url: `http://world.localhost:4180${pathOf(id)}` })),
  });
  const asked = async (ticket: string) => JSON.parse((await get(`/operator/requests/${ticket}`)).text) as Request;
  const shows = async (id: string) => (await get(pathOf(id))).text.includes(`data-post="${id}"`);
  const says = (text: string, words: string[]) => words.some((w) => text.toLowerCase().includes(w.toLowerCase()));

  describe('shows a visitor', () => {
    test('at least forty posts that may be seen, each with author, handle, time and text', async () => {
      const open = [...listed('live'), ...listed('edited')];
      expect(open.length).toBeGreaterThanOrEqual(40);
      for (const id of open) {
        const { status, text } = await get(pathOf(id));
        expect([id, status]).toEqual([id, 200]);
        expect(text).toMatch(
          new RegExp(
            `<article data-post="${id}">[^]*class="author"[^]*class="handle">@[^]*<time datetime="\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z">[^]*<div class="text"><p>`,
          ),
        );
      }
    });
    test('an edited post in its new words, marked as edited', async () => {
      for (const id of listed('edited')) expect((await get(pathOf(id))).text).toContain('Đã chỉnh sửa');
      expect(listed('edited').length).toBeGreaterThan(0);
    });
    test.each<[Situation, number, keyof Profile['words'] | null]>([
      ['login', 200, 'login'],
      ['region', 200, 'region'],
      ['withheld', 200, 'withheld'],
      ['removed', 200, 'gone'],
      ['gone', 404, null],
    ])('a post that is %s as the page such sites show: status %i, no trace of the post', async (situation, status, words) => {
      expect(listed(situation).length).toBeGreaterThan(0);
      for (const id of listed(situation)) {
        const answer = await get(pathOf(id));
        expect(answer.status).toBe(status);
        expect(answer.text).not.toContain('<article');
        expect(answer.text).not.toContain(table.posts.find((p) => p.id === id)!.text.slice(0, 30));
        if (words) expect([id, says(answer.text, profile.words[words])]).toEqual([id, true]);
      }
    });
    test('an answer with status 404 for a link that never led anywhere, however it is spelt', async () => {
      for (const path of ['/p/khong-co', '/v/khong-co', '/khong-co', '/p/%ff', '/p/%', '//', '//p'])
        expect([path, (await get(path)).status]).toEqual([path, 404]);
    });
    test('the same post by either kind of link', async () => {
      const film = table.posts.find((p) => p.video)!.id;
      expect((await get(`/p/${film}`)).headers.get('location')).toBe(`/v/${film}`);
    });
    test('the post of a short link, and on its page its own address', async () => {
      const { short, id } = table.posts.find((p) => p.short)!;
      const answer = await get(`/s/${short}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([302, pathOf(id)]);
      expect((await get(pathOf(id))).text).toContain(`<link rel="canonical" href="${pathOf(id)}"`);
      expect((await get('/s/khongco')).status).toBe(404);
    });
    test('pictures and films whose bytes are what their names say', async () => {
      const links = new Set<string>();
      for (const post of table.posts.filter((p) => ['live', 'edited'].includes(p.situation ?? 'live'))) {
        for (const [, link] of (await get(pathOf(post.id))).text.matchAll(/(?:src|poster)="(\/m\/[^"]+)"/g)) links.add(link);
      }
      const kinds = new Set<string>();
      for (const link of links) {
        const answer = await fetch(url + link);
        const kind = await fileTypeFromBuffer(new Uint8Array(await answer.arrayBuffer()));
        expect([link, kind?.mime]).toEqual([link, answer.headers.get('content-type')]);
        kinds.add(kind!.mime);
      }
      expect([...kinds].sort()).toEqual(['image/jpeg', 'image/png', 'video/webm']);
    });
    test('a film in parts, as players ask for it', async () => {
      const film = `/m/${table.posts.find((p) => p.video)!.video}`;
      const part = await get(film, { range: 'bytes=0-99' });
      expect([part.status, part.headers.get('content-length')]).toEqual([206, '100']);
      expect((await get(film, { range: 'bytes=99999999-' })).status).toBe(416);
    });
  });

  describe('takes a request for removal', () => {
    test('once, however often it is sent with the same reference', async () => {
      const [id] = listed('live');
      const first = await send('/operator/inbox', request([id], 'R-same'));
      const again = await send('/operator/inbox', request([id], 'R-same'));
      expect([first.status, again.status, again.body.ticket]).toEqual([202, 202, first.body.ticket]);
      const { items } = JSON.parse((await get('/operator/requests')).text) as { items: Request[] };
      expect(items.filter((r) => r.ticketRef === 'R-same')).toHaveLength(1);
      expect((await asked(first.body.ticket)).items).toMatchObject([{ ref: `i-${id}`, state: 'open', reply: null, repliedAt: null }]);
    });
    test('and an accepted item makes its post disappear; refused, ignored and falsely confirmed ones stay to be seen', async () => {
      const [removed, refused, ignored, pretended] = listed('live').slice(-4);
      const {
        body: { ticket },
      } = await send('/operator/inbox', request([removed, refused, ignored, pretended]));
      const answers = [
        [removed, 'remove'],
        [refused, 'refuse'],
        [ignored, 'ignore'],
        [pretended, 'pretend'],
      ].map(([id, answer]) => ({ ref: `i-${id}`, answer }));
      await send(`/operator/requests/${ticket}/answer`, { items: answers });
      const { items } = await asked(ticket);
      expect(items.map((i) => [i.state, i.reply !== null, i.repliedAt !== null])).toEqual([
        ['removed', true, true],
        ['refused', true, true],
        ['ignored', false, false],
        ['removed', true, true],
      ]);
      expect([await shows(removed), await shows(refused), await shows(ignored), await shows(pretended)]).toEqual([false, true, true, true]);
      expect(says((await get(pathOf(removed))).text, profile.words.gone)).toBe(true);
      expect((await get('/')).text).not.toContain(`data-post="${removed}"`);
    });
    test('and its operator accepts the whole of it by one button of a plain form', async () => {
      const ids = listed('live').slice(-6, -4);
      const {
        body: { ticket },
      } = await send('/operator/inbox', request(ids));
      expect((await get('/operator')).text).toContain(`action="/operator/requests/${ticket}/answer"`);
      expect(
        (
          await send(`/operator/requests/${ticket}/answer`, 'do=remove%3Aall', {
            'content-type': 'application/x-www-form-urlencoded',
            origin: url,
          })
        ).status,
      ).toBe(303);
      expect((await asked(ticket)).items.map((i) => i.state)).toEqual(['removed', 'removed']);
      expect(await Promise.all(ids.map(shows))).toEqual([false, false]);
    });
    test('and says what is wrong with one that cannot be read, and takes nothing from forms of other sites', async () => {
      const {
        body: { ticket },
      } = await send('/operator/inbox', request([listed('live')[0]]));
      const whole = request([listed('live')[0]]);
      for (const body of [
        '{',
        '[]',
        'null',
        { ...whole, ticketRef: '' },
        { ...whole, items: [] },
        { ...whole, items: [{ ref: 'a', url: 'no link' }] },
        { ...whole, items: [whole.items[0], whole.items[0]] },
      ]) {
        expect([body, (await send('/operator/inbox', body)).status]).toEqual([body, 400]);
      }
      expect((await send(`/operator/requests/${ticket}/answer`, { items: [{ ref: 'another', answer: 'remove' }] })).status).toBe(400);
      expect((await send(`/operator/requests/${ticket}/answer`, { items: [{ ref: whole.items[0].ref, answer: 'burn' }] })).status).toBe(
        400,
      );
      expect((await send('/operator/requests/SL-9999/answer', { items: [] })).status).toBe(404);
      expect(
        (
          await send(`/operator/requests/${ticket}/answer`, 'do=remove%3Aall', {
            'content-type': 'application/x-www-form-urlencoded',
            origin: 'http://elsewhere.example',
          })
        ).status,
      ).toBe(403);
      expect((await asked(ticket)).items.map((i) => i.state)).toEqual(['open']);
    });
  });

  test('lets a script change, hide and bring back a post', async () => {
    const id = listed('live')[1];
    const set = (state: string, text?: string) => send(`/operator/posts/${id}`, { state, text });
    await set('removed');
    expect(await shows(id)).toBe(false);
    await set('edited', 'Lời mới của bài');
    expect((await get(pathOf(id))).text).toMatch(/Đã chỉnh sửa[^]*Lời mới của bài/);
    await set('gone');
    expect((await get(pathOf(id))).status).toBe(404);
    await set('live');
    expect(await shows(id)).toBe(true);
    expect((await set('burnt')).status).toBe(400);
    expect((await send('/operator/posts/khong-co', { state: 'live' })).status).toBe(404);
  });

  test.each(['removed', 'gone'] as const)(
    'shows no more on the page of a post that is %s than lets a capture call it gone',
    async (what) => {
      const host = `world.localhost:${new URL(url).port}`;
      const [post] = table.posts.filter((p) => p.situation === what);
      const r = await captureUrl({
        url: `http://${host}${pathOf(post.id)}`,
        outDir: join(dir, what),
        dataDir: dir,
        allow: [host],
        known: { known: post.text },
      });
      expect([r.outcome, r.observation, r.ground.rule]).toEqual(['gone', 'gone', what === 'removed' ? 'words-gone' : 'status']);
    },
  );
  test('forgets nothing when it is killed: requests, answers, removed posts and the age of every post stay', async () => {
    const [id, kept] = listed('live').slice(2, 4);
    const {
      body: { ticket },
    } = await send('/operator/inbox', request([id, kept], 'R-kill'));
    await send(`/operator/requests/${ticket}/answer`, { items: [{ ref: `i-${id}`, answer: 'remove', text: 'Đã gỡ.' }] });
    const before = [await asked(ticket), /datetime="([^"]+)"/.exec((await get(pathOf(kept))).text)![1]];
    await end('SIGKILL');
    await open();
    expect([await asked(ticket), /datetime="([^"]+)"/.exec((await get(pathOf(kept))).text)![1]]).toEqual(before);
    expect([await shows(id), await shows(kept)]).toEqual([false, true]);
    expect((await send('/operator/inbox', request([id, kept], 'R-kill'))).body.ticket).toBe(ticket);
  });

  test('refuses a table with an id given twice, an author nobody knows, and a file that is not there', () => {
    const [first] = table.posts;
    const wrong = { ...table, posts: [first, { ...first, by: 'khong.ai' }, { ...first, id: 'bai-khac', picture: 'khong-co.png' }] };
    expect(worldFaults(wrong, mediaNames()).map((f) => f.path.slice(1))).toEqual([
      [1, 'id'],
      [1, 'by'],
      [2, 'picture'],
    ]);
    expect(worldFaults(table, mediaNames())).toEqual([]);
  });
});
