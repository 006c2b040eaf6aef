import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { CONFIG, type Config } from '../../src/core/config.js';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import { Spool } from '../../src/core/evidence/spool.js';
import { verifyFile } from '../../src/core/verification/node/verify-file.js';
import { ComposeDossier } from '../../src/office/dossier/compose-dossier.use-case.js';
import { lachanIn } from '../kit/command-line.js';
import { madeMp4 } from '../kit/made-files.js';
import type { Caller } from '../kit/office.js';
import { partsOf } from '../kit/plain-zip.js';
import { packed, readPdf } from '../kit/read-pdf.js';
import { officeKey, samplePackage } from '../kit/sample-package.js';
import { confirmedCase, openTakedownOffice, work } from './enforcement-setup.js';

const REASON = 'Chuyển Viện kiểm sát theo công văn 12';
const FILM = madeMp4();
const ORIGIN = 'Chị Ba gửi qua Zalo sáng 12/3, quay màn hình';
const REPORTER = 'Lê Thị Không Ai Biết';
interface Named {
  id: string;
}

describe('the dossier of a case', () => {
  let at: Awaited<ReturnType<typeof openTakedownOffice>>;
  let caseId: string;
  let evidence: string[];
  let dir: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'lachan-dossier-'));
    at = await openTakedownOffice();
    const { office, inspector, coordinator, legal } = at;
    const packages = await Promise.all(['một', 'hai'].map(async (n) => readFileSync(await samplePackage(join(dir, n), officeKey(), n))));
    const made = await confirmedCase(office, inspector, 2, packages);
    ({ caseId } = made);
    evidence = made.posts.map((p) => p.evidenceId);
    const enter = (path: string, body: object) => inspector.call('POST', `/api/cases/${caseId}/${path}`, body);
    await enter('notes', { text: 'Đã gọi <b>chủ trang</b> lần một' });
    await enter('parties', { kind: 'person', role: 'reporter', name: REPORTER });
    const colours = { width: 8, height: 8, channels: 3, background: '#abc' } as const;
    await picture(
      await sharp({ create: colours })
        .withExif({ IFD0: { Artist: 'Nguoi Bao Tin Bi Mat' } })
        .jpeg()
        .toBuffer(),
    );
    await picture((await sharp({ create: colours }).webp().toBuffer()).fill(0xff, 30));
    const paper = new FormData();
    paper.set('why', 'Biên bản giao nhận');
    paper.set('paper', new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF']), 'giấy.pdf');
    const headers = { cookie: inspector.cookie, 'x-csrf': inspector.csrf };
    await fetch(`${office.base}/api/cases/${caseId}/papers`, { method: 'POST', headers, body: paper });
    const film = new FormData();
    for (const [field, words] of Object.entries({ why: 'Video gốc', origin: ORIGIN })) film.set(field, words);
    film.set('file', new Blob([new Uint8Array(FILM)]), 'phim.mp4');
    await fetch(`${office.base}/api/cases/${caseId}/files`, { method: 'POST', headers, body: film });
    const draft = await coordinator.call('POST', '/api/takedowns', {
      ...{ caseId, platform: 'mang', delivery: 'email', recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' },
      fields: { signer: 'Bà B', sources: 'Bộ Y tế' },
    });
    const { id } = draft.body as unknown as Named;
    const file = async () =>
      (await coordinator.call('GET', `/api/takedowns/${id}`)).body as unknown as { contentHash: string; version: number };
    await legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash: (await file()).contentHash });
    await coordinator.call('POST', `/api/takedowns/${id}/send`, { version: (await file()).version });
    await work(office);
  });
  afterAll(async () => {
    await at.close();
    rmSync(dir, { recursive: true });
  });

  /** A picture that a reporter sent in, whose metadata names them, is an exhibit. */
  async function picture(bytes: Buffer): Promise<void> {
    const { office, inspector } = at;
    const stored = await office.app.get(EvidenceStore).put(bytes);
    const [{ postId }] = await office.database.owner<{ postId: string }>(
      'SELECT post_id AS "postId" FROM cases.case_posts WHERE case_id = $1 LIMIT 1',
      [caseId],
    );
    const [{ id }] = await office.database.owner<Named>(
      `INSERT INTO core.evidence_items (kind, sha256, media_type, bytes) VALUES ('submission', $1, 'image/jpeg', $2) RETURNING id`,
      [stored.sha256, stored.bytes],
    );
    await office.database.owner(
      `INSERT INTO intake.addresses (id, post_id, kind, value, evidence_id) VALUES (gen_random_uuid(), $1, 'picture', $2, $3)`,
      [postId, stored.sha256, id],
    );
    const { status } = await inspector.call('POST', `/api/cases/${caseId}/exhibits`, {
      evidenceId: id,
      part: 'whole',
      why: 'Ảnh được gửi',
    });
    if (status >= 300) throw new Error(`The picture was answered ${status}`);
  }
  const ask = (who: Caller, body: object = { reason: REASON }) =>
    fetch(`${at.office.base}/api/cases/${caseId}/dossier`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: who.cookie, 'x-csrf': who.csrf },
      body: JSON.stringify(body),
    });
  const exported = () => at.office.database.owner(`SELECT 1 FROM core.events WHERE type IN ('dossier.exported', 'evidence.exported')`);
  const spooled = () => readdirSync(join(at.office.app.get<Config>(CONFIG).dataDir, 'dossiers'));

  test('holds all of it, signed, and verifies without the office', async () => {
    const answer = await ask(at.inspector);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual([
      200,
      'application/zip',
      String(bytes.length),
    ]);
    const file = join(dir, 'dossier.zip');
    writeFileSync(file, bytes);
    const verdict = await verifyFile(file, []);
    expect(verdict).toMatchObject({ kind: 'dossier', holds: true, faults: [] });
    expect(verdict.exhibits.map(({ file: name, holds }) => [name, holds])).toEqual([
      ['exhibits/001/package.wacz', true],
      ['exhibits/002/package.wacz', true],
    ]);
    const parts = new Map(partsOf(bytes).map(({ name, content }) => [name, content]));
    const names = [...parts.keys()];
    expect(names).toEqual(
      expect.arrayContaining(['index.html', 'verify.html', 'record/timeline.json', 'exhibits/005/paper.pdf', 'exhibits/003/picture.jpg']),
    );
    expect(parts.get('exhibits/006/file.mp4')).toEqual(FILM);
    const exhibits = JSON.parse(parts.get('record/exhibits.json')!.toString()) as {
      files: string[];
      lacks?: string;
      file: { name: string; origin: string | null; claims: Record<string, unknown>; hidden: boolean } | null;
    }[];
    expect(exhibits.map(({ files, lacks }) => [files.length > 0, lacks !== undefined])).toEqual(
      [0, 0, 0, 1, 0, 0].map((unseen) => [unseen === 0, unseen === 1]), // of the fourth, a picture whose points are broken, nothing can be seen
    );
    const { name, origin, claims, hidden } = exhibits[5].file!;
    expect([name, origin, claims.seconds, claims.device, claims.place, hidden]).toEqual(['….mp4', null, 83.4, undefined, undefined, true]); // names are masked in a record, and so is a place
    expect(names.filter((name) => /^takedowns\/.*letter-1\.eml$/.test(name))).toHaveLength(1);
    const page = parts.get('index.html')!.toString();
    expect(page.includes(ORIGIN) || page.includes('phim.mp4')).toBe(false);
    expect(page).toContain('Tệp được giao nộp nằm trong gói nguyên như khi nhận');
    expect(page).toContain('Đã gọi &#60;b&#62;chủ trang');
    expect(page).not.toMatch(/<script|https?:\/\/[^<]*"/);
    const whole = bytes.toString('latin1');
    expect(whole.includes('Nguoi Bao Tin Bi Mat') || bytes.toString('utf8').includes(REPORTER)).toBe(false);
    const timeline = JSON.parse(parts.get('record/timeline.json')!.toString()) as { type: string }[];
    expect(timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['case.opened', 'case.noted', 'takedown.sent']));
    expect(spooled()).toEqual([]);
    const printed = await readPdf(parts.get('exhibits/001/certificate-en.pdf')!);
    const text = packed(printed.pages.join(''));
    const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
    for (const told of ['Certificate of capture', 'text.txt', sha256(parts.get('exhibits/001/package.wacz')!), 'https://mang.example/bai/'])
      expect(text.toLowerCase()).toContain(packed(told).toLowerCase());
    expect([printed.language, names.filter((name) => name.includes('certificate-')).length]).toEqual(['en', 4]);
  });

  test('has a certificate of each capture that is given alone too, for a reason that its custody shows', async () => {
    const [{ id }] = await at.office.database.owner<Named>('SELECT id FROM crawl.captures WHERE evidence_id = $1', [evidence[0]]);
    const certify = (who: Caller, body: object, what = 'certificate') =>
      fetch(`${at.office.base}/api/captures/${id}/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: who.cookie, 'x-csrf': who.csrf },
        body: JSON.stringify(body),
      });
    expect((await certify(at.legal, { language: 'vi', reason: 'ngắn' })).status).toBe(400);
    const answer = await certify(at.legal, { language: 'vi', reason: REASON });
    const { pages, language } = await readPdf(Buffer.from(await answer.arrayBuffer()));
    expect([answer.status, language, packed(pages.join('')).includes(packed('Quy tắc quyết định'))]).toEqual([200, 'vi', true]);
    const { items } = (await at.legal.call('GET', `/api/captures/${id}/custody`)).body as unknown as { items: object[] };
    expect(items[0]).toMatchObject({ part: 'certificate', reason: REASON });
    const taken = Buffer.from(await (await certify(at.legal, { reason: REASON }, 'package')).arrayBuffer());
    const [{ sha256 }] = await at.office.database.owner<{ sha256: string }>('SELECT sha256 FROM core.evidence_items WHERE id = $1', [
      evidence[0],
    ]);
    expect(createHash('sha256').update(taken).digest('hex')).toBe(sha256);
    const after = (await at.legal.call('GET', `/api/captures/${id}/custody`)).body as unknown as { items: object[] };
    expect(after.items[0]).toMatchObject({ part: 'package', reason: REASON });
  });

  test('stands in the custody of each exhibit with who and why, and in the history of the case', async () => {
    const { body } = await at.legal.call('GET', `/api/cases/${caseId}`);
    const file = body as unknown as {
      exhibits: { evidenceId: string; custody: { part: string; by: string; reason: string | null }[] }[];
      history: { type: string; reason: string | null }[];
    };
    expect(file.exhibits.map((x) => x.custody.filter((look) => look.part === 'dossier').map((look) => look.reason))).toEqual(
      file.exhibits.map(() => [REASON]),
    );
    expect(file.exhibits).toHaveLength(6);
    expect(file.history.find((e) => e.type === 'dossier.exported')).toMatchObject({ reason: REASON });
    const [{ text }] = await at.office.database.owner<{ text: string }>(
      `SELECT string_agg(office::text, '') AS text FROM core.events WHERE type LIKE '%.exported'`,
    );
    expect(text).not.toContain('Viện kiểm sát');
  });

  test('leaves its reason in no other case of the same post, and in no list that all cases share', async () => {
    const { office, inspector } = at;
    const [{ captureId, postId }] = await office.database.owner<{ captureId: string; postId: string }>(
      'SELECT id AS "captureId", post_id AS "postId" FROM crawl.captures WHERE evidence_id = $1',
      [evidence[0]],
    );
    const [{ other }] = await office.database.owner<{ other: string }>(
      `WITH made AS (INSERT INTO cases.cases (id, year, serial, opened_by) SELECT gen_random_uuid(), year, 999999, opened_by FROM cases.cases WHERE id = $1 RETURNING id),
       post AS (INSERT INTO cases.case_posts (case_id, post_id, reason) SELECT id, $2::uuid, 'added' FROM made) SELECT id AS other FROM made`,
      [caseId, postId],
    );
    await inspector.call('POST', `/api/cases/${other}/exhibits`, { evidenceId: evidence[0], part: 'picture', why: 'cùng bài' });
    const read = async <T>(path: string) => (await inspector.call('GET', path)).body as unknown as T;
    type Look = { part: string; reason: string | null };
    type Told = { exhibits: { evidenceId: string; custody: Look[] }[]; history: { office: Partial<Look>; reason: string | null }[] };
    const reasons = (looks: Look[]) => looks.filter(({ part }) => part === 'dossier').map(({ reason }) => reason);
    const inCase = async (id: string) => {
      const { exhibits, history } = await read<Told>(`/api/cases/${id}`);
      const custody = exhibits.filter((x) => x.evidenceId === evidence[0]).flatMap((x) => x.custody);
      const happened = history.filter((e) => e.office.part === 'dossier').map((e) => e.reason);
      return [reasons(custody), new Set(happened)];
    };
    expect(await inCase(other)).toEqual([[null], new Set([null])]);
    expect(await inCase(caseId)).toEqual([[REASON], new Set([REASON])]);
    expect(reasons((await read<{ items: Look[] }>(`/api/captures/${captureId}/custody`)).items)).toEqual([null]);
  });

  test('names the file of which one byte was changed', async () => {
    const bytes = readFileSync(join(dir, 'dossier.zip'));
    const part = partsOf(bytes).find(({ name }) => name === 'record/notes.json')!;
    bytes[bytes.indexOf(part.content) + 20] ^= 1;
    const file = join(dir, 'damaged.zip');
    writeFileSync(file, bytes);
    const { holds, faults } = await verifyFile(file, []);
    expect([holds, faults.map(({ where }) => where)]).toEqual([false, expect.arrayContaining(['record/notes.json'])]);
  });

  test('goes to nobody without the right, a reason of ten letters, or who is barred from the case; nothing is recorded then', async () => {
    const before = (await exported()).length;
    expect((await ask(at.coordinator)).status).toBe(403);
    expect((await ask(at.inspector, {})).status).toBe(400);
    expect((await ask(at.inspector, { reason: 'ngắn' })).status).toBe(400);
    expect((await ask(at.inspector, { reason: `${' '.repeat(10)}x` })).status).toBe(400);
    const barred = await at.office.as('inspector');
    await at.inspector.call('POST', `/api/cases/${caseId}/parties`, {
      kind: 'person',
      role: 'accused',
      staffId: barred.staffId,
      name: 'Người 9',
    });
    expect((await ask(barred)).status).toBe(404);
    expect(await exported()).toHaveLength(before);
  });

  test('says of an exhibit that was purged that it was; one that left before verifies as before', async () => {
    const sql = <T extends object>(text: string, values: unknown[] = []) => at.office.database.owner<T>(text, values);
    await sql(`UPDATE cases.steps SET taken_at = taken_at - interval '30 years' WHERE case_id = $1`, [caseId]);
    await sql(`UPDATE cases.cases SET state = 'closed', opened_at = opened_at - interval '30 years' WHERE id = $1`, [caseId]);
    await sql(`UPDATE crawl.captures SET ordered_at = ordered_at - interval '30 years', ended_at = NULL WHERE evidence_id = $1`, [
      evidence[1],
    ]);
    const [{ id: batch }] = await sql<Named>(
      `INSERT INTO retention.batches (class, kind, basis, keep, rule) VALUES ('x', 'capture', 'case-closed', '20 years', '{}') RETURNING id`,
    );
    const [{ id: item }] = await sql<Named>(
      `INSERT INTO retention.items (batch_id, kind, ref_id, since, due_at) SELECT $1, 'capture', id, ordered_at, ordered_at FROM crawl.captures WHERE evidence_id = $2 RETURNING id`,
      [batch, evidence[1]],
    );
    await sql(`UPDATE retention.batches SET state = 'submitted', submitted_by = $2 WHERE id = $1`, [batch, at.legal.staffId]);
    await sql(`UPDATE retention.batches SET state = 'approved', decided_by = $2 WHERE id = $1`, [batch, at.inspector.staffId]);
    expect(await sql('SELECT retention.purge($1) AS became', [item])).toEqual([{ became: 'purged' }]);
    expect(await verifyFile(join(dir, 'dossier.zip'), [])).toMatchObject({ kind: 'dossier', holds: true });
    const answer = await ask(at.legal);
    const bytes = Buffer.from(await answer.arrayBuffer());
    writeFileSync(join(dir, 'after.zip'), bytes);
    expect([answer.status, await verifyFile(join(dir, 'after.zip'), [])]).toMatchObject([200, { kind: 'dossier', holds: true }]);
    const listed = JSON.parse(
      partsOf(bytes)
        .find(({ name }) => name === 'record/exhibits.json')!
        .content.toString(),
    ) as object[];
    expect(listed.find((x) => (x as { evidenceId: string }).evidenceId === evidence[1])).toMatchObject({
      purgedAt: expect.any(String),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      files: [],
    });
  });

  test('is written at the command line in the name of a person', async () => {
    const { dataDir } = at.office.app.get<Config>(CONFIG);
    const run = (...args: string[]) =>
      lachanIn(dir, ['dossier', caseId, '--reason', REASON, ...args], { ...process.env, LACHAN_DATA: dataDir });
    const out = join(dir, 'written.zip');
    const { code, json } = await run('--out', out, '--by', 'inspector-1@lachan.test', '--json');
    expect([code, json]).toMatchObject([0, { out }]);
    expect(await verifyFile(out, [])).toMatchObject({ kind: 'dossier', holds: true });
    const page = partsOf(readFileSync(out)).find(({ name }) => name === 'index.html')!;
    expect(page.content.toString()).toContain('at the command line of the server, where no password is asked');
    const { body } = await at.inspector.call('GET', `/api/cases/${caseId}`);
    const { exhibits } = body as unknown as { exhibits: { purgedAt: string | null; custody: { part: string; reason: string }[] }[] };
    const there = exhibits.filter((x) => x.purgedAt === null); // of what is gone nothing is taken along
    expect(there.length).toBe(exhibits.length - 1);
    expect(there.map(({ custody: [last] }) => [last.part, last.reason])).toEqual(there.map(() => ['dossier-at-command-line', REASON]));
    const events = `SELECT office #>> '{data,at}' AS at FROM core.events WHERE type = 'dossier.exported' ORDER BY position DESC LIMIT 1`;
    expect(await at.office.database.owner(events)).toEqual([{ at: 'command-line' }]);
    expect((await run('--out', join(dir, 'none.zip'), '--by', 'coordinator-2@lachan.test')).code).toBe(1);
  });

  test('is made again as soon as there is room for it, however often there was none', async () => {
    const folder = join(at.office.app.get<Config>(CONFIG).dataDir, 'dossiers');
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    for (let i = 0; i < 3; i++) expect((await ask(at.inspector)).status).toBe(500);
    rmSync(folder);
    const answer = await ask(at.inspector);
    const told = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.status === 200 ? '' : told.toString()]).toEqual([200, '']);
  });

  test('tells one moment: what changes while it is made is in none of its lists', async () => {
    const { office, inspector, coordinator } = at;
    const spool = await Spool.open(dir);
    const renamed = (name: string) => office.database.owner('UPDATE core.staff SET name = $2 WHERE id = $1', [coordinator.staffId, name]);
    const [{ name }] = await office.database.owner<{ name: string }>('SELECT name FROM core.staff WHERE id = $1', [coordinator.staffId]);
    const open = spool.file.bind(spool);
    spool.file = async () => {
      await renamed('Tên Về Sau');
      return open();
    };
    const by = { staffId: inspector.staffId, rights: new Set<string>() };
    const { record } = await office.app.get(ComposeDossier).run(by, caseId, new Date().toISOString(), spool, () => Promise.resolve());
    await renamed(name);
    const requests = Buffer.concat(await (await record.find(({ path }) => path === 'record/takedowns.json')!.open()).toArray()).toString();
    expect([requests.includes(name), requests.includes('Tên Về Sau')]).toEqual([true, false]);
    await spool.remove();
  });

  test('does not leave while an exhibit is damaged, which is told', async () => {
    const [{ sha256 }] = await at.office.database.owner<{ sha256: string }>('SELECT sha256 FROM core.evidence_items WHERE id = $1', [
      evidence[0],
    ]);
    const stored = join(at.office.app.get<Config>(CONFIG).dataDir, 'evidence', sha256.slice(0, 2), sha256);
    const sound = readFileSync(stored);
    writeFileSync(stored, Buffer.concat([sound, Buffer.from('x')]));
    const before = (await exported()).length;
    const answer = await ask(at.inspector);
    expect([answer.status, await answer.json()]).toMatchObject([500, { code: 'evidence-damaged', detail: 'exhibits/001/package.wacz' }]);
    expect(await exported()).toHaveLength(before);
    expect(spooled()).toEqual([]);
    writeFileSync(stored, sound);
    expect(createHash('sha256').update(sound).digest('hex')).toBe(sha256);
  });
});
