import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { PersonalData, type Look } from '../../src/core/identity/personal-data.js';
import { openOffice, type Office } from '../kit/office.js';

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
});
