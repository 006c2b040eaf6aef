import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import { verifyFile } from '../../src/core/verification/node/verify-file.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { partsOf } from '../kit/plain-zip.js';
import { officeKey, samplePackage } from '../kit/sample-package.js';
import { judgedPost, type Ready } from './cases-setup.js';

const REASON = 'Chuyển tòa án theo giấy yêu cầu số 9';
const [HOSPITAL, MINISTRY] = ['https://benh-vien.example/thong-bao', 'https://bo-y-te.example/bac-bo'];
interface Line {
  url: string;
  number: number;
  claim: string;
  postIds: string[];
  captureId?: string;
  evidenceId?: string;
  stands?: string;
  outcome?: string;
  sha256?: string;
  capturedAt?: string;
  files: string[];
  lacks?: string;
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('what the claims of a case rest on, in its dossier', () => {
  let office: Office;
  let inspector: Caller;
  let dir: string;
  let ready: Ready;
  let caseId: string;
  let zips = 0;
  const sql = <T extends object>(text: string, values?: unknown[]) => office.database.owner<T>(text, values);
  const key = officeKey();
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'lachan-dossier-sources-'));
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    inspector = await office.as('inspector');
    const pack = readFileSync(await samplePackage(join(dir, 'post'), key, 'bài đăng'));
    ready = await judgedPost(office, inspector.staffId, 'false-statement-of-fact', 'Uống nước muối chữa khỏi bệnh', pack);
    caseId = ((await inspector.call('POST', '/api/cases', { postId: ready.postId })).body as unknown as { id: string }).id;
    await names([HOSPITAL]);
    await sql(`UPDATE classify.claim_versions SET drafted_at = now() - interval '10 days' WHERE id = $1`, [await version()]);
    await sql(`UPDATE classify.claim_approvals SET approved_at = now() - interval '9 days' WHERE version_id = $1`, [await version()]);
  }, 60_000);
  afterAll(async () => {
    await office.close();
    rmSync(dir, { recursive: true });
  });

  /** The version by which the post was judged. */
  const version = async () =>
    (await sql<{ id: string }>('SELECT claim_version_id AS id FROM classify.judgements WHERE id = $1', [ready.judgementId]))[0].id;
  const names = async (urls: string[]) =>
    sql('UPDATE classify.claim_versions SET sources = $2 WHERE id = $1', [
      await version(),
      JSON.stringify(urls.map((url) => ({ title: `Thông báo ở ${new URL(url).host}`, url, date: '2026-11-01' }))),
    ]);
  /** A source was looked at so many days ago. */
  async function looked(url: string, daysAgo: number, outcome = 'complete'): Promise<{ captureId: string; sha256: string }> {
    const [captureId, evidenceId] = [randomUUID(), randomUUID()];
    const [{ id }] = await sql<{ id: string }>(
      `INSERT INTO classify.source_links (value, url) VALUES ($1, $1) ON CONFLICT (value) DO UPDATE SET url = EXCLUDED.url RETURNING id`,
      [url],
    );
    const pack = readFileSync(await samplePackage(join(dir, captureId), key, `bản chụp ${captureId}`));
    const stored = await office.app.get(EvidenceStore).put(pack);
    if (outcome !== 'failed')
      await sql(
        `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) VALUES ($1, 'capture', $2, 'application/wacz+zip', $3)`,
        [evidenceId, stored.sha256, stored.bytes],
      );
    await sql(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id, ordered_at, ended_at)
       VALUES ($1, $2, $2, $3, 'source', $4, $5, $6, now() - make_interval(days => $7), now() - make_interval(days => $7))`,
      [captureId, id, url, outcome === 'failed' ? 'failed' : 'sealed', outcome, outcome === 'failed' ? null : evidenceId, daysAgo],
    );
    return { captureId, sha256: stored.sha256 };
  }
  async function dossier() {
    const answer = await fetch(`${office.base}/api/cases/${caseId}/dossier`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: inspector.cookie, 'x-csrf': inspector.csrf },
      body: JSON.stringify({ reason: REASON }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.status === 200 ? '' : bytes.toString()]).toEqual([200, '']);
    const file = join(dir, `${++zips}.zip`);
    writeFileSync(file, bytes);
    const parts = new Map(partsOf(bytes).map(({ name, content }) => [name, content]));
    const lines = JSON.parse(parts.get('record/sources.json')!.toString()) as Line[];
    return { file, parts, lines, verdict: await verifyFile(file, []), page: parts.get('index.html')!.toString() };
  }

  test('is named although it was never captured, and so is one that the house cannot open or that could not be captured', async () => {
    await names([HOSPITAL, 'http://192.168.1.1/noi-bo', MINISTRY]);
    await looked(MINISTRY, 8, 'failed');
    const { lines, page, verdict } = await dossier();
    expect(verdict.holds).toBe(true);
    expect(lines.map(({ url, files, lacks }) => [url, files, lacks])).toEqual([
      [HOSPITAL, [], 'Chưa chụp nguồn này / This source was never captured'],
      ['http://192.168.1.1/noi-bo', [], expect.stringContaining('the house opens no links')],
      [MINISTRY, [], expect.stringContaining('could not be captured')],
    ]);
    expect(lines[0]).toMatchObject({ number: 1, claim: 'Uống nước muối chữa khỏi bệnh', postIds: [ready.postId] });
    expect(page).toContain('Chưa chụp nguồn này');
  });

  test('is found by the version that named it, also where the rules of links would read it otherwise now', async () => {
    const moved = 'https://benh-vien.example/cu';
    await names([moved]);
    const { captureId } = await looked(moved, 9);
    await sql(
      `INSERT INTO classify.version_sources (version_id, link_id) SELECT $1, l.id FROM classify.source_links l WHERE l.value = $2 ON CONFLICT DO NOTHING`,
      [await version(), moved],
    );
    await sql(`UPDATE classify.source_links SET value = value || '?read-otherwise' WHERE value = $1`, [moved]);
    const { lines } = await dossier();
    expect(lines).toMatchObject([{ url: moved, captureId }]);
  });

  test('lies in it as it stood at the version of the claim, with hash, time, link and outcome, and verifies as exhibits do', async () => {
    await names([HOSPITAL]);
    await looked(HOSPITAL, 30);
    const then = await looked(HOSPITAL, 9);
    await looked(HOSPITAL, 2);
    const { lines, parts, verdict, page } = await dossier();
    expect(lines).toMatchObject([{ url: HOSPITAL, captureId: then.captureId, stands: 'at-version', outcome: 'complete', sha256: then.sha256, capturedAt: expect.any(String) }]); // prettier-ignore
    expect(lines[0].files).toEqual(['sources/001/package.wacz', 'sources/001/certificate-vi.pdf', 'sources/001/certificate-en.pdf']);
    for (const file of lines[0].files) expect([file, parts.has(file)]).toEqual([file, true]);
    expect(sha256(parts.get('sources/001/package.wacz')!)).toBe(then.sha256);
    expect([verdict.holds, verdict.exhibits.map((x) => [x.file, x.holds])]).toEqual([
      true,
      [
        ['exhibits/001/package.wacz', true],
        ['sources/001/package.wacz', true],
      ],
    ]);
    expect(page).toContain('chụp sau khi soạn phiên bản này, trước khi có phiên bản khác thay');
    expect(page).toContain('href="sources/001/package.wacz"');
    const custody = (await inspector.call('GET', `/api/captures/${then.captureId}/custody`)).body as unknown as { items: object[] };
    expect(custody.items[0]).toMatchObject({ part: 'dossier' });
  });

  test('of which one byte was changed is named, and the dossier holds no more', async () => {
    const bytes = readFileSync(join(dir, `${zips}.zip`));
    const pack = partsOf(bytes).find(({ name }) => name === 'sources/001/package.wacz')!.content;
    bytes[bytes.indexOf(pack) + 200] ^= 1;
    writeFileSync(join(dir, 'damaged.zip'), bytes);
    const { holds, faults } = await verifyFile(join(dir, 'damaged.zip'), []);
    expect([holds, faults.map(({ where }) => where)]).toEqual([false, expect.arrayContaining(['sources/001/package.wacz'])]);
  });

  test('is the nearest look where there was none while that version counted, and says which that is', async () => {
    await names([MINISTRY]);
    const later = await looked(MINISTRY, 1);
    await sql(
      `WITH next AS (INSERT INTO classify.claim_versions (id, claim_id, number, topic, harm, wordings, truth, sources, false_from, drafted_by)
         SELECT gen_random_uuid(), claim_id, 2, topic, harm, wordings, truth, sources, false_from, drafted_by FROM classify.claim_versions WHERE id = $1 RETURNING id)
       INSERT INTO classify.claim_approvals (version_id, approved_by, approved_at) SELECT id, $2, now() - interval '5 days' FROM next`,
      [await version(), inspector.staffId],
    );
    expect((await dossier()).lines).toMatchObject([{ number: 1, captureId: later.captureId, stands: 'after' }]);
    const earlier = await looked(MINISTRY, 12);
    expect((await dossier()).lines).toMatchObject([{ captureId: earlier.captureId, stands: 'before' }]);
    await looked(MINISTRY, 9, 'gone'); // that it was gone then is told only where nothing shows it
    expect((await dossier()).lines).toMatchObject([{ captureId: earlier.captureId }]);
  });

  test('comes with every version that a post of the case was matched or judged with, a capture of both but once', async () => {
    const [next] = await sql<{ id: string; claimId: string }>(
      `SELECT id, claim_id AS "claimId" FROM classify.claim_versions WHERE number = 2 AND claim_id = (SELECT claim_id FROM classify.claim_versions WHERE id = $1)`,
      [await version()],
    );
    await sql(
      `INSERT INTO classify.matches (item_id, claim_id, version_id, evidence_id, text_sha256, score, strength, stance, reasons, spans, model, matched_at, decision, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, repeat('a', 64), 1, 'strong', '{}', '[]', '[]', 'x', now(), 'confirmed', $5, now())`,
      [ready.itemId, next.claimId, next.id, ready.evidenceId, inspector.staffId],
    );
    await sql(`DELETE FROM crawl.captures WHERE reason = 'source' AND ended_at > now() - interval '11 days'`);
    const { lines, parts } = await dossier();
    expect(lines.map(({ number, stands, files }) => [number, stands, files[0]])).toEqual([
      [1, 'before', 'sources/001/package.wacz'],
      [2, 'before', 'sources/001/package.wacz'],
    ]);
    expect([...parts.keys()].filter((name) => /^sources\/.*wacz$/.test(name))).toEqual(['sources/001/package.wacz']);
    await sql(`UPDATE classify.matches SET decision = 'rejected' WHERE version_id = $1`, [next.id]);
    expect((await dossier()).lines.map(({ number }) => number)).toEqual([1]);
  });

  test('does not leave while it is damaged', async () => {
    const [{ sha256: digest }] = await sql<{ sha256: string }>(
      `SELECT e.sha256 FROM crawl.captures c JOIN core.evidence_items e ON e.id = c.evidence_id WHERE c.reason = 'source' AND c.url = $1`,
      [MINISTRY],
    );
    await office.app.get(EvidenceStore).remove(digest, new Date(Date.now() + 86_400_000));
    const answer = await inspector.call('POST', `/api/cases/${caseId}/dossier`, { reason: REASON });
    expect(answer).toMatchObject({ status: 500, body: { code: 'evidence-damaged', detail: 'sources/001/package.wacz' } });
  });
});
