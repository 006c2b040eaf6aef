import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOffice, type Caller, type Office } from '../kit/office.js';

interface User {
  staffId: string;
  titles: { id: string; title: string; delegation: string | null; from: string; to: string | null; approvedAt: string | null }[];
}

describe('a title by which somebody signs', () => {
  let office: Office;
  let admin: Caller, chief: Caller, deputy: Caller;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [admin, chief, deputy] = [await office.as('administrator'), await office.as('chief'), await office.as('chief')];
  }, 60_000);
  afterAll(() => office.close());
  const TITLE = {
    title: 'department-director',
    body: 'Sở Văn hóa và Thể thao',
    delegation: '12/QĐ-GQXP',
    delegatedOn: '2026-06-30',
    from: '2026-07-01',
  };
  const propose = (who: Caller, to: Caller, more: object = {}) =>
    who.call('POST', `/api/users/${to.staffId}/titles`, { ...TITLE, ...more });
  const titles = async (of: Caller) => {
    const { items } = (await admin.call('GET', '/api/users?limit=100')).body as unknown as { items: User[] };
    return items.find((u) => u.staffId === of.staffId)!.titles;
  };

  test('is proposed by an administrator and counts once a chief approved it, who is not its holder', async () => {
    const { status, body } = await propose(admin, deputy);
    expect(status).toBe(201);
    const { id } = body as unknown as { id: string };
    expect(await titles(deputy)).toEqual([{ id, ...TITLE, to: null, approvedAt: null }]);
    const waiting = async (who: Caller) =>
      ((await who.call('GET', '/api/work')).body as unknown as { approvals: { titles: object[] } }).approvals.titles;
    expect([await waiting(chief), await waiting(deputy)]).toEqual([[expect.objectContaining({ proposalId: id, ...TITLE, to: null })], []]);
    expect((await deputy.call('POST', `/api/title-proposals/${id}/approve`)).body.code).toBe('own-rights');
    expect((await admin.call('POST', `/api/title-proposals/${id}/approve`)).status).toBe(403);
    expect((await chief.call('POST', `/api/title-proposals/${id}/approve`)).status).toBe(204);
    expect((await chief.call('POST', `/api/title-proposals/${id}/approve`)).status).toBe(404);
    expect((await titles(deputy))[0].approvedAt).not.toBeNull();
  });
  test('is not proposed for oneself, nor approved by whoever proposed it', async () => {
    const both = await office.as('administrator', 'chief');
    expect((await propose(both, both)).body.code).toBe('own-rights');
    const { id } = (await propose(both, chief)).body as unknown as { id: string };
    expect((await both.call('POST', `/api/title-proposals/${id}/approve`)).body.code).toBe('own-rights');
  });
  test('is one that the law knows, on days in their order', async () => {
    expect((await propose(admin, deputy, { title: 'king' })).body.code).toBe('title-unknown');
    expect((await propose(admin, deputy, { from: '2026-02-30' })).body.code).toBe('invalid');
    expect((await propose(admin, deputy, { to: '2026-06-30' })).body.code).toBe('invalid');
  });
  test('is delegated by a number and a day, and what is missing of the two is named', async () => {
    const missing = async (more: object) => (await propose(admin, deputy, more)).body.errors;
    expect([await missing({ delegation: null }), await missing({ delegatedOn: null })]).toMatchObject([
      [{ path: 'delegation', rule: 'isDefined' }],
      [{ path: 'delegatedOn', rule: 'isDefined' }],
    ]);
  });
  test('is ended by an administrator, and each change stands on the log', async () => {
    const [{ id }] = await titles(deputy);
    expect((await admin.call('DELETE', `/api/users/${deputy.staffId}/titles/${id}`)).status).toBe(204);
    expect((await admin.call('DELETE', `/api/users/${deputy.staffId}/titles/${id}`)).status).toBe(404);
    expect(await titles(deputy)).toEqual([]);
    const log = await office.database.owner<{ type: string }>(
      `SELECT type FROM core.events WHERE type LIKE 'title.%' AND subject = $1 ORDER BY position`,
      [deputy.staffId],
    );
    expect(log.map((e) => e.type)).toEqual(['title.proposed', 'title.approved', 'title.ended']);
  });
});
