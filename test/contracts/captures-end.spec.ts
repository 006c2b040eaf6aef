import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Deliver } from '../../src/core/events/deliver.js';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../src/core/config.js';
import { Db } from '../../src/core/database/db.js';
import { CapturesRepository } from '../../src/crawl/captures.repository.js';
import { filmedIn } from '../../src/crawl/index.js';
import { Evidence } from '../../src/core/evidence/evidence.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost } from './cases-setup.js';

describe('a capture', () => {
  let office: Office;
  let inspector: Caller;
  let postId: string;
  const order = async () => (await inspector.call('POST', `/api/posts/${postId}/captures`, {})).body as unknown as { captureId: string };
  const failForGood = async () => {
    for (let tries = 0; tries < 5; tries++) {
      await deliverAll(office, ['quick', 'capture']);
      await office.database.owner(
        `UPDATE core.deliveries SET available_at = clock_timestamp() - interval '1 second', rung_at = NULL WHERE state = 'waiting'`,
      );
    }
  };
  beforeAll(async () => {
    office = await openOffice({ CAPTURE_ROUTES: 'second=socks5://127.0.0.1:1' });
    inspector = await office.as('inspector');
    // no end of the engine can be written down
    await office.database.owner(`ALTER TABLE crawl.captures ADD CHECK (ground ->> 'rule' IN ('capture-given-up'))`);
    await office.guest().call('POST', '/api/reports', { url: 'https://mxh.example.vn/p/12345' });
    [{ id: postId }] = await office.database.owner<{ id: string }>('SELECT id FROM intake.posts');
  });
  afterAll(() => office.close());

  test('that fails at every try ends as failed, once, is dead on the list of work, and a later order is a new one', async () => {
    await deliverAll(office, ['quick']);
    const [{ id: ordered }] = await office.database.owner<{ id: string }>(`SELECT id FROM crawl.captures`);
    const folder = join(office.app.get<Config>(CONFIG).dataDir, 'captures');
    mkdirSync(join(folder, `${ordered}-of-a-killed-worker`, 'raw'), { recursive: true });
    await failForGood();
    expect(readdirSync(folder)).toEqual([]);
    const rows = await office.database.owner(`SELECT state, outcome, ground FROM crawl.captures`);
    expect(rows).toEqual([{ state: 'failed', outcome: 'failed', ground: expect.objectContaining({ rule: 'capture-given-up' }) }]);
    const count = async (type: string) => (await office.database.owner(`SELECT 1 FROM core.events WHERE type = '${type}'`)).length;
    expect([await count('capture.failed'), await count('address.observed'), await count('capture.sealed')]).toEqual([1, 1, 0]);
    expect(await office.database.owner(`SELECT observation FROM crawl.observations`)).toEqual([{ observation: 'fetch-failed' }]);
    const dead = await office.database.owner<{ id: string }>(`SELECT id FROM core.deliveries WHERE state = 'dead'`);
    expect(dead).toHaveLength(1);
    await office.app.get(Deliver).run(dead[0].id);
    expect(await count('capture.failed')).toBe(1);
    const { captureId } = await order();
    expect(await office.database.owner(`SELECT state FROM crawl.captures WHERE id = '${captureId}'`)).toEqual([{ state: 'ordered' }]);
    expect((await order()).captureId).toBe(captureId);
  }, 60_000);
  test('may be ordered as another visitor while one is open, and as no visitor that the office has not got', async () => {
    const choices = (await inspector.call('GET', '/api/captures/choices')).body as unknown as { visitors: string[] };
    expect(choices.visitors).toEqual(['desktop', 'phone']);
    const as = (visitor: string) => inspector.call('POST', `/api/posts/${postId}/captures`, { visitor });
    const ids = [(await order()).captureId, ...(await Promise.all([as('phone'), as('phone')])).map((r) => r.body.captureId as string)];
    expect([ids[0] === ids[1], ids[1] === ids[2]]).toEqual([false, true]);
    expect((await as('robot')).body.code).toBe('no-such-visitor');
    expect((await as('Điện thoại')).status).toBe(400);
    const list = (await inspector.call('GET', `/api/posts/${postId}/captures`)).body as unknown as { items: { visitor: string }[] };
    expect(list.items.slice(0, 2).map((c) => c.visitor)).toEqual(['phone', 'desktop']);
  });
  test('may leave by another way while one is open, and by none that the office has not got', async () => {
    const choices = (await inspector.call('GET', '/api/captures/choices')).body as unknown as { routes: string[] };
    expect(choices.routes).toEqual(['direct', 'second']);
    const by = (route: string) => inspector.call('POST', `/api/posts/${postId}/captures`, { route });
    expect((await by('second')).body.captureId).not.toBe((await order()).captureId);
    expect((await by('third')).body.code).toBe('no-such-route');
  });
  test.each([
    ['image/hta', 'application/octet-stream', 'attachment', 'bin'],
    ['image/html', 'application/octet-stream', 'attachment', 'bin'],
    ['image/svg+xml', 'application/octet-stream', 'attachment', 'bin'],
    ['video/webm', 'video/webm', 'attachment', 'webm'],
    ['video/mp2t', 'video/mp2t', 'attachment', 'ts'],
    ['text/vtt; charset=utf-8', 'text/vtt; charset=utf-8', 'attachment', 'vtt'],
    ['image/png', 'image/png', 'inline', 'png'],
  ])('has parts that were kept as %s served as %s; what is no picture leaves for a reason only', async (kept, type, how, suffix) => {
    const { sha256, bytes } = await office.app.get(Evidence).store.put(Buffer.from(kept));
    const { captureId: id } = await judgedPost(office, inspector.staffId);
    const name = `part-${suffix}-${kept.length}`;
    await office.database.owner(
      `INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes) VALUES ('${id}', '${name}', '${sha256}', '${kept}', ${bytes})`,
    );
    const path = `/api/captures/${id}/parts/${name}`;
    const shown = await inspector.call('GET', path);
    const { status, headers } = how === 'inline' ? shown : await inspector.call('POST', path, { reason: 'Cần cho việc đối chiếu' });
    if (how !== 'inline') expect([shown.status, shown.body.code]).toEqual([403, 'taken-for-a-reason']);
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      200,
      type,
      `${how}; filename="${id}-${name}.${suffix}"`,
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
  test('tells of each part what it is of, and the triage item whether it holds a film', async () => {
    const { sha256, bytes } = await office.app.get(Evidence).store.put(Buffer.from('hình trong phim'));
    const { captureId: id } = await judgedPost(office, inspector.staffId);
    const facts = { of: 'video-1', seconds: 5, width: 160, height: 90 };
    const film = { name: 'video-1', mediaType: 'video/webm', sha256, bytes, facts: {} };
    const part = { name: 'frame-1', mediaType: 'image/jpeg', sha256, bytes, facts };
    await office.app.get(Db).tx((tx) => office.app.get(CapturesRepository).addParts(tx, id, [part, film]));
    const { body } = await inspector.call('GET', `/api/captures/${id}`);
    const { parts } = body as unknown as { parts: { name: string; facts: object }[] };
    expect(parts.find((p) => p.name === 'frame-1')?.facts).toEqual(facts);
    expect(parts.find((p) => p.name !== 'frame-1')?.facts).toEqual({});
    expect(await office.database.owner(`SELECT ${filmedIn('c.id')} AS filmed FROM crawl.captures c WHERE c.id = '${id}'`)).toEqual([
      { filmed: true },
    ]);
  });
  test('hands out no part whose bytes were changed since it was sealed, and puts the damage on the log', async () => {
    const { sha256, bytes } = await office.app.get(Evidence).store.put(Buffer.from('đúng như khi niêm phong'));
    const { captureId: id, postId: subject } = await judgedPost(office, inspector.staffId);
    await office.database.owner(
      `INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes) VALUES ('${id}', 'sealed', '${sha256}', 'text/plain', ${bytes})`,
    );
    const read = () => inspector.call('POST', `/api/captures/${id}/parts/sealed`, { reason: 'Cần cho việc đối chiếu' });
    expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
    const file = join(office.app.get<Config>(CONFIG).dataDir, 'evidence', sha256.slice(0, 2), sha256);
    const flipped = readFileSync(file);
    flipped[3] ^= 1;
    const { atime, mtime } = statSync(file);
    writeFileSync(file, flipped);
    utimesSync(file, atime, mtime); // its size and its time tell nothing
    const { status, body } = await read();
    expect([status, (body as unknown as { code: string }).code]).toEqual([500, 'evidence-damaged']);
    expect(
      await office.database.owner(`SELECT subject, office -> 'data' AS data FROM core.events WHERE type = 'evidence.damaged'`),
    ).toEqual([{ subject, data: { of: id, part: 'sealed' } }]);
  });
});
