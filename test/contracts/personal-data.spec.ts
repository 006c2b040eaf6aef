import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { PersonalData, type Look } from '../../src/core/identity/personal-data.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost } from './cases-setup.js';

describe('a look at personal data', () => {
  let office: Office;
  let chief: { staffId: string };
  beforeAll(async () => {
    office = await openOffice();
    chief = await office.as('chief');
  }, 60_000);
  afterAll(() => office.close());
  const look = (more: Partial<Look> = {}, then: () => void = () => undefined) =>
    office.app.get(Db).tx(async (tx) => {
      await office.app
        .get(PersonalData)
        .look(tx, { kind: 'party', refId: randomUUID(), reason: 'Cần gọi lại để hỏi thêm', by: chief, ...more });
      then();
    });
  const kept = (refId: string) =>
    office.database.owner<{ reason: string; by: string; type: string; actor: string; office: object }>(
      `SELECT r.reason, r.read_by AS by, e.type, e.office ->> 'actor' AS actor, e.office FROM core.personal_data_reads r JOIN core.events e ON e.office -> 'data' ->> 'readId' = r.id::text WHERE r.ref_id = $1`,
      [refId],
    );

  test('leaves who looked on the log, and why beside it, since the log holds no free text', async () => {
    const refId = randomUUID();
    await look({ refId, reason: '  Đối chiếu với đơn số 12  ' });
    const rows = await kept(refId);
    expect(rows).toMatchObject([
      { reason: 'Đối chiếu với đơn số 12', by: chief.staffId, type: 'personal-data.read', actor: chief.staffId },
    ]);
    expect(JSON.stringify(rows[0].office)).not.toContain('đơn số');
  });
  test('without a reason is refused', async () => {
    for (const reason of ['', '    ', 'vì', 'x'.repeat(1_001)]) await expect(look({ reason })).rejects.toMatchObject({ code: 'invalid' });
  });
  test('of a reporter is refused without an approved request', async () => {
    await expect(look({ kind: 'reporter' })).rejects.toMatchObject({ code: 'identity-not-approved' });
  });
  test('that fails afterwards is no look: the note goes with the transaction', async () => {
    const refId = randomUUID();
    await expect(
      look({ refId }, () => {
        throw new Error('the row was gone');
      }),
    ).rejects.toThrow('the row was gone');
    expect(await kept(refId)).toEqual([]);
  });
  test('cannot be changed or taken away by the office itself', async () => {
    for (const sql of [
      'UPDATE core.personal_data_reads SET reason = reason',
      'DELETE FROM core.personal_data_reads',
      'TRUNCATE core.personal_data_reads',
    ]) {
      await expect(office.app.get(Db).tx((tx) => tx.query(sql))).rejects.toThrow('permission denied');
    }
  });
  describe('by a route', () => {
    let inspector: Caller;
    let path: string;
    let partyId: string;
    beforeAll(async () => {
      inspector = await office.as('inspector');
      const { postId } = await judgedPost(office, inspector.staffId);
      const caseId = (await inspector.call('POST', '/api/cases', { postId })).body.id as string;
      const party = { kind: 'person', role: 'witness', name: 'Người Chứng Kiến' };
      partyId = (await inspector.call('POST', `/api/cases/${caseId}/parties`, party)).body.id;
      path = `/api/cases/${caseId}/parties/${partyId}`;
    });

    test('takes its reason in the body: an address, which proxies write down, is refused with one, and nothing is shown', async () => {
      const { paths } = (await office.guest().call('GET', '/api/openapi.json')).body as unknown as Api;
      const looks = Object.keys(paths).filter((p) => p.endsWith('/look') && JSON.stringify(paths[p]).includes('LookDto'));
      expect(looks).toHaveLength(6);
      for (const look of looks) {
        const url = look.replace(/\{\w+\}/g, randomUUID());
        const everybody = await office.as('inspector', 'legal', 'coordinator');
        const answer = await everybody.look(url.replace(/\/look$/, ''), 'soạn giấy mời', '?reason=so%E1%BA%A1n');
        expect([look, answer.status, await answer.json()]).toMatchObject([look, 400, { errors: [{ path: 'reason' }] }]);
        expect((await everybody.call('GET', `${url}?reason=x`)).status).toBe(404);
      }
      const inAddress = Object.values(paths).flatMap((methods) => Object.values(methods).flatMap((m) => m.parameters ?? []));
      expect(inAddress.filter((p) => p.in === 'query' && p.name === 'reason')).toEqual([]);
      expect((await inspector.look(path, 'soạn giấy mời', '?reason=so%E1%BA%A1n')).status).toBe(400);
      expect(await kept(partyId)).toEqual([]);
    });
    test('is noted each time, also under one idempotency key', async () => {
      const again = () => inspector.call('POST', `${path}/look`, { reason: 'soạn giấy mời' }, { 'idempotency-key': 'cung-mot-khoa' });
      expect([(await again()).body.name, (await again()).body.name]).toEqual(['Người Chứng Kiến', 'Người Chứng Kiến']);
      expect(await kept(partyId)).toHaveLength(2);
      expect(await office.database.owner('SELECT 1 FROM core.idempotency WHERE answer IS NOT NULL')).toEqual([]);
    });
  });
});
interface Api {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
}
