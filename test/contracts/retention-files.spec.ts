import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyFile } from '../../src/core/verification/node/verify-file.js';
import { madePhoto } from '../kit/made-files.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { partsOf } from '../kit/plain-zip.js';
import { judgedPost } from './cases-setup.js';
import { Device } from './penalties-setup.js';
import { bringFile, KeepingDesk, ORIGIN } from './retention-setup.js';

const REASON = 'Chuyển giám định theo công văn 7';
const UNDER = { vi: 'Tệp được giao nộp trong vụ việc đã đóng', en: 'Brought files in closed cases' };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
interface Exhibit {
  id: string;
  evidenceId: string;
  sha256: string;
  purgedAt: string | null;
  file: object | null;
  custody: { part: string }[];
}

describe('a file that somebody brought, when its time is over', () => {
  let office: Office;
  let inspector: Caller;
  let legal: Caller;
  let coordinator: Caller;
  let desk: KeepingDesk;
  let width = 0;
  const sql = <T extends object>(text: string, values?: unknown[]) => office.database.owner<T>(text, values);
  const photo = () => madePhoto('jpeg', 500 + (width += 2));
  const openCase = async () => {
    const { postId } = await judgedPost(office, inspector.staffId);
    return ((await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string }).id;
  };
  /** A file in a case of its own. */
  const brought = async (bytes?: Buffer) => {
    const [caseId, content] = [await openCase(), bytes ?? (await photo())];
    const { status, body } = await bringFile(office, inspector, caseId, content, 'IMG_0001.JPG');
    expect([status, body.code]).toEqual([201, undefined]);
    return { caseId, content, id: body.id };
  };
  const exhibit = async ({ caseId, id }: { caseId: string; id: string }, who = legal) =>
    ((await who.call('GET', `/api/cases/${caseId}`)).body as unknown as { exhibits: Exhibit[] }).exhibits.find((x) => x.id === id)!;
  const original = ({ caseId, id }: { caseId: string; id: string }, who = legal) =>
    fetch(`${office.base}/api/cases/${caseId}/files/${id}/original`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: who.cookie, 'x-csrf': who.csrf },
      body: JSON.stringify({ reason: REASON }),
    });
  const row = async (id: string) => (await sql('SELECT name, origin, claims, still, upload_key, kind FROM cases.files WHERE exhibit_id = $1', [id]))[0]; // prettier-ignore
  const hold = async (caseId: string) => {
    const { version } = (await legal.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number };
    expect((await legal.call('POST', `/api/cases/${caseId}/holds`, { version, reason: 'Cơ quan điều tra đề nghị giữ' })).status).toBe(201);
  };

  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', LIMIT_STEP_UP_MINUTES: '60' });
    [inspector, legal, coordinator] = [await office.as('inspector'), await office.as('legal'), await office.as('coordinator')];
    const chief = await office.as('chief');
    await Device.enrol(chief);
    desk = new KeepingDesk(office, legal, chief);
  }, 60_000);
  afterAll(() => office.close());

  test('is due twenty years after its case was closed, two after one that found nothing ended, and never while a case is open or held', async () => {
    const all: Record<string, Awaited<ReturnType<typeof brought>>> = {};
    for (const name of ['open', 'closed', 'lately', 'dismissed', 'fell', 'held', 'elsewhere']) all[name] = await brought();
    await desk.over(all.closed.caseId, 'closed', 21);
    await desk.over(all.lately.caseId, 'closed', 19);
    await desk.over(all.dismissed.caseId, 'dismissed', 3);
    await desk.over(all.fell.caseId, 'closed', 30);
    await desk.over(all.fell.caseId, 'dismissed', 25);
    await hold(all.held.caseId);
    await desk.over(all.held.caseId, 'closed', 21);
    const { evidenceId } = await exhibit(all.elsewhere);
    const there = await inspector.call('POST', `/api/cases/${all.open.caseId}/exhibits`, { evidenceId, why: 'đối chiếu' });
    expect(there.status).toBe(201);
    await desk.over(all.elsewhere.caseId, 'closed', 21);
    await desk.sweep();
    expect([await desk.due('file-closed-case'), await desk.due('file-dismissed-case')]).toEqual([[all.closed.id], [all.dismissed.id]]);
    const [item] = await desk.items((await desk.proposed('file-closed-case'))!);
    expect(item).toMatchObject({ kind: 'file', caseId: all.closed.caseId, about: 'image/jpeg' });
    await sql('UPDATE cases.cases SET state = $2 WHERE id = $1', [all.fell.caseId, 'closed']);
    await sql(`UPDATE retention.items SET state = 'kept', settled_at = now()`);
    await desk.sweep();
    expect(await desk.due('file-closed-case')).toEqual([all.fell.id]);
    await sql(`UPDATE retention.items SET state = 'kept', settled_at = now() WHERE state = 'due'`);
  });

  test('goes with its name, origin, claims and small picture; hash, seal and the rule by which it went stay, and are told', async () => {
    const file = await brought();
    const digest = sha256(file.content);
    const before = await exhibit(file);
    expect([before.file, before.purgedAt]).toMatchObject([{ name: 'IMG_0001.JPG', origin: ORIGIN, hasStill: true }, null]);
    await desk.over(file.caseId, 'closed', 21);
    await desk.sweep();
    expect(desk.holdsBytes(digest)).toBe(true);
    await desk.letGo('file-closed-case');
    await desk.turn();
    await desk.turn();
    expect(desk.holdsBytes(digest)).toBe(false);
    expect(await row(file.id)).toEqual({ name: null, origin: null, claims: null, still: null, upload_key: null, kind: 'picture' });
    for (const who of [legal, inspector, coordinator])
      expect(await exhibit(file, who)).toMatchObject({
        sha256: digest,
        purgedAt: expect.any(String),
        purgedUnder: UNDER,
        file: { kind: 'picture', name: null, origin: null, claims: {}, hidden: false, hasStill: false },
        custody: [{ part: 'purged', by: null }],
      });
    const [grave] = await sql<{ held: object; rule: object }>('SELECT held, rule FROM retention.tombstones WHERE ref_id = $1', [file.id]);
    expect(grave).toMatchObject({
      rule: { label: UNDER, keep: '20 years', ground: { vi: expect.any(String) } },
      held: { kind: 'picture', parts: [{ name: 'file', sha256: digest, mediaType: 'image/jpeg', sealedAt: expect.any(String) }] },
    });
    expect(JSON.stringify(grave)).not.toMatch(/IMG_0001|Zalo/);
    const { history } = (await legal.call('GET', `/api/cases/${file.caseId}`)).body as unknown as { history: object[] };
    expect(history).toContainEqual(expect.objectContaining({ type: 'retention.purged' }));
  });

  test('answers 410 from then on, to nobody without the right to it, and becomes no exhibit elsewhere', async () => {
    const [{ id, caseId, evidenceId }] = await sql<{ id: string; caseId: string; evidenceId: string }>(
      'SELECT x.id, x.case_id AS "caseId", x.evidence_id AS "evidenceId" FROM cases.files f JOIN cases.exhibits x ON x.id = f.exhibit_id WHERE f.name IS NULL',
    );
    const asked = await original({ caseId, id });
    expect([asked.status, ((await asked.json()) as { code: string }).code]).toEqual([410, 'purged']);
    expect((await original({ caseId, id }, coordinator)).status).toBe(403);
    for (const path of [`/api/cases/${caseId}/files/${id}/still`, `/api/evidence/${evidenceId}/verification`])
      expect([path, await legal.call('GET', path)]).toMatchObject([path, { status: 410, body: { code: 'purged' } }]);
    expect(await sql('SELECT 1 FROM core.personal_data_reads WHERE ref_id = $1', [id])).toEqual([]);
    const other = await inspector.call('POST', `/api/cases/${await openCase()}/exhibits`, { evidenceId, why: 'đối chiếu' });
    expect([other.status, other.body.code]).toEqual([410, 'purged']);
  });

  test('is told as purged in a dossier that leaves afterwards, which verifies', async () => {
    const [{ caseId, digest }] = await sql<{ caseId: string; digest: string }>(
      'SELECT x.case_id AS "caseId", e.sha256 AS digest FROM cases.files f JOIN cases.exhibits x ON x.id = f.exhibit_id JOIN core.evidence_items e ON e.id = x.evidence_id WHERE f.name IS NULL',
    );
    const dir = mkdtempSync(join(tmpdir(), 'lachan-purged-file-'));
    try {
      // the kit's capture is no package, which a dossier would read
      await sql(`DELETE FROM cases.exhibits WHERE case_id = $1 AND capture_id IS NOT NULL`, [caseId]);
      const answer = await fetch(`${office.base}/api/cases/${caseId}/dossier`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: legal.cookie, 'x-csrf': legal.csrf },
        body: JSON.stringify({ reason: REASON }),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([answer.status, answer.status === 200 ? '' : bytes.toString()]).toEqual([200, '']);
      writeFileSync(join(dir, 'dossier.zip'), bytes);
      expect(await verifyFile(join(dir, 'dossier.zip'), [])).toMatchObject({ kind: 'dossier', holds: true });
      const part = (name: string) =>
        partsOf(bytes)
          .find((p) => p.name === name)!
          .content.toString();
      expect(JSON.parse(part('record/exhibits.json'))).toMatchObject([
        { sha256: digest, purgedAt: expect.any(String), purgedUnder: UNDER, files: [], file: { name: null, claims: {} } },
      ]);
      expect(part('index.html')).toContain(`<td>${UNDER.vi} / ${UNDER.en}</td>`);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  test('leaves its bytes where another file is the same, which goes on to be handed out', async () => {
    const file = await brought();
    const same = await brought(file.content);
    await desk.over(file.caseId, 'closed', 21);
    await desk.sweep();
    await desk.letGo('file-closed-case');
    await desk.turn();
    await desk.turn();
    expect([(await exhibit(file)).purgedAt, (await exhibit(same)).purgedAt]).toEqual([expect.any(String), null]);
    const [{ outcome }] = await sql<{ outcome: string }>('SELECT outcome FROM retention.objects WHERE digest = $1', [sha256(file.content)]);
    expect(outcome).toBe('named');
    expect(Buffer.from(await (await original(same)).arrayBuffer())).toEqual(file.content);
  });

  test('goes out of every case that has it, and the custody and history of each tell so, by which rule and by whom', async () => {
    const [file, second] = [await brought(), await openCase()];
    const { evidenceId } = await exhibit(file);
    const { body } = await inspector.call('POST', `/api/cases/${second}/exhibits`, { evidenceId, why: 'đối chiếu' });
    for (const caseId of [file.caseId, second]) await desk.over(caseId, 'closed', 21);
    await desk.sweep();
    await desk.letGo('file-closed-case');
    await desk.turn();
    const [asked, letGo] = (await sql<{ name: string }>('SELECT s.name FROM retention.tombstones t JOIN core.staff s ON s.id IN (t.submitted_by, t.decided_by) WHERE t.ref_id = $1 ORDER BY s.id = t.decided_by', [file.id])).map((s) => s.name); // prettier-ignore
    for (const [caseId, id] of [
      [file.caseId, file.id],
      [second, (body as unknown as { id: string }).id],
    ]) {
      const { exhibits, history } = (await legal.call('GET', `/api/cases/${caseId}`)).body as unknown as { exhibits: Exhibit[]; history: object[] }; // prettier-ignore
      expect(exhibits.find((x) => x.id === id)).toMatchObject({
        purgedAt: expect.any(String),
        purgedUnder: UNDER,
        purgedBy: { asked, letGo },
        custody: [{ part: 'purged' }],
      });
      const told = history.filter((e) => (e as { type: string }).type === 'evidence.purged');
      expect(told).toEqual([expect.objectContaining({ office: expect.objectContaining({ evidenceId }) })]);
    }
  });

  test('that came under hold, or whose case was opened again, after it was let go stays whole', async () => {
    const [held, again] = [await brought(), await brought()];
    for (const { caseId } of [held, again]) await desk.over(caseId, 'closed', 21);
    await desk.sweep();
    const list = await desk.letGo('file-closed-case');
    await hold(held.caseId);
    await sql(`UPDATE cases.cases SET state = 'verifying' WHERE id = $1`, [again.caseId]);
    await desk.turn();
    const said = Object.fromEntries((await desk.items(list)).map((i) => [i.refId, [i.state, i.said]]));
    expect(said).toEqual({ [held.id]: ['refused', 'held'], [again.id]: ['refused', 'not-due'] });
    for (const file of [held, again]) {
      expect(await row(file.id)).toMatchObject({ name: 'IMG_0001.JPG', origin: ORIGIN, still: expect.any(Buffer) });
      expect((await original(file)).status).toBe(200);
    }
  });

  test('is nothing that the purger reads or changes by itself, and half of it cannot go', async () => {
    const { id } = await brought();
    for (const text of [
      'SELECT name FROM cases.files',
      'UPDATE cases.files SET name = NULL',
      'DELETE FROM cases.files',
      'SELECT 1 FROM core.unsealed_bytes',
      'DELETE FROM core.unsealed_bytes',
    ])
      // prettier-ignore
      await expect(desk.asPurger(text)).rejects.toThrow('permission denied');
    await expect(desk.asPurger('SELECT retention.purge_file($1, $1)', [id])).rejects.toThrow('permission denied');
    await expect(sql('UPDATE cases.files SET name = NULL WHERE exhibit_id = $1', [id])).rejects.toThrow('files_whole_or_purged');
    await expect(sql('UPDATE cases.files SET name = NULL, origin = NULL, claims = NULL WHERE exhibit_id = $1', [id])).rejects.toThrow('files_whole_or_purged'); // prettier-ignore
  });
});
