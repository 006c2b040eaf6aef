import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { CONFIG, type Config } from '../../src/core/config.js';
import { Db } from '../../src/core/database/db.js';
import { HeadKeeper } from '../../src/core/events/head-keeper.js';
import { Log } from '../../src/core/events/log.js';
import { Relay } from '../../src/core/events/relay.js';
import { Sealer } from '../../src/core/events/sealer.js';
import { witnesses } from '../../src/core/evidence/beside.js';
import { Evidence } from '../../src/core/evidence/evidence.js';
import { verifyReceipt } from '../../src/core/evidence/receipt/verify-receipt.js';
import { certificatesIn } from '../../src/core/evidence/stamp/certificate.js';
import { verifyStamps } from '../../src/core/evidence/stamp/verify-stamps.js';
import { fitsEd25519 } from '../../src/core/evidence/witnesses.js';
import { Restamp } from '../../src/crawl/index.js';
import { SealPackage } from '../../src/crawl/stamps/seal-package.use-case.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { TestAuthority } from '../kit/tsa.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
interface Seen {
  seal: { digest: string; key: string; timeStamp: string; receipt: string; timeStamps: { part: string; authority: string; at: string }[] };
  parts: { name: string; sha256: string }[];
}

describe('beside a sealed package', () => {
  let office: Office;
  let inspector: Caller;
  let authority: TestAuthority;
  let dir: string;
  let post: { postId: string; addressId: string };
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'lachan-stamps-'));
    authority = await (await TestAuthority.make()).open();
    mkdirSync(join(dir, 'gốc'));
    writeFileSync(join(dir, 'gốc', 'root.pem'), authority.rootPem);
    office = await openOffice({
      TIMESTAMP_AUTHORITIES: authority.url,
      TIMESTAMP_ROOTS: join(dir, 'gốc'),
      TIMESTAMP_ALLOW: authority.host,
    });
    inspector = await office.as('inspector');
    await office.guest().call('POST', '/api/reports', { url: 'https://mxh.example.vn/p/12345' });
    [post] = await office.database.owner(`SELECT post_id AS "postId", id AS "addressId" FROM intake.addresses`);
  });
  afterEach(() => {
    authority.trick = 'good';
    authority.clockMs = 0;
  });
  afterAll(async () => {
    await office.close();
    authority.stop();
    for (const name of ['AUTHORITIES', 'ROOTS', 'ALLOW']) delete process.env[`TIMESTAMP_${name}`];
    rmSync(dir, { recursive: true, force: true });
  });

  /** Seals a small package as the capture handler does: asked first, then one transaction. */
  const seal = async (): Promise<{ id: string; digest: string; sha256: string; bytes: Buffer }> => {
    const id = randomUUID();
    const digest = JSON.stringify({
      path: 'datapackage.json',
      hash: `sha256:${sha256(Buffer.from(id))}`,
      signedData: { publicKey: 'AAAA' },
    });
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from(digest), 'datapackage-digest.json');
    zip.end();
    const file = join(dir, `${id}.wacz`);
    await pipeline(zip.outputStream as NodeJS.ReadableStream, createWriteStream(file));
    const [db, evidence, sealing] = [office.app.get(Db), office.app.get(Evidence), office.app.get(SealPackage)];
    const stored = await evidence.store.put(readFileSync(file));
    const prepared = await sealing.prepare(file);
    await db.tx(async (tx) => {
      const evidenceId = await evidence.seal(tx, { kind: 'capture', ...stored, mediaType: 'application/wacz+zip' });
      await tx.query(
        `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id, platform, ended_at) SELECT $1, $2, $3, url, 'report', 'sealed', 'complete', $4, 'demo', now() FROM intake.addresses WHERE id = $3`,
        [id, post.postId, post.addressId, evidenceId],
      );
      const ids = { captureId: id, ...post };
      const eventId = await office.app.get(Log).append(tx, {
        type: 'capture.sealed',
        v: 2,
        public: { platform: 'demo', outcome: 'complete' },
        office: { ...ids, evidenceId, observation: 'present', packageSha256: stored.sha256 },
        subject: post.postId,
      });
      await sealing.keep(tx, ids, eventId, prepared);
    });
    return { id, digest: sha256(Buffer.from(digest)), sha256: stored.sha256, bytes: Buffer.from(digest) };
  };
  const see = async (id: string) => (await inspector.call('GET', `/api/captures/${id}`)).body as unknown as Seen;
  const partOf = async (id: string, name: string) => {
    const response = await fetch(`${office.base}/api/captures/${id}/parts/${name}`, {
      method: 'POST',
      headers: { cookie: inspector.cookie, 'x-csrf': inspector.csrf, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'Cần cho việc kiểm chứng' }),
    });
    expect(response.status).toBe(200);
    return { bytes: new Uint8Array(await response.arrayBuffer()), file: response.headers.get('content-disposition') };
  };
  const roots = () => certificatesIn(authority.rootPem);
  const comeDue = async (kind: string) => {
    await office.database.owner(`UPDATE core.due SET due_at = now() - interval '1 minute' WHERE fired_at IS NULL AND kind = '${kind}'`);
    await deliverAll(office, ['quick', 'stamp']);
  };
  const eventsOf = async (id: string, type: string) =>
    office.database.owner<{ data: Record<string, unknown>; public: Record<string, unknown> }>(
      `SELECT office -> 'data' AS data, public FROM core.events WHERE type = '${type}' AND office #>> '{data,captureId}' = '${id}' ORDER BY position`,
    );

  test('lies the time stamp of an authority that was asked before it was sealed, a part like any other, on the log', async () => {
    const { id, digest } = await seal();
    const { seal: seen, parts } = await see(id);
    expect(seen).toMatchObject({
      digest,
      timeStamp: 'holds',
      receipt: 'pending',
      timeStamps: [{ part: 'timestamp-1', authority: 'Dấu thời gian thử' }],
    });
    const { bytes, file } = await partOf(id, 'timestamp-1');
    expect(file).toBe(`attachment; filename="${id}.wacz.tsr"`);
    expect(await verifyStamps(digest, [bytes], roots())).toMatchObject({ state: 'holds' });
    const [{ data, public: shown }] = await eventsOf(id, 'evidence.stamped');
    expect(data).toEqual({ captureId: id, part: 'timestamp-1', sha256: sha256(bytes), imprint: digest, offsetMs: expect.any(Number) });
    expect(Object.keys(shown).sort()).toEqual(['format', 'id', 'nonce', 'officeAt', 'part', 'recordedAt', 'type', 'v']);
    expect(parts.find((p) => p.name === 'timestamp-1')?.sha256).toBe(sha256(bytes));
    expect(await eventsOf(id, 'evidence.exported')).toHaveLength(1);
    writeFileSync(join(dir, 'one.tsr'), bytes);
    const said = execFileSync(
      'openssl',
      ['ts', '-verify', '-digest', digest, '-in', join(dir, 'one.tsr'), '-CAfile', join(dir, 'gốc', 'root.pem')],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    expect(said.toString()).toMatch(/Verification: OK/);
  });
  test('lies none while the authority is silent or answers wrongly; it is sealed all the same, pending, and stamped when the authority is well again', async () => {
    authority.trick = 'silent';
    const started = Date.now();
    const { id, digest } = await seal();
    expect(Date.now() - started).toBeLessThan(8_000);
    for (const trick of ['error', 'wrong-imprint', 'no-certificate'] as const) {
      expect((await see(id)).seal).toMatchObject({ timeStamp: 'pending', timeStamps: [] });
      authority.trick = trick;
      await comeDue('capture.stamp');
    }
    expect(await eventsOf(id, 'evidence.stamped')).toEqual([]);
    authority.trick = 'good';
    await comeDue('capture.stamp');
    expect((await see(id)).seal).toMatchObject({ timeStamp: 'holds', timeStamps: [{ part: 'timestamp-1' }] });
    expect(await verifyStamps(digest, [(await partOf(id, 'timestamp-1')).bytes], roots())).toMatchObject({ state: 'holds' });
    expect(await eventsOf(id, 'evidence.stamped')).toHaveLength(1);
  });
  test('lies a stamp of a wrong clock too, and how far it is off stands on the log', async () => {
    authority.clockMs = -7_200_000;
    const { id } = await seal();
    const [{ data }] = await eventsOf(id, 'evidence.stamped');
    expect(Math.round(Number(data.offsetMs) / 60_000)).toBe(-120);
  });
  test('comes another time stamp over the first one, when that ends before long or an operator wants it', async () => {
    const { id, digest, bytes } = await seal();
    const renewals = await office.database.owner<{ days: number }>(
      `SELECT round(extract(epoch FROM due_at - now()) / 86400)::int AS days FROM core.due WHERE kind = 'capture.stamp' AND ref LIKE '${id}:renew:%' AND fired_at IS NULL`,
    );
    expect(renewals).toEqual([{ days: 305 }]); // the certificate has 365
    await office.database.owner(`DELETE FROM core.due WHERE fired_at IS NULL`);
    expect(await office.app.get(Restamp).run({ all: false })).toEqual({ unstamped: 0, ending: 0 });
    const all = await office.database.owner('SELECT 1 FROM crawl.captures');
    expect(await office.app.get(Restamp).run({ all: true })).toEqual({ unstamped: 0, ending: all.length });
    const [{ seconds }] = await office.database.owner<{ seconds: number }>(
      `SELECT extract(epoch FROM max(due_at) - min(due_at))::int AS seconds FROM core.due WHERE fired_at IS NULL`,
    );
    expect(seconds).toBe(all.length - 1); // sixty in a minute
    await office.database.owner(`DELETE FROM core.due WHERE fired_at IS NULL AND ref NOT LIKE '${id}:%'`);
    await comeDue('capture.stamp');
    const { seal: seen } = await see(id);
    expect(seen.timeStamps.map((t) => t.part)).toEqual(['timestamp-1', 'timestamp-2']);
    const tokens = [(await partOf(id, 'timestamp-1')).bytes, (await partOf(id, 'timestamp-2')).bytes];
    expect(await verifyStamps(digest, tokens, roots())).toMatchObject({ state: 'holds' });
    expect(await verifyStamps(digest, [tokens[1]], roots())).toMatchObject({ state: 'broken' });
    const told = await witnesses({ roots: roots(), headKeys: null }).tokens(tokens, { digest: bytes, sha256: '' });
    expect([told.is, told.dated.map((d) => d.by)]).toEqual(['holds', ['Dấu thời gian thử', 'Dấu thời gian thử']]);
  });
  test('comes none by itself that ends no later than the one that is there, and it is asked for again in time', async () => {
    const { id } = await seal();
    await comeDue('capture.stamp');
    expect((await see(id)).seal.timeStamps.map((t) => t.part)).toEqual(['timestamp-1']);
    expect(await eventsOf(id, 'evidence.stamped')).toHaveLength(1);
    expect(
      await office.database.owner(
        `SELECT round(extract(epoch FROM due_at - now()) / 86400)::int AS days FROM core.due WHERE kind = 'capture.stamp' AND ref LIKE '${id}:renew:%' AND fired_at IS NULL`,
      ),
    ).toEqual([{ days: 305 }]);
  });
  test('a receipt that does not hold is not kept, and its delivery tells so', async () => {
    const { id } = await seal();
    const heads = join(office.app.get<Config>(CONFIG).dataDir, 'heads');
    const { last } = await office.app.get(Sealer).seal();
    await new HeadKeeper(heads).keep({ ...last, head: Buffer.alloc(32, 7) }, true);
    await comeDue('capture.receipt');
    expect((await see(id)).parts.map((p) => p.name)).not.toContain('receipt');
    const [{ error }] = await office.database.owner<{ error: string }>(
      `SELECT d.error FROM core.deliveries d JOIN core.due u ON u.id = d.due_id WHERE u.ref LIKE '${id}:%' AND u.kind = 'capture.receipt' AND d.error IS NOT NULL`,
    );
    expect(error).toMatch(/does NOT hold: the chain does not lead/);
    rmSync(join(heads, 'heads.jsonl'));
    await office.database.owner(`DELETE FROM core.due WHERE fired_at IS NULL AND kind = 'capture.receipt'`);
    await office.database.owner(`UPDATE core.deliveries SET state = 'dead' WHERE state = 'waiting' AND handler = 'ReceivePackage'`);
  });
  test('of one that was sealed before its digest was kept comes a time stamp when an operator wants it', async () => {
    const { id, digest } = await seal();
    await office.database.owner(`DELETE FROM crawl.time_stamps WHERE capture_id = '${id}'`);
    await office.database.owner(`DELETE FROM crawl.capture_parts WHERE capture_id = '${id}'`);
    await office.database.owner(`DELETE FROM crawl.package_seals WHERE capture_id = '${id}'`);
    await office.database.owner(`DELETE FROM core.due WHERE fired_at IS NULL`);
    expect((await see(id)).seal).toBeNull();
    expect(await office.app.get(Restamp).run({ all: false })).toEqual({ unstamped: 1, ending: 0 });
    await comeDue('capture.stamp');
    expect((await see(id)).seal).toMatchObject({ digest, timeStamp: 'holds', receipt: 'absent' });
  });
  test('lies the receipt of the log once a head was signed, which proves its place without any other event', async () => {
    const { id, sha256: hash } = await seal();
    const heads = join(office.app.get<Config>(CONFIG).dataDir, 'heads');
    await comeDue('capture.receipt');
    expect((await see(id)).seal.receipt).toBe('pending');
    await seal();
    const { last } = await office.app.get(Sealer).seal();
    await new HeadKeeper(heads).keep(last, true);
    await comeDue('capture.receipt');
    await comeDue('capture.receipt');
    expect((await see(id)).seal.receipt).toBe('holds');
    const { bytes, file } = await partOf(id, 'receipt');
    expect(file).toBe(`attachment; filename="${id}.wacz.receipt.json"`);
    const verdict = await verifyReceipt(bytes, hash, null, fitsEd25519);
    expect(verdict).toMatchObject({ state: 'holds', key: { known: null } });
    expect(await verifyReceipt(bytes, hash, [verdict.key!.fingerprint], fitsEd25519)).toMatchObject({
      state: 'holds',
      key: { known: true },
    });
    expect(await verifyReceipt(bytes, hash, ['0'.repeat(64)], fitsEd25519)).toMatchObject({ state: 'broken' });
    expect(await verifyReceipt(bytes, '0'.repeat(64), null, fitsEd25519)).toMatchObject({ state: 'broken' });
    const [{ data }] = await eventsOf(id, 'evidence.receipted');
    expect(data).toEqual({ captureId: id, part: 'receipt', sha256: sha256(bytes) });
  });
  test('nothing is told as pending that nobody is asked for any more', async () => {
    authority.trick = 'error';
    const { id } = await seal();
    expect((await see(id)).seal).toMatchObject({ timeStamp: 'pending', receipt: 'pending' });
    await office.database.owner(`UPDATE core.due SET due_at = now() - interval '1 minute' WHERE fired_at IS NULL AND ref LIKE '${id}:%'`);
    await office.app.get(Relay).sweep(() => Promise.resolve());
    expect((await see(id)).seal).toMatchObject({ timeStamp: 'pending', receipt: 'pending' }); // it has come, and waits for a hand
    await office.database.owner(
      `UPDATE core.deliveries SET state = 'dead' WHERE due_id IN (SELECT id FROM core.due WHERE ref LIKE '${id}:%')`,
    );
    expect((await see(id)).seal).toMatchObject({ timeStamp: 'absent', receipt: 'absent' });
  });
});
