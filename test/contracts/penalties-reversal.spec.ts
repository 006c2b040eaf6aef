import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { work } from './enforcement-setup.js';
import { PenaltyDesk, type Made } from './penalties-setup.js';

const NOW = '2026-09-14T02:00:00Z';
type Penalty = Made & { id: string; recordId: string };

describe('what was decided wrongly', () => {
  let office: Office;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());

  const annul = async (id: string, who = desk.other) =>
    desk.act(id, 'annulment', { ground: 'error', reason: 'Sai đối tượng: không phải người đăng' }, who);
  /** Two people let the confirmed case fall. */
  const fall = async ({ caseId }: Made) => {
    const version = async () => ((await desk.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
    const proposed = await desk.inspector.call('POST', `/api/cases/${caseId}/falls`, {
      reason: 'bài đăng hóa ra đúng',
      version: await version(),
    });
    expect(proposed.status).toBeLessThan(300);
    const decided = await desk.second.call('POST', `/api/cases/${caseId}/falls/decision`, {
      decision: 'approved',
      version: await version(),
    });
    expect(decided.status).toBe(200);
    await work(office);
  };

  test('and paid is annulled by a signer who did not sign it, and all that was paid is given back', async () => {
    const made = await desk.served();
    await desk.pay(made.id, 12_500_000, '2026-09-14');
    expect((await annul(made.id, desk.legal)).body.code).toBe('own-signature');
    const drafted = (await annul(made.id)).body as unknown as { id: string };
    expect((await annul(made.id)).body).toMatchObject({ code: 'annulment-exists', penaltyId: drafted.id });
    expect((await desk.sign(drafted.id, desk.signer)).body.code).toBe('own-signature');
    expect((await desk.sign(drafted.id, desk.second)).body).toMatchObject({ state: 'signed' });
    expect(await desk.decision(made.id)).toMatchObject({ state: 'paid', annulment: { id: drafted.id, state: 'signed' } });
    expect((await desk.number(drafted.id)).body).toMatchObject({ number: expect.stringMatching(/\/QĐ-HB$/) });
    expect(await desk.decision(made.id)).toMatchObject({ state: 'annulled', refund: { owed: 12_500_000, made: [] } });
    expect((await desk.act(made.id, 'refund', { receipt: 'HT-1', on: '2026-09-14' })).body).toMatchObject({ state: 'refunded' });
    expect(await desk.decision(made.id)).toMatchObject({ refund: { owed: 0, made: [{ amount: 12_500_000 }] } });
    const act = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown;
    const decided = { act, end: 'fine', provision: 'ND174-2026:95.1.a', subject: 'individual', amount: 12_500_000, topic: 'y-te' };
    expect(await desk.told(made.id, 'penalty.annulled')).toEqual([{ ...decided, ground: 'error', issued: true }]);
    expect(await desk.told(made.id, 'penalty.refunded')).toEqual([{ ...decided, refund: 12_500_000 }]);
    const again = await desk.draftDecision(made.recordId);
    expect([again.status, (await desk.record(made.recordId)).penalties.map((p) => p.state)]).toEqual([
      201,
      ['refunded', 'numbered', 'draft'],
    ]);
  });
  test('and that is paid although an annulment waits or was issued is taken down, and given back as often as it comes in', async () => {
    const made = await desk.served();
    const { id } = (await annul(made.id)).body as unknown as { id: string };
    expect((await desk.pay(made.id, 2_500_000, '2026-09-14')).body).toMatchObject({ state: 'served' });
    expect(await desk.decision(id, desk.second)).toMatchObject({ payments: [{ amount: 2_500_000, annulmentId: id }], refund: { owed: 0 } });
    await desk.sign(id, desk.second);
    await desk.number(id);
    expect((await desk.pay(made.id, 12_500_000, '2026-09-14')).body).toMatchObject({ state: 'annulled' });
    const owed = async () => (await desk.decision(made.id)).refund.owed;
    const acts = async () => (await desk.decision(made.id, desk.clerk)).next.map((n) => n.act).sort();
    expect([await owed(), await acts()]).toEqual([15_000_000, ['record-payment', 'refund']]);
    expect((await desk.act(made.id, 'refund', { receipt: 'HT-3', on: '2026-09-14' })).body).toMatchObject({ state: 'refunded' });
    expect((await desk.pay(made.id, 1_000_000, '2026-09-15')).body).toMatchObject({ code: 'out-of-time' });
    expect((await desk.pay(made.id, 1_000_000, '2026-09-14')).body).toMatchObject({ state: 'annulled' });
    expect(await owed()).toBe(1_000_000);
    expect((await desk.act(made.id, 'refund', { receipt: 'HT-3', on: '2026-09-14' })).body.code).toBe('receipt-known');
    expect((await desk.act(made.id, 'refund', { receipt: 'HT-4', on: '2026-09-14' })).body).toMatchObject({ state: 'refunded' });
    const told = await desk.told(made.id, 'penalty.refunded');
    expect(told).toMatchObject([{ refund: 15_000_000 }, { refund: 1_000_000 }]);
    expect(await desk.told(made.id, 'penalty.paid')).toEqual([]);
  });
  test('but never paid owes nothing back', async () => {
    const made = await desk.issued();
    const { id } = (await annul(made.id)).body as unknown as { id: string };
    await desk.sign(id, desk.second);
    await desk.number(id);
    expect((await desk.decision(made.id, desk.clerk)).next.map((n) => n.act)).toEqual(['record-payment']);
    expect((await desk.act(made.id, 'refund', { receipt: 'HT-2', on: '2026-09-14' })).body).toMatchObject({ lacks: ['refund-owed'] });
  });
  test('is taken back by a reason that is not edited after its signature', async () => {
    const made = await desk.served();
    const { id } = (await annul(made.id)).body as unknown as { id: string };
    await desk.sign(id, desk.second);
    const { version } = await desk.decision(id);
    const reworded = await desk.other.call('PUT', `/api/penalties/${id}/annulment`, { version, reason: 'Lý do được viết lại' });
    expect(reworded.body).toMatchObject({ state: 'draft' });
    expect((await desk.number(id)).body.code).toBe('no-such-step');
    expect((await desk.change(id)).body.code).toBe('no-such-step');
  });

  test('keeps its case from being closed as long as something of it is open, and says what', async () => {
    const made = await desk.drawn();
    const close = async () => {
      const { version } = (await desk.inspector.call('GET', `/api/cases/${made.caseId}`)).body as unknown as { version: number };
      return (await desk.inspector.call('POST', `/api/cases/${made.caseId}/steps`, { to: 'closed', reason: 'đã xong', version })).body;
    };
    const stopped = (kind: string, id: string) => ({ code: 'case-lacks', lacks: ['no-open-penalty'], penalties: [{ kind, id }] });
    expect(await close()).toMatchObject(stopped('violation', made.recordId));
    await desk.confirmRight(made.recordId, true);
    await desk.explain(made.recordId, 'waived', await desk.day());
    const { id } = (await desk.draftDecision(made.recordId)).body as unknown as { id: string };
    expect(await close()).toMatchObject(stopped('penalty', id));
    await desk.sign(id);
    await desk.number(id);
    await desk.serve(id, await desk.day());
    expect(await close()).toMatchObject(stopped('penalty', id));
    await desk.pay(id, 12_500_000, await desk.day());
    expect(await close()).toMatchObject({ state: 'closed' });
  });

  describe('and drafted at the very moment at which its case is closed', () => {
    const waitsFor = (sql: string) =>
      until(
        async () =>
          (
            await office.database.owner(
              `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE $1`,
              [`%${sql}%`],
            )
          ).length > 0,
      );
    /** Another transaction that has done this much, and ends when it is told to. */
    const holding = async (sql: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: office.database.urls.owner });
      await client.connect();
      await client.query('BEGIN');
      await client.query(sql, values);
      return async () => {
        await client.query('COMMIT');
        await client.end();
      };
    };
    const close = async (caseId: string) => {
      const { version } = (await desk.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number };
      return desk.inspector.call('POST', `/api/cases/${caseId}/steps`, { to: 'closed', reason: 'đã xong', version });
    };
    /** A case with nothing open: its only decision was given back. */
    const settled = async () => {
      const made = await desk.served();
      await desk.pay(made.id, 12_500_000, '2026-09-14');
      const { id } = (await annul(made.id)).body as unknown as { id: string };
      await desk.sign(id, desk.second);
      await desk.number(id);
      await desk.act(made.id, 'refund', { receipt: 'HT-2', on: '2026-09-14' });
      return made;
    };
    const drafts = [
      [
        'a record',
        'violations',
        () => desk.accused(),
        (made: Made) => desk.inspector.call('POST', '/api/violations', desk.recordBody(made)),
      ],
      ['a decision', 'penalties', settled, (made: Made) => desk.draftDecision((made as Penalty).recordId)],
    ] as const;
    test.each(drafts)('%s comes first, and the case is not closed', async (_name, table, prepare, draft) => {
      const made = await prepare();
      const letGo = await holding(`LOCK TABLE enforcement.${table} IN SHARE MODE`); // it is about to be written
      const drafting = draft(made);
      await waitsFor(`INSERT INTO enforcement.${table}`);
      const closing = close(made.caseId);
      await waitsFor('FOR UPDATE');
      await letGo();
      expect((await drafting).status).toBe(201);
      expect((await closing).body).toMatchObject({ code: 'case-lacks', lacks: ['no-open-penalty'] });
    });
    test.each(drafts)('%s comes second, and is not drafted', async (_name, _table, prepare, draft) => {
      const made = await prepare();
      const letGo = await holding(`UPDATE cases.cases SET state = 'closed', version = version + 1 WHERE id = $1`, [made.caseId]);
      const drafting = draft(made);
      await waitsFor('FOR SHARE');
      await letGo();
      expect((await drafting).body).toMatchObject({ lacks: ['case-confirmed'] });
    });
  });

  describe('falls with its case', () => {
    const states = async (made: Penalty) => {
      const { state, annulment } = await desk.decision(made.id);
      return [state, annulment?.state ?? null];
    };
    test('a record and its draft are cancelled at once', async () => {
      const made = await desk.drafted();
      await fall(made);
      expect([await states(made), (await desk.record(made.recordId)).state]).toEqual([['cancelled', null], 'cancelled']);
      const bare = await desk.drawn();
      await fall(bare);
      expect((await desk.record(bare.recordId)).state).toBe('cancelled');
    });
    test('for what was signed an annulment waits for a signer, and no number is given meanwhile', async () => {
      const made = await desk.signed();
      await fall(made);
      expect(await states(made)).toEqual(['signed', 'draft']);
      expect((await desk.number(made.id)).body).toMatchObject({
        code: 'penalty-lacks',
        lacks: expect.arrayContaining(['no-annulment', 'case-confirmed']),
      });
    });
    test.each([
      ['issued', () => desk.issued(), 'numbered'],
      ['served', () => desk.served(), 'served'],
    ])('for what was %s an annulment is drafted by nobody, signed by another signer, and takes it back', async (_, make, state) => {
      const made = await make();
      await fall(made);
      expect(await states(made)).toEqual([state, 'draft']);
      const { id } = (await desk.decision(made.id)).annulment!;
      expect((await desk.decision(id)).content).toMatchObject({ ground: 'case-fell', reason: 'Vụ việc làm căn cứ đã bị hủy' });
      expect((await desk.sign(id, desk.signer)).body.code).toBe('own-signature');
      expect((await desk.sign(id, desk.second)).status).toBe(200);
      await desk.number(id);
      expect(await states(made)).toEqual(['annulled', 'numbered']);
    });
    test('what was issued is not served any more', async () => {
      const made = await desk.issued();
      await fall(made);
      const lacks = ['no-annulment', 'case-stands'];
      expect((await desk.serve(made.id, '2026-09-14')).body).toMatchObject({ code: 'penalty-lacks', lacks });
      expect(await states(made)).toEqual(['numbered', 'draft']);
    });
    test('what was served is never late, and money that comes in all the same is recorded and owed back', async () => {
      const made = await desk.served();
      await fall(made);
      await desk.today('2026-09-24T17:30:00Z');
      await work(office);
      expect(await states(made)).toEqual(['served', 'draft']);
      expect((await desk.pay(made.id, 12_500_000, '2026-09-25')).body).toMatchObject({ state: 'paid' });
      const { id } = (await desk.decision(made.id)).annulment!;
      expect((await desk.sign(id, desk.second)).status).toBe(200);
      await desk.number(id);
      expect(await desk.decision(made.id)).toMatchObject({ state: 'annulled', refund: { owed: 12_500_000 } });
      await desk.today(NOW);
    });
    test('what was paid is owed back once it is annulled', async () => {
      const made = await desk.served();
      await desk.pay(made.id, 12_500_000, '2026-09-14');
      await fall(made);
      const { id } = (await desk.decision(made.id)).annulment!;
      await desk.sign(id, desk.second);
      await desk.number(id);
      expect(await desk.decision(made.id)).toMatchObject({ state: 'annulled', refund: { owed: 12_500_000 } });
      await fall2(made);
    });
    /** A second delivery of the same event changes nothing. */
    const fall2 = async (made: Penalty) => {
      await office.database.owner(
        `UPDATE core.deliveries SET state = 'waiting', done_at = NULL WHERE event_id = (SELECT id FROM core.events WHERE type = 'case.fell' AND subject = $1)`,
        [made.caseId],
      );
      await work(office);
      expect((await desk.record(made.recordId)).penalties.map((p) => p.state)).toEqual(['annulled', 'numbered']);
    };
  });

  test('what waits for an annulment is neither served nor late before that is given up', async () => {
    const [issued, served] = [await desk.issued(), await desk.served()];
    await annul(issued.id);
    expect((await desk.serve(issued.id, '2026-09-14')).body).toMatchObject({ lacks: ['no-annulment'] });
    const { id } = (await annul(served.id)).body as unknown as { id: string };
    await desk.today('2026-09-24T17:30:00Z');
    await work(office);
    expect((await desk.decision(served.id)).state).toBe('served');
    expect((await desk.act(id, 'cancel', { reason: 'Soạn nhầm' }, desk.other)).status).toBe(200);
    await desk.today('2026-09-25T18:00:00Z');
    await work(office);
    expect((await desk.decision(served.id)).state).toBe('late');
    await desk.today(NOW);
  });

  test('a fine that is not paid in ten days from receipt is late, complained about or not, with interest for each day that follows from the table', async () => {
    const made = await desk.served();
    expect((await desk.complain(made.id, '2026-09-14')).status).toBe(201);
    await desk.today('2026-09-24T16:00:00Z');
    await work(office);
    expect((await desk.decision(made.id)).state).toBe('served');
    await desk.today('2026-09-24T17:30:00Z');
    await work(office);
    expect((await desk.decision(made.id)).state).toBe('late');
    expect(await desk.told(made.id, 'penalty.late')).toMatchObject([{ amount: 12_500_000 }]);
    await desk.today('2026-10-04T02:00:00Z');
    expect((await desk.decision(made.id)).debt).toEqual({ unpaid: 12_500_000, interest: 62_500, daysLate: 10 });
    expect((await desk.pay(made.id, 12_500_000, '2026-10-04', { interest: 62_501 })).body).toMatchObject({
      code: 'overpaid',
      interest: 62_500,
    });
    const receipt = 'BL-trùng';
    expect((await desk.pay(made.id, 500_000, '2026-10-04', { receipt })).status).toBe(200);
    expect((await desk.pay(made.id, 500_000, '2026-10-04', { receipt })).body.code).toBe('receipt-known');
    expect((await desk.pay(made.id, 12_000_000, '2026-10-04', { interest: 62_500 })).body).toMatchObject({ state: 'paid' });
    await desk.today(NOW);
  });
});
