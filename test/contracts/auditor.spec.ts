import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../src/core/config.js';
import { Evidence } from '../../src/core/evidence/evidence.js';
import { routesOf } from '../../src/core/http/routes.js';
import { rightsOf } from '../../src/core/identity/rights.js';
import type { StatisticLine } from '../../src/publication/figures/statistics.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { sealAll } from './backup-setup.js';
import { judgedPost, type Ready } from './cases-setup.js';
import { openMailServer } from './enforcement-setup.js';
import { linesOf } from './overview-setup.js';
import { publish, Story } from './public-log-setup.js';

interface Entry {
  id: string;
  seq: number | null;
  publicPart: string;
  officePart: string;
  publicHash: string;
  officeHash: string;
  seal: {
    seq: number;
    previousHead: string;
    digest: string;
    head: string;
    holds: boolean;
    signedHead: { seq: number; head: string; signature: string } | null;
  } | null;
}
interface PublicFigure {
  figure: string;
  months: { month: string; count: number; sum: number | null; list: string }[];
}
interface Verification {
  verified: boolean;
  parts: { name: string; sha256: string; found: string | null; holds: boolean }[];
}
const H = (...parts: Uint8Array[]) => parts.reduce((h, p) => h.update(p), createHash('sha256')).digest();
const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('the auditor', () => {
  let office: Office;
  let mail: Awaited<ReturnType<typeof openMailServer>>;
  let auditor: Caller;
  let story: Story;
  beforeAll(async () => {
    mail = await openMailServer();
    office = await openOffice({ SMTP_URL: mail.url, LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    story = await Story.open(office);
    auditor = await office.as('auditor');
    await story.everything();
    await publish(office);
  }, 120_000);
  afterAll(async () => {
    await office.close();
    await mail.close();
  });
  const entry = async (id: string, who = auditor) => (await who.call('GET', `/api/log/entries/${id}`)).body as unknown as Entry;
  const events = (subject: string, type: string) =>
    office.database.owner<{ actor: string; data: Record<string, unknown> }>(
      `SELECT office ->> 'actor' AS actor, office -> 'data' AS data FROM core.events WHERE subject = $1 AND type = $2 ORDER BY position`,
      [subject, type],
    );

  test('changes nothing: what they may send looks at evidence for a reason, as custody then says, or searches, compares a text, computes a fine or takes the registry along, and keeps nothing', () => {
    const rights = rightsOf(['auditor']);
    const open = routesOf(office.app).filter((r) => r.method !== 'GET' && r.access?.kind === 'right' && rights.has(r.access.right));
    expect(open.map((r) => `${r.method} ${r.path}`)).toEqual([
      ...['POST /api/captures/:id/certificate', 'POST /api/captures/:id/package', 'POST /api/captures/:id/parts/:name'],
      'POST /api/captures/:id/replays',
      ...['POST /api/claims/export', 'POST /api/claims/search', 'POST /api/claims/similar', 'POST /api/corrections/search'],
      ...['POST /api/penalty-law/previews', 'POST /api/triage/search'],
    ]);
  });

  test('follows every public figure of a month to the entries that make it', async () => {
    const { lines } = (await office.guest().call('GET', '/api/statistics')).body as unknown as { lines: StatisticLine[] };
    const { figures } = (await auditor.call('GET', '/api/log/figures')).body as unknown as { figures: PublicFigure[] };
    const wrong: object[] = [];
    for (const { figure, months } of figures)
      for (const { month, count, sum, list } of months) {
        const entries = await linesOf(auditor, list);
        const published = lines.filter((l) => l.figure === figure && l.month === month);
        const [all, total] = [published.reduce((n, l) => n + l.count, 0), published.reduce((n, l) => n + (l.sum ?? 0), 0)];
        if (entries.length !== all || count !== all || (sum ?? 0) !== total)
          wrong.push({ figure, month, all, count, entries: entries.length });
      }
    expect(wrong).toEqual([]);
    const told = figures.filter((f) => f.months.length > 0).map((f) => f.figure);
    expect([...told].sort()).toEqual([...new Set(lines.filter((l) => l.median === null).map((l) => l.figure))].sort());
    expect(told.length).toBeGreaterThan(15);
  });
  test('asks for a public figure by its name only', async () => {
    expect((await auditor.call('GET', '/api/log?figure=people')).status).toBe(400);
  });

  test('reads an entry to its bytes, and by what it is sealed', async () => {
    const [line] = await linesOf(auditor, '/api/log?type=case.opened');
    const e = await entry(line.id);
    const publicHash = H(Buffer.from(e.publicPart));
    expect(e.publicHash).toBe(publicHash.toString('hex'));
    expect(JSON.parse(e.officePart)).toMatchObject({ id: line.id, part: 'office', type: 'case.opened' });
    const { seq, previousHead, digest, head, holds, signedHead } = e.seal!;
    expect(digest).toBe(H(publicHash, H(Buffer.from(e.officePart))).toString('hex'));
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(seq));
    expect(head).toBe(H(number, bytes(previousHead), bytes(digest)).toString('hex'));
    expect([holds, signedHead!.seq >= seq]).toEqual([true, true]);
    const [before] = await office.database.owner<{ head: string }>(`SELECT encode(head, 'hex') AS head FROM core.seals WHERE seq = $1`, [
      seq - 1,
    ]);
    expect(previousHead).toBe(before.head);
  });
  test('sees that an entry waits for its seal, then for a signed head', async () => {
    await story.report({ text: 'Một tin nữa' });
    const [line] = await linesOf(auditor, '/api/log?type=report.received');
    expect((await entry(line.id)).seal).toBeNull();
    await sealAll(office);
    expect((await entry(line.id)).seal).toMatchObject({ holds: true, signedHead: { seq: expect.any(Number) as unknown as number } });
  });
  test('sees that an entry was changed after it was sealed', async () => {
    const [line] = await linesOf(auditor, '/api/log?type=case.noted');
    const id = line?.id ?? (await linesOf(auditor, '/api/log?type=case.opened'))[0].id;
    const sql = office.database.owner.bind(office.database);
    const [{ kept }] = await sql<{ kept: Buffer }>('SELECT public_part AS kept FROM core.events WHERE id = $1', [id]);
    await sql('UPDATE core.events SET public_part = $2 WHERE id = $1', [
      id,
      Buffer.from(kept.toString().replace('"platform"', '"Platform"')),
    ]);
    expect((await entry(id)).seal!.holds).toBe(false);
    await sql('UPDATE core.events SET public_part = $2 WHERE id = $1', [id, kept]);
    expect((await entry(id)).seal!.holds).toBe(true);
  });
  test('finds no entry that names a case they are barred from', async () => {
    const barred = await office.as('auditor');
    const { caseId } = await story.confirmed({ title: 'Vụ của kiểm tra', reason: 'đủ' });
    const [line] = await linesOf(barred, `/api/log?subject=${caseId}`);
    expect((await barred.call('GET', `/api/log/entries/${line.id}`)).status).toBe(200);
    await story.inspector.call('POST', `/api/cases/${caseId}/parties`, {
      kind: 'person',
      role: 'accused',
      name: 'Người liên quan',
      staffId: barred.staffId,
    });
    expect((await barred.call('GET', `/api/log/entries/${line.id}`)).status).toBe(404);
    expect((await auditor.call('GET', `/api/log/entries/${line.id}`)).status).toBe(200);
  });
  test('comes from an entry to the record that it is about', async () => {
    const about = async (type: string) => ((await linesOf(auditor, `/api/log?type=${type}`))[0].record as unknown as { kind: string }).kind;
    expect([await about('case.opened'), await about('takedown.sent'), await about('correction.published')]).toEqual([
      'case',
      'takedown',
      'correction',
    ]);
  });

  describe('verifying bytes', () => {
    let ready: Ready;
    let file: string;
    let sha256: string;
    const verify = async (who = auditor) => who.call('GET', `/api/evidence/${ready.evidenceId}/verification`);
    beforeAll(async () => {
      ready = await judgedPost(office, story.inspector.staffId);
      const stored = await office.app.get(Evidence).store.put(Buffer.from('đúng như khi niêm phong'));
      sha256 = stored.sha256;
      file = join(office.app.get<Config>(CONFIG).dataDir, 'evidence', sha256.slice(0, 2), sha256);
      const sql = office.database.owner.bind(office.database);
      await sql('UPDATE core.evidence_items SET sha256 = $2, bytes = $3 WHERE id = $1', [ready.evidenceId, sha256, stored.bytes]);
      await sql(`UPDATE crawl.capture_parts SET name = 'package', sha256 = $2, bytes = $3 WHERE capture_id = $1`, [
        ready.captureId,
        sha256,
        stored.bytes,
      ]);
    });
    test('computes them anew and says that they hold, and the look is custody', async () => {
      const { body } = await verify();
      expect(body as unknown as Verification).toMatchObject({
        verified: true,
        parts: [{ name: 'package', sha256, found: sha256, holds: true }],
      });
      expect(await events(ready.postId, 'evidence.verified')).toEqual([
        { actor: auditor.staffId, data: { evidenceId: ready.evidenceId, captureId: ready.captureId, verified: true } },
      ]);
      const { custody } = (await auditor.call('GET', `/api/captures/${ready.captureId}`)).body as unknown as {
        custody: { part: string }[];
      };
      expect(custody.map((c) => c.part)).toEqual(['verification']);
    });
    test('names the part that differs, and the damage stands on the log', async () => {
      const kept = readFileSync(file);
      writeFileSync(file, 'khác');
      const { verified, parts } = (await verify()).body as unknown as Verification;
      expect([verified, parts.map((p) => [p.name, p.holds])]).toEqual([false, [['package', false]]]);
      expect(parts[0].found).toBe(H(Buffer.from('khác')).toString('hex'));
      expect(await events(ready.postId, 'evidence.damaged')).toEqual([
        { actor: auditor.staffId, data: { of: ready.captureId, part: 'package' } },
      ]);
      writeFileSync(file, kept);
      expect(((await verify()).body as unknown as Verification).verified).toBe(true);
    });
    test('says that nothing lies there where the bytes are gone', async () => {
      rmSync(file);
      expect((await verify()).body as unknown as Verification).toMatchObject({ verified: false, parts: [{ found: null, holds: false }] });
    });
    test('is for those who may read evidence and are not barred from it', async () => {
      expect((await verify(await office.as('operator'))).status).toBe(403);
      const barred = await office.as('auditor');
      await office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [barred.staffId, ready.postId]);
      expect((await verify(barred)).status).toBe(404);
      expect((await auditor.call('GET', '/api/evidence/00000000-0000-4000-8000-000000000000/verification')).status).toBe(404);
    });
  });
});
