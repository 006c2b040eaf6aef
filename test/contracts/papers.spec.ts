import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { casesTable } from '../../src/cases/cases-table.js';
import { CONFIG, type Config } from '../../src/core/config.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { confirmedCase, stepCase } from './enforcement-setup.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
const KEY = 'một-lần-duy-nhất';
const square = (format: 'png' | 'jpeg' | 'webp', side = 8) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#fff' } })
    .toFormat(format)
    .toBuffer();
interface Exhibit {
  id: string;
  kind: string;
  evidenceId: string;
  sha256: string;
  mediaType: string;
  why: string;
}

describe('a scanned paper', () => {
  let office: Office;
  let inspector: Caller;
  let clerk: Caller;
  let caseId: string;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', LIMIT_UPLOAD_BYTES: '100000', LIMIT_UPLOAD_PIXELS: '250000' });
    [inspector, clerk] = [await office.as('inspector'), await office.as('coordinator')];
    ({ caseId } = await confirmedCase(office, inspector));
  }, 60_000);
  afterAll(async () => {
    await office.close();
    delete process.env.LIMIT_UPLOAD_BYTES;
    delete process.env.LIMIT_UPLOAD_PIXELS;
  });

  const add = async (who: Caller, bytes: Buffer | null, { why = 'Biên bản giao nhận', key = '', to = caseId, name = 'giấy.pdf' } = {}) => {
    const body = new FormData();
    body.set('why', why);
    if (bytes) body.set('paper', new Blob([new Uint8Array(bytes)]), name);
    const headers = { cookie: who.cookie, 'x-csrf': who.csrf, ...(key ? { 'idempotency-key': encodeURIComponent(key) } : {}) };
    const response = await fetch(`${office.base}/api/cases/${to}/papers`, { method: 'POST', headers, body });
    return { status: response.status, body: (await response.json()) as { id: string; code: string; version: number } };
  };
  const stored = () => readdirSync(join(office.app.get<Config>(CONFIG).dataDir, 'evidence'), { recursive: true }).sort();
  const exhibits = async () => ((await inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { exhibits: Exhibit[] }).exhibits;
  const read = (who: Caller, id: string, reason = 'kiểm tra tống đạt') => who.look(`/api/cases/${caseId}/papers/${id}`, reason);

  test.each([
    ['application/pdf', async () => PDF],
    ['image/png', () => square('png')],
    ['image/jpeg', () => square('jpeg')],
  ])('is taken as %s by what its bytes are, sealed as they came, and becomes an exhibit', async (mediaType, make) => {
    const bytes = await make();
    const { status, body } = await add(clerk, bytes, { name: 'lừa.exe' });
    expect(status).toBe(201);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await exhibits()).find((x) => x.id === body.id)).toMatchObject({
      kind: 'document',
      mediaType,
      sha256,
      why: 'Biên bản giao nhận',
    });
  });

  test('is refused when it is something else, empty, too large, or missing; nothing of it is kept', async () => {
    const before = await exhibits();
    const wrong = [
      await square('webp'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      Buffer.from('<html>'),
      Buffer.alloc(0),
      null,
    ];
    for (const bytes of wrong) expect((await add(clerk, bytes)).body).toMatchObject({ status: 422, code: 'bad-paper' });
    expect((await add(clerk, Buffer.concat([PDF, Buffer.alloc(100_000)]))).body).toMatchObject({ status: 413, code: 'too-large' });
    expect((await add(clerk, Buffer.concat([PDF, Buffer.alloc(11_000_000)]))).body).toMatchObject({ status: 413 });
    expect((await add(clerk, await square('png', 501))).body).toMatchObject({ status: 413, code: 'too-large' });
    const still = await square('png', 10);
    const plays = Buffer.from('000000086163544c000f42400000000000000000', 'hex'); // acTL: a million pictures
    const moving = Buffer.concat([still.subarray(0, still.length - 12), plays, still.subarray(still.length - 12)]);
    expect((await add(clerk, moving)).body).toMatchObject({ status: 413, code: 'too-large' });
    for (const why of [' ', '\u200b\u2800\u3164'])
      expect((await add(clerk, PDF, { why })).body).toMatchObject({ status: 400, code: 'invalid' });
    expect(await exhibits()).toEqual(before);
  });

  test('that is sent again with its key is one exhibit, also at the same moment; another content under it is another', async () => {
    const before = (await exhibits()).length;
    const all = await Promise.all(Array.from({ length: 5 }, () => add(clerk, PDF, { key: KEY })));
    expect(all.map((a) => a.status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(all.map((a) => a.body.id)).size).toBe(1);
    expect((await exhibits()).length).toBe(before + 1);
    expect((await add(clerk, await square('png'), { key: KEY })).body.id).not.toBe(all[0].body.id);
    expect((await add(inspector, PDF, { key: KEY })).body.id).not.toBe(all[0].body.id);
  });

  test('is an exhibit of the case where it was added, once, and of no other', async () => {
    const { id } = (await add(clerk, PDF)).body;
    const { evidenceId } = (await exhibits()).find((x) => x.id === id)!;
    const attach = (to: string) => inspector.call('POST', `/api/cases/${to}/exhibits`, { evidenceId, why: 'giấy này cũng dùng' });
    expect((await attach(caseId)).body).toMatchObject({ status: 409, code: 'already-exhibited' });
    const other = await confirmedCase(office, inspector);
    expect((await attach(other.caseId)).body).toMatchObject({ status: 422, code: 'foreign-evidence' });
  });

  test('is added by whoever may, to a case that they may see and that is open', async () => {
    expect((await add(await office.as('auditor'), PDF)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await add(await office.as('legal'), PDF)).status).toBe(201);
    const barred = await office.as('coordinator');
    await inspector.call('POST', `/api/cases/${caseId}/parties`, { kind: 'person', role: 'witness', name: 'Ai', staffId: barred.staffId });
    expect((await add(barred, PDF)).status).toBe(404);
    const other = await confirmedCase(office, inspector);
    await stepCase(inspector, other.caseId, 'closed');
    expect((await add(clerk, PDF, { to: other.caseId })).body.code).toBe('case-not-open');
  });

  test('is stored for no case that takes nothing more: one that is closed, or one that holds as many as it may', async () => {
    const full = await confirmedCase(office, inspector);
    const closed = await confirmedCase(office, inspector);
    await stepCase(inspector, closed.caseId, 'closed');
    const [most, scan] = [casesTable.most_papers, async () => square('png', 20 + ++sides)];
    let sides = 0;
    try {
      casesTable.most_papers = 1;
      expect((await add(clerk, await scan(), { to: full.caseId, key: 'lần đầu' })).status).toBe(201);
      const before = stored();
      expect((await add(clerk, await scan(), { to: full.caseId })).body).toMatchObject({ status: 409, code: 'too-many-papers', most: 1 });
      expect((await add(clerk, await scan(), { to: closed.caseId })).body.code).toBe('case-not-open');
      expect(stored()).toEqual(before);
    } finally {
      casesTable.most_papers = most;
    }
  });

  test('is read by whoever added it, also without the right to read names, and by no other without it', async () => {
    const { id } = (await add(clerk, PDF)).body;
    const file = async (who: Caller) =>
      ((await who.call('GET', `/api/cases/${caseId}`)).body as unknown as { exhibits: { id: string; mine: boolean }[] }).exhibits;
    const other = await office.as('coordinator');
    const mine = async (who: Caller) => (await file(who)).find((x) => x.id === id)!.mine;
    expect([await mine(clerk), await mine(other)]).toEqual([true, false]);
    expect([(await read(clerk, id)).status, (await read(other, id)).status, (await read(inspector, id)).status]).toEqual([200, 403, 200]);
  });

  test('is read for a reason, as a look that stands on the log; a document is a download, and nothing in it runs', async () => {
    const { id } = (await add(clerk, PDF)).body;
    const response = await read(inspector, id);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${id}.pdf"`,
      'cache-control': 'private, no-store',
    });
    const looks = () =>
      office.database.owner<{ by: string }>(`SELECT read_by AS by FROM core.personal_data_reads WHERE kind = 'paper' AND ref_id = $1`, [
        id,
      ]);
    expect(await looks()).toEqual([{ by: inspector.staffId }]);
    expect(
      await office.database.owner(`SELECT 1 FROM core.events WHERE type = 'paper.read' AND office #>> '{data,exhibitId}' = $1`, [id]),
    ).toHaveLength(1);
    const its = (all: { id: string }[]) => all.find((x) => x.id === id);
    expect(its(await exhibits())).toMatchObject({ looks: 1, custody: [{ part: 'paper', by: expect.any(String) }] });
    const path = `/api/cases/${caseId}/exhibits/${id}/custody`;
    expect((await inspector.call('GET', path)).body).toMatchObject({ items: [{ part: 'paper' }], nextCursor: null });
    for (const who of [await office.as('coordinator'), await office.as('auditor')]) expect((await read(who, id)).status).toBe(403);
    for (const reason of ['x', '\u200b'.repeat(9)]) expect((await read(inspector, id, reason)).status).toBe(400);
    const [capture] = (await exhibits()).filter((x) => x.kind === 'capture');
    expect((await read(inspector, capture.id)).status).toBe(404);
    expect(await looks()).toHaveLength(1);
  });
});
