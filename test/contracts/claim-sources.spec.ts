import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourcesTable } from '../../src/classify/sources/sources-table.js';
import { Db } from '../../src/core/database/db.js';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import { CapturesRepository } from '../../src/crawl/captures.repository.js';
import { EndCapture } from '../../src/crawl/end-capture.use-case.js';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

interface Capture {
  id: string;
  state: string;
  outcome: string | null;
  sha256: string | null;
  orderedBy: string | null;
  textChanged: boolean;
}
interface Source {
  url: string;
  title: string;
  opens: boolean;
  looks: number;
  latest: Capture | null;
  kept: Capture | null;
}
const LANES = ['quick', 'picture', 'reading', 'sweep'];
// the capture process is a program: it runs transpiled, as the product does
const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};

describe('a source of a claim', () => {
  let office: Office;
  let site: Server;
  let host: string;
  let says = 'Cầu Vàm Sâu vẫn đi lại bình thường, không có chuyện nứt trụ.';
  let stands = true;
  const dir = mkdtempSync(join(tmpdir(), 'lachan-sources-'));
  let [inspector, chief, auditor]: Caller[] = [];
  const shipped = { ...sourcesTable };
  beforeAll(async () => {
    site = createServer((_, response) => {
      response.statusCode = stands ? 200 : 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const body = stands ? `<article><h1>Thông báo</h1><p>${says}</p></article>` : '<h1>404 not found</h1>';
      response.end(`<!doctype html><html lang="vi"><title>${stands ? 'Thông báo' : '404 not found'}</title><body>${body}</body></html>`);
    });
    await new Promise<void>((open) => site.listen(0, '127.0.0.1', open));
    host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
    office = await openOffice({ CAPTURE_ALLOW: host });
    [inspector, chief, auditor] = [await office.as('inspector'), await office.as('chief'), await office.as('auditor')];
  }, 60_000);
  afterAll(async () => {
    Object.assign(sourcesTable, shipped);
    await office.close();
    site.closeAllConnections();
    await new Promise((done) => site.close(done));
    rmSync(dir, { recursive: true, force: true });
  });

  const draft = async (text: string, urls: string[]) => {
    const { body } = await inspector.call('POST', '/api/claims', {
      topic: 'giao-thong',
      harm: 'medium',
      wordings: [{ language: 'vi', text }],
      truth: 'Không có chuyện đó.',
      sources: urls.map((url, i) => ({ title: `Nguồn ${i + 1}`, url, date: '2026-11-01' })),
      falseFrom: '2026-01-01',
    });
    return body as unknown as { claimId: string; versionId: string };
  };
  /** What waits to be captured is captured, and ends as the worker ends it. */
  const work = async () => {
    await deliverAll(office, LANES);
    const waiting = await office.database.owner<{ id: string; url: string }>(`SELECT id, url FROM crawl.captures WHERE state = 'ordered'`);
    for (const { id, url } of waiting) {
      const result = await captureUrl({ url, outDir: join(dir, id), dataDir: join(dir, 'data'), allow: [host] });
      const store = office.app.get(EvidenceStore);
      const parts = await Promise.all(
        result.files.map(async ({ name, mediaType, path }) => ({
          name,
          mediaType,
          facts: {},
          ...(await store.put(createReadStream(path))),
        })),
      );
      await office.app.get(Db).tx(async (tx) => {
        const order = await office.app.get(CapturesRepository).get(tx, id);
        await office.app.get(EndCapture).run(tx, order, { result, parts, beside: null });
      });
    }
    await deliverAll(office, LANES);
  };
  const approve = async (made: { versionId: string }) => {
    expect((await chief.call('POST', `/api/claim-versions/${made.versionId}/approve`)).status).toBe(204);
    await work();
  };
  const sources = async (claimId: string) =>
    ((await inspector.call('GET', `/api/claims/${claimId}/sources`)).body as unknown as { items: Source[] }).items;
  const order = (claimId: string, url: string, who = inspector) => who.call('POST', `/api/claims/${claimId}/sources/captures`, { url });
  const count = async (table: string) => {
    const [{ n }] = await office.database.owner<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return n;
  };
  const logged = async (id: string) =>
    (
      await office.database.owner<{ type: string }>(
        `SELECT type FROM core.events WHERE office -> 'data' ->> 'captureId' = $1 ORDER BY position`,
        [id],
      )
    ).map((e) => e.type);

  test('is captured when the claim comes into force, with its package and its words, and raises nothing in the queue', async () => {
    const url = `http://${host}/thong-bao`;
    const made = await draft('Cầu Vàm Sâu bị nứt trụ và sắp sập', [url]);
    await deliverAll(office, LANES);
    expect(await sources(made.claimId)).toMatchObject([{ url, opens: true, looks: 0, latest: null, kept: null }]);
    await approve(made);
    const [source] = await sources(made.claimId);
    expect(source).toMatchObject({ looks: 1, latest: { state: 'sealed', outcome: 'complete', orderedBy: null, textChanged: false } });
    expect(source.kept).toEqual(source.latest);
    expect(source.kept!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect([await count('classify.triage_items'), await count('intake.posts'), await count('classify.matches')]).toEqual([0, 0, 0]);
    expect([await count('classify.readings'), await count('classify.fingerprints')]).toEqual([0, 0]);
    expect(await logged(source.kept!.id)).toEqual(['capture.ordered', 'capture.sealed', 'address.observed']);
    const [{ reason, text }] = await office.database.owner<{ reason: string; text: string }>('SELECT reason, text FROM crawl.captures');
    expect([reason, text.includes('vẫn đi lại bình thường')]).toEqual(['source', true]);
  }, 60_000);
  test('is read with a reason and on the log, as a look at a post is', async () => {
    const [{ id }] = await office.database.owner<{ id: string }>('SELECT id FROM crawl.captures');
    const read = await inspector.call('GET', `/api/captures/${id}`);
    expect(read.body).toMatchObject({ reason: 'source', outcome: 'complete' });
    expect((await inspector.call('POST', `/api/captures/${id}/package`, { reason: 'Đối chiếu với tin sai' })).status).toBeLessThan(300);
    const custody = (await auditor.call('GET', `/api/captures/${id}/custody`)).body as unknown as {
      items: { part: string; reason: string }[];
    };
    expect(custody.items).toMatchObject([{ reason: 'Đối chiếu với tin sai' }]);
  });
  test('that two claims name, in whatever form, is captured once', async () => {
    const made = await draft('Trụ cầu Vàm Sâu nứt toác, cấm xe', [`http://${host}/thong-bao?utm_source=x#tren`, 'http://192.168.1.1/']);
    await approve(made);
    const [one, inside] = await sources(made.claimId);
    expect(one).toMatchObject({ looks: 1, kept: { outcome: 'complete' } });
    expect(inside).toMatchObject({ opens: false, looks: 0 });
    expect((await order(made.claimId, inside.url)).body.code).toBe('bad-link');
  }, 60_000);
  test('is captured again by hand: what it says now stands beside what it said, and what vanished is kept as it was', async () => {
    const url = `http://${host}/thong-bao`;
    const [{ claimId }] = await office.database.owner<{ claimId: string }>(
      `SELECT claim_id AS "claimId" FROM classify.claim_versions WHERE sources -> 0 ->> 'url' = $1`,
      [url],
    );
    expect((await order(claimId, url, auditor)).status).toBe(403);
    expect((await order(claimId, `http://${host}/khac`)).status).toBe(404);
    says = 'Cầu Vàm Sâu đóng để sửa từ ngày mai.';
    const { captureId } = (await order(claimId, url)).body as unknown as { captureId: string };
    expect((await sources(claimId))[0].latest).toMatchObject({ id: captureId, state: 'ordered' });
    expect((await order(claimId, url)).body.captureId).toBe(captureId);
    await work();
    const [changed] = await sources(claimId);
    expect(changed).toMatchObject({ looks: 2, latest: { id: captureId, outcome: 'complete', textChanged: true } });
    expect(changed.latest!.orderedBy).not.toBeNull();
    stands = false;
    await order(claimId, url);
    await work();
    const [gone] = await sources(claimId);
    expect(gone).toMatchObject({ looks: 3, kept: { id: captureId } });
    expect(gone.latest).toMatchObject({ outcome: 'gone' });
  }, 90_000);
  test('that cannot be reached is told of with its reason, and may be asked for again', async () => {
    const url = `http://${host.replace(/\d+$/, '1')}/x`;
    const made = await draft('Chợ Bến Đò đóng cửa vĩnh viễn từ mai', ['http://khong-co.example/van-ban', url]);
    await approve(made);
    expect((await sources(made.claimId))[0]).toMatchObject({ looks: 1, latest: { state: 'failed', outcome: 'failed' }, kept: null });
    const again = await order(made.claimId, 'http://khong-co.example/van-ban');
    expect(again.status).toBe(201);
    expect(await count('classify.triage_items')).toBe(0);
  }, 60_000);
  test('is left to people where the office wants it so', async () => {
    Object.assign(sourcesTable, { capture_on_approval: false });
    const made = await draft('Xăng lên giá gấp đôi từ nửa đêm nay', [`http://${host}/xang`]);
    await approve(made);
    expect(await sources(made.claimId)).toMatchObject([{ looks: 0, latest: null }]);
  });
});
