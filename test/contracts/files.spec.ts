import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import sharp from 'sharp';
import { CONFIG, type Config } from '../../src/core/config.js';
import { fileTable } from '../../src/core/files/file-table.js';
import { deliverAll } from '../kit/deliver-all.js';
import { madeMp4, madePhoto, madeZip, WHATSAPP } from '../kit/made-files.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { confirmedCase, stepCase } from './enforcement-setup.js';

const MOST = 32_000_000;
const WHY = 'Video gốc của bài đăng';
const ORIGIN = 'Chị Ba gửi qua Zalo sáng 12/3, quay màn hình điện thoại';
const REASON = 'Gửi giám định theo công văn 7';
interface Exhibit {
  id: string;
  kind: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  why: string;
  mine: boolean;
  file: { kind: string; name: string; origin: string | null; claims: Record<string, unknown>; hidden: boolean; hasStill: boolean } | null;
  custody: { part: string; reason: string | null; by: string | null }[];
}

describe('a file that somebody brought', () => {
  let office: Office;
  let inspector: Caller;
  let legal: Caller;
  let coordinator: Caller;
  let caseId: string;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', LIMIT_FILE_BYTES: String(MOST) });
    [inspector, legal, coordinator] = [await office.as('inspector'), await office.as('legal'), await office.as('coordinator')];
    ({ caseId } = await confirmedCase(office, inspector));
  }, 60_000);
  afterAll(async () => {
    await office.close();
    delete process.env.LIMIT_FILE_BYTES;
  });

  const add = async (
    who: Caller,
    bytes: Buffer | null,
    { name = 'phim.mp4', key = '', to = caseId, ...words }: Record<string, string> = {},
  ) => {
    const body = new FormData();
    for (const [field, said] of Object.entries({ why: WHY, origin: ORIGIN, ...words })) body.set(field, said);
    if (bytes) body.set('file', new Blob([new Uint8Array(bytes)]), name);
    const headers = { cookie: who.cookie, 'x-csrf': who.csrf, ...(key ? { 'idempotency-key': key } : {}) };
    const response = await fetch(`${office.base}/api/cases/${to}/files`, { method: 'POST', headers, body });
    return { status: response.status, body: (await response.json()) as { id: string; code: string; version: number } };
  };
  const store = () => join(office.app.get<Config>(CONFIG).dataDir, 'evidence');
  const stored = () => readdirSync(store(), { recursive: true }).sort();
  const coming = () => readdirSync(join(store(), 'incoming')).map((file) => statSync(join(store(), 'incoming', file)).size);
  const exhibits = async (who = inspector) =>
    ((await who.call('GET', `/api/cases/${caseId}`)).body as unknown as { exhibits: Exhibit[] }).exhibits;
  const exhibit = async (id: string, who = inspector) => (await exhibits(who)).find((x) => x.id === id)!;
  const ask = (who: Caller, path: string, reason = REASON) =>
    fetch(`${office.base}/api/cases/${caseId}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: who.cookie, 'x-csrf': who.csrf },
      body: JSON.stringify({ reason }),
    });
  const original = (who: Caller, id: string, reason?: string) => ask(who, `/files/${id}/original`, reason);
  const still = (who: Caller, id: string) =>
    fetch(`${office.base}/api/cases/${caseId}/files/${id}/still`, { headers: { cookie: who.cookie } });
  /** An upload of which we say when which bytes leave. */
  function begin(who: Caller, bytes: Buffer) {
    const [line, said] = [
      '----x',
      (field: string, words: string) => `------x\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${words}\r\n`,
    ];
    const head = Buffer.from(
      `${said('why', WHY)}${said('origin', ORIGIN)}------x\r\ncontent-disposition: form-data; name="file"; filename="phim dài.mp4"\r\n\r\n`,
    );
    const body = Buffer.concat([head, bytes, Buffer.from('\r\n------x--\r\n')]);
    const sent = request(`${office.base}/api/cases/${caseId}/files`, {
      method: 'POST',
      headers: {
        cookie: who.cookie,
        'x-csrf': who.csrf,
        'content-type': `multipart/form-data; boundary=${line}`,
        'content-length': body.length,
      },
    });
    const answered = new Promise<number>((done, fail) => {
      sent.once('response', (response) => done(response.resume().statusCode!));
      sent.once('error', fail);
    });
    answered.catch(() => undefined);
    return { body, sent, answered };
  }

  test('goes to the disk as it comes; one that breaks off leaves nothing, one that arrives is sealed as it came', async () => {
    const film = madeMp4({ bytes: 30_000_000 });
    const before = stored();
    const half = begin(inspector, film);
    half.sent.write(half.body.subarray(0, 12_000_000));
    await until(async () => coming().some((size) => size > 10_000_000)); // while most of it has not been sent
    half.sent.destroy();
    await until(async () => coming().length === 0);
    expect(stored()).toEqual(before);
    const whole = begin(inspector, film);
    whole.sent.end(whole.body);
    expect(await whole.answered).toBe(201);
    const [found] = (await exhibits()).filter((x) => x.file);
    expect(found).toMatchObject({
      kind: 'file',
      mediaType: 'video/mp4',
      bytes: film.length,
      sha256: createHash('sha256').update(film).digest('hex'),
      why: WHY,
      file: { kind: 'film', name: 'phim dài.mp4', origin: ORIGIN, hasStill: false, claims: { seconds: 83.4, device: 'SM-A155F' } },
    });
    expect(coming()).toEqual([]);
  });

  test('that is refused says why, and nothing of it is kept', async () => {
    const before = [stored(), await exhibits()];
    const wrong: [string, Buffer | null, Record<string, string>?][] = [
      ['unknown-file', Buffer.from('<html>'), { name: 'ảnh.jpg' }],
      ['unknown-file', Buffer.alloc(0)],
      ['unknown-file', null],
      ['archive-in-archive', await madeZip({ '_chat.txt': WHATSAPP, 'a.zip': await madeZip({ x: 'y' }) })],
      ['no-chat', await madeZip({ 'ảnh.jpg': await madePhoto() })],
      ['too-large', Buffer.alloc(MOST + 200_000)],
      ['too-large', Buffer.alloc(MOST + 1)],
      ['invalid', madeMp4(), { origin: 'chị Ba' }],
      ['invalid', madeMp4(), { why: '\u200b\u2800\u3164\u200b' }],
      ['invalid', madeMp4(), { origin: `${ORIGIN}\0` }],
      ['invalid', madeMp4(), { other: 'field' }],
    ];
    for (const [code, bytes, words] of wrong) expect([code, (await add(inspector, bytes, words)).body.code]).toEqual([code, code]);
    await until(async () => coming().length === 0);
    expect([stored(), await exhibits()]).toEqual(before);
  });

  test('that is sent again with its key is one exhibit, also at the same moment; another content under it is another', async () => {
    const [key, photo] = ['mot-lan', await madePhoto('png')];
    const both = await Promise.all([add(inspector, photo, { key }), add(inspector, photo, { key })]);
    const again = await add(inspector, photo, { key });
    expect(new Set([...both, again].map(({ body }) => body.id)).size).toBe(1);
    expect((await add(inspector, await madePhoto('webp'), { key })).body.id).not.toBe(again.body.id);
    expect(coming()).toEqual([]);
  });

  test('is brought by whoever may, into a case that they may see, that is open and not full, and not too many at a time', async () => {
    const photo = await madePhoto();
    expect((await add(await office.as('auditor'), photo)).body.code).toBe('forbidden');
    for (const who of [legal, coordinator]) expect((await add(who, photo)).status).toBe(201);
    const barred = await office.as('legal');
    await inspector.call('POST', `/api/cases/${caseId}/parties`, { kind: 'person', role: 'witness', name: 'Ai', staffId: barred.staffId });
    const { id } = (await add(inspector, photo)).body;
    expect([(await add(barred, photo)).status, (await original(barred, id)).status, (await still(barred, id)).status]).toEqual([
      404, 404, 404,
    ]);
    const closed = await confirmedCase(office, inspector);
    await stepCase(inspector, closed.caseId, 'closed');
    expect((await add(inspector, photo, { to: closed.caseId })).body.code).toBe('case-not-open');
    const [most, each] = [fileTable.most_files, fileTable.at_once_each];
    try {
      fileTable.most_files = 1;
      expect((await add(inspector, photo)).body.code).toBe('too-many-files');
      Object.assign(fileTable, { most_files: most, at_once_each: 1 });
      const slow = begin(inspector, madeMp4({ bytes: 1_000_000 }));
      slow.sent.write(slow.body.subarray(0, 500_000));
      await until(async () => coming().length === 1);
      expect((await add(inspector, photo)).body.code).toBe('too-many');
      slow.sent.destroy();
      await until(async () => coming().length === 0);
      await until(async () => (await add(inspector, photo)).status === 201);
    } finally {
      Object.assign(fileTable, { most_files: most, at_once_each: each });
    }
  });

  test('claims what stands in it; its name, its origin and where it was made are told to those who may read names and to whoever brought it', async () => {
    const { id } = (await add(inspector, await madePhoto(), { name: 'IMG_0001.JPG' })).body;
    const place = { latitude: 21.0285, longitude: 105.8542 };
    const seen = async (who: Caller) => (await exhibit(id, who)).file;
    expect(await seen(legal)).toMatchObject({
      name: 'IMG_0001.JPG',
      hidden: false,
      claims: { takenAt: '2026-03-12 09:15:33 +07:00', place },
    });
    const less = await seen(coordinator);
    expect([less!.hidden, less!.name, less!.origin]).toEqual([true, '….JPG', null]);
    expect([less!.claims.place, less!.claims.device]).toEqual([undefined, undefined]);
    expect(less!.claims.takenAt).toEqual(expect.any(String));
    const own = (await add(coordinator, await madePhoto(), { name: 'của tôi.jpg' })).body.id;
    expect((await exhibit(own, coordinator)).file).toMatchObject({ name: 'của tôi.jpg', origin: ORIGIN, hidden: false, claims: { place } });
    const [reads] = await office.database.owner(
      `SELECT has_column_privilege('lachan_reader', 'cases.files', 'kind', 'SELECT') AS kind, has_column_privilege('lachan_reader', 'cases.files', 'origin', 'SELECT') AS origin`,
    );
    expect(reads).toEqual({ kind: true, origin: false });
  });

  test('leaves as it came for a reason, to whoever may read names or brought it; each look stands in its custody', async () => {
    const photo = await madePhoto();
    const { id } = (await add(coordinator, photo, { name: `ảnh "của" Ba'.jpg` })).body;
    const other = await office.as('coordinator');
    expect([(await original(other, id)).status, (await still(other, id)).status]).toEqual([403, 403]);
    for (const reason of ['ngắn', '\u200b'.repeat(20)]) expect((await original(legal, id, reason)).status).toBe(400);
    const answer = await original(legal, id);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(photo);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${id}"; filename*=UTF-8''%E1%BA%A3nh%20%22c%E1%BB%A7a%22%20Ba%27.jpg`,
      'cache-control': 'private, no-store',
    });
    const small = await still(coordinator, id);
    const { format, width, exif } = await sharp(Buffer.from(await small.arrayBuffer())).metadata();
    expect([small.headers.get('content-type'), format, width, exif]).toEqual(['image/jpeg', 'jpeg', 480, undefined]);
    expect((await exhibit(id)).custody.map(({ part, reason }) => [part, reason])).toEqual([
      ['still', null],
      ['file', REASON],
    ]);
    const looks = await office.database.owner(`SELECT read_by AS by FROM core.personal_data_reads WHERE kind = 'file' AND ref_id = $1`, [
      id,
    ]);
    expect(looks).toEqual([{ by: legal.staffId }]);
    const [capture] = (await exhibits()).filter((x) => x.kind === 'capture');
    expect([(await original(legal, capture.id)).status, (await still(legal, capture.id)).status]).toEqual([404, 404]);
  });

  test('is held with its case, and stays as long as the case names it', async () => {
    const { version } = (await legal.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number };
    await legal.call('POST', `/api/cases/${caseId}/holds`, { reason: 'Tòa án yêu cầu giữ nguyên hồ sơ', version });
    const { id } = (await add(inspector, await madePhoto('jpeg', 700))).body;
    await deliverAll(office);
    const held = await exhibit(id);
    const [{ named }] = await office.database.owner<{ named: boolean }>('SELECT retention.named($1)', [held.sha256]);
    expect(named).toBe(true);
    for (const { file, custody } of await exhibits())
      if (file) expect(custody[0]).toMatchObject({ part: 'hold', reason: 'Tòa án yêu cầu giữ nguyên hồ sơ' });
  });
});
