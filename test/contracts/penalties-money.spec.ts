import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Office } from '../kit/office.js';
import { PenaltyDesk } from './penalties-setup.js';

describe('the money of a penalty', () => {
  let office: Office;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());

  test('is some money: a receipt about nothing is refused, with the field and its bounds', async () => {
    const made = await desk.served();
    for (const more of [{}, { interest: 0 }, { interest: null }]) {
      const { status, body } = await desk.pay(made.id, 0, '2026-09-14', more);
      expect([status, body.errors]).toMatchObject([400, [{ path: 'amount', rule: 'numberRange', min: 1, max: 1_000_000_000_000 }]]);
    }
    expect((await desk.pay(made.id, 1_000_000, '2026-09-14', { interest: null })).body).toMatchObject({ state: 'served' });
  });

  test('and the law are said in words that can be read, and what is left empty is as good as left out', async () => {
    const made = await desk.drafted({ measures: null, answers: null, circumstances: null, crime: null });
    expect(await desk.lacks(made.id, 'sign')).toEqual(['measures-decided', 'document-complete']);
    const blank = await desk.legal.call('POST', `/api/cases/${made.caseId}/law-confirmations`, { about: '   ', document: 'Công văn 12' });
    expect([blank.status, blank.body.errors]).toMatchObject([400, [{ path: 'about', rule: 'says' }]]);
  });
});
