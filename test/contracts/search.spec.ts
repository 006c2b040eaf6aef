import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Sealer } from '../../src/core/events/sealer.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost, type Ready } from './cases-setup.js';
import { PenaltyDesk } from './penalties-setup.js';

interface Hit {
  kind: string;
  id: string;
  title: string;
  detail: string;
  itemId?: string;
  caseId?: string;
}

describe('the box for everything finds', () => {
  let office: Office;
  let desk: PenaltyDesk;
  let [auditor, operator, administrator]: Caller[] = [];
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    desk = await PenaltyDesk.open(office);
    [auditor, operator, administrator] = [await office.as('auditor'), await office.as('operator'), await office.as('administrator')];
  }, 60_000);
  afterAll(() => office.close());

  const sql = <T extends object>(text: string, values: unknown[] = []) => office.database.owner<T>(text, values);
  const find = async (who: Caller, q: string): Promise<Hit[]> => {
    const { status, body } = await who.call('POST', '/api/search', { q });
    expect(status).toBe(200);
    return (body as unknown as { items: Hit[] }).items;
  };
  const ids = async (who: Caller, q: string, kind?: string) =>
    (await find(who, q)).filter((h) => !kind || h.kind === kind).map((h) => h.id);
  const openCase = async (ready: Ready) =>
    (await desk.inspector.call('POST', '/api/cases', { postId: ready.postId })).body as unknown as { id: string; number: string };
  /** A request of this case; what is sent has its link as an item, a draft only names it. */
  const request = async (caseId: string, number: string, ready: Ready, sent: boolean): Promise<string> => {
    const id = randomUUID();
    await sql(
      `INSERT INTO enforcement.takedowns (id, reference, kind, case_id, platform, created_by, state) VALUES ($1, $2, 'removal', $3, 'mang', $4, $5)`,
      [id, `${number}/YCG-${sent ? 1 : 2}`, caseId, desk.inspector.staffId, sent ? 'sent' : 'draft'],
    );
    if (sent)
      await sql(
        `INSERT INTO enforcement.items (id, takedown_id, case_id, address_id, post_id, url, asked_at, due_at) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now(), now())`,
        [id, caseId, ready.addressId, ready.postId, ready.url],
      );
    else
      await sql(
        `INSERT INTO enforcement.takedown_contents (id, takedown_id, number, bytes, sha256, address_ids, written_by, at_version)
         SELECT gen_random_uuid(), $1, 1, b, encode(sha256(b), 'hex'), ARRAY[$2::uuid], $3, 1 FROM (SELECT convert_to('{"x":1}', 'UTF8') AS b) x`,
        [id, ready.addressId, desk.inspector.staffId],
      );
    return id;
  };
  /** Whatever hangs on one case, with the words by which each of it is found. */
  const everything = async () => {
    const ready = await judgedPost(office, desk.inspector.staffId);
    const { id: caseId, number } = await openCase(ready);
    const [sent, draft] = [await request(caseId, number, ready, true), await request(caseId, number, ready, false)];
    const [{ sha256 }] = await sql<{ sha256: string }>('SELECT sha256 FROM core.evidence_items WHERE id = $1', [ready.evidenceId]);
    return { ready, caseId, number, sent, draft, sha256 };
  };

  test('requests by their reference, by its beginning and by a link that they name, sent or not', async () => {
    const { ready, number, sent, draft, caseId } = await everything();
    const coordinator = await office.as('coordinator');
    expect(await find(coordinator, `${number}/ycg-1`)).toMatchObject([
      { kind: 'takedown', id: sent, title: `${number}/YCG-1`, detail: 'sent' },
    ]);
    expect((await ids(coordinator, `${number}/`, 'takedown')).sort()).toEqual([sent, draft].sort());
    expect((await ids(coordinator, number)).sort()).toEqual([caseId, sent, draft].sort());
    expect(
      (
        await ids(
          coordinator,
          ` ${ready.url.toUpperCase().replace('/BAI/', '/bai/').replace(ready.postId.toUpperCase(), ready.postId)}#x`,
          'takedown',
        )
      ).sort(),
    ).toEqual([sent, draft].sort());
    expect(await ids(operator, `${number}/YCG-1`)).toEqual([]);
  });
  test('records and decisions by their reference and official number', async () => {
    const { id } = await desk.issued();
    const [p] = await sql<{ violation: string; reference: string; number: string }>(
      'SELECT v.id AS violation, v.reference, p.number FROM enforcement.penalties p JOIN enforcement.violations v ON v.id = p.violation_id WHERE p.id = $1',
      [id],
    );
    expect((await find(auditor, p.reference)).map((h) => [h.kind, h.id])).toEqual([
      ['violation', p.violation],
      ['penalty', id],
    ]);
    expect((await find(await office.as('coordinator'), p.reference)).map((h) => h.kind)).toEqual(['penalty']);
    expect(p.number).toBe('1/QĐ-XPHC');
    for (const q of [p.number, '1/qđ', '1/']) expect([q, await ids(auditor, q, 'penalty')]).toEqual([q, [id]]);
    expect(await ids(auditor, '11/QĐ', 'penalty')).toEqual([]);
  });
  test('evidence by its SHA-256 or the first eight signs of it: the capture, and the case that holds it', async () => {
    const { ready, caseId, sha256 } = await everything();
    for (const q of [sha256, sha256.toUpperCase(), sha256.slice(0, 10)])
      expect((await find(desk.inspector, q)).filter((h) => h.kind !== 'post')).toMatchObject([
        { kind: 'capture', id: ready.captureId, itemId: ready.itemId, title: sha256 },
        { kind: 'exhibit', caseId },
      ]);
    expect(await ids(desk.inspector, sha256.slice(0, 7), 'capture')).toEqual([]);
    expect((await find(await office.as('coordinator'), sha256)).map((h) => h.kind)).toEqual(['exhibit']);
  });
  test('the report of a receipt, however it is read out, for those who read reports', async () => {
    const sent = await office.guest().call('POST', '/api/reports', { text: 'Nội dung phản ánh để tra mã biên nhận' });
    const { receipt } = sent.body as unknown as { receipt: string };
    const [{ id }] = await sql<{ id: string }>('SELECT report_id AS id FROM intake.receipts ORDER BY report_id');
    for (const q of [receipt, receipt.toLowerCase(), receipt.replaceAll('-', ' ')])
      expect([q, await find(operator, q)]).toMatchObject([q, [{ kind: 'report', id, title: 'Nội dung phản ánh để tra mã biên nhận' }]]);
    expect(((await operator.call('GET', `/api/reports?id=${id}`)).body as unknown as { items: object[] }).items).toMatchObject([{ id }]);
    expect(await find(administrator, receipt)).toEqual([]);
    expect(await find(await office.as('coordinator'), receipt)).toEqual([]);
    expect(await find(operator, `${receipt.slice(0, -1)}${receipt.endsWith('0') ? '1' : '0'}`)).toEqual([]);
  });
  test('an entry of the log by its number, for those who read the log', async () => {
    for (let more = 1; more > 0;) more = (await office.app.get(Sealer).seal()).sealed;
    const [{ id, type }] = await sql<{ id: string; type: string }>(
      'SELECT e.id, e.type FROM core.seals s JOIN core.events e ON e.id = s.event_id WHERE s.seq = 3',
    );
    for (const q of ['#3', '03'])
      expect((await find(auditor, q)).filter((h) => h.kind === 'entry')).toEqual([{ kind: 'entry', id, title: '3', detail: type }]);
    expect(await ids(desk.inspector, '#3', 'entry')).toEqual([]);
  });
  test('nothing of a case for who is party to it, whichever way they look', async () => {
    const someone = await office.as('inspector', 'legal', 'auditor', 'coordinator');
    const { caseId } = await desk.drafted();
    const [of] = await sql<Ready & { number: string; sha256: string }>(
      `SELECT c.number, a.url, a.id AS "addressId", a.post_id AS "postId", e.sha256 FROM cases.cases c JOIN cases.case_posts l ON l.case_id = c.id
       JOIN intake.addresses a ON a.post_id = l.post_id JOIN cases.exhibits x ON x.case_id = c.id JOIN core.evidence_items e ON e.id = x.evidence_id WHERE c.id = $1 LIMIT 1`,
      [caseId],
    );
    await request(caseId, of.number, of, true);
    for (let more = 1; more > 0;) more = (await office.app.get(Sealer).seal()).sealed;
    const [{ seq }] = await sql<{ seq: string }>(
      `SELECT s.seq::text AS seq FROM core.seals s JOIN core.events e ON e.id = s.event_id WHERE e.type = 'case.opened' AND e.subject = $1`,
      [caseId],
    );
    const ways = [of.number, `${of.number}/`, of.url, of.sha256, `#${seq}`];
    const kinds = async () => [...new Set((await Promise.all(ways.map((q) => find(someone, q)))).flat().map((h) => h.kind))].sort();
    expect(await kinds()).toEqual(['capture', 'case', 'entry', 'exhibit', 'penalty', 'post', 'takedown', 'violation']);
    const { version } = (await desk.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number };
    const party = { version, kind: 'person', role: 'other', name: 'Người liên quan', staffId: someone.staffId };
    expect((await desk.inspector.call('POST', `/api/cases/${caseId}/parties`, party)).status).toBe(201);
    expect(await kinds()).toEqual([]);
  });
});
