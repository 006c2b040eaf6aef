import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOffice, PASSWORD, type Caller, type Office } from '../kit/office.js';

const TAKEN = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

/** What a form would lose unsaid is refused at the door, wherever it stands and whichever way it came. */
describe('a name that no form takes', () => {
  let office: Office;
  let [inspector, coordinator]: Caller[] = [];
  beforeAll(async () => {
    office = await openOffice();
    [inspector, coordinator] = [await office.as('inspector'), await office.as('coordinator')];
  }, 60_000);
  afterAll(() => office.close());

  // written as text: a literal would make `__proto__` the prototype
  const named = (name: string, rest: string) => JSON.parse(`{${rest}${rest && ','}"${name}":"x"}`) as object;
  const refused = async (sent: Promise<{ status: number; body: Record<string, unknown> }>, name: string) => {
    const { status, body } = await sent;
    expect([name, status, body.code, (body.errors as { path: string }[] | undefined)?.[0].path]).toEqual([name, 400, 'invalid', name]);
  };

  test.each(TAKEN)('%s is refused beside the fields of a form, in a free object, in a list, and in an address', async (name) => {
    await refused(office.guest().call('POST', '/api/sign-in', named(name, `"email":"a@b.example","password":"${PASSWORD}"`)), name);
    const filter = named(name, '"state":"open"');
    await refused(inspector.call('POST', '/api/saved-lists', { list: 'cases', name: 'x', filter }), `filter.${name}`);
    const fields = named(name, '"signer":"y"');
    const draft = { caseId: office.base, platform: 'mang', legalBasis: 'x', fields };
    await refused(coordinator.call('POST', '/api/takedowns', draft), `fields.${name}`);
    const wordings = [named(name, '"language":"vi"')];
    await refused(inspector.call('POST', '/api/claims', { wordings }), `wordings.0.${name}`);
    await refused(inspector.call('GET', `/api/cases?${name}=1`), name);
  });
  test('also in the form that a page sends', async () => {
    for (const name of TAKEN) {
      const form = new FormData();
      form.set('text', 'Nội dung phản ánh để thử');
      form.set(name, 'x');
      const { status } = await fetch(`${office.base}/api/reports`, { method: 'POST', body: form });
      expect([name, status]).toEqual([name, 400]);
    }
  });
  test('so is a sign in words of the office that turns what follows; what somebody reports is kept as it came', async () => {
    const turned = 'Phạt \u202e000.005 đồng';
    const { status, body } = await inspector.call('POST', '/api/claims', { truth: 'đúng', wordings: [{ language: 'vi', text: turned }] });
    expect([status, body.errors]).toMatchObject([400, [{ path: 'wordings.0.text', rule: 'noTurning' }]]);
    expect((await office.guest().call('POST', '/api/reports', { text: turned })).status).toBe(201);
  });
  test('is no matter of the values, nor of a body that is nested without end', async () => {
    const saved = await inspector.call('POST', '/api/saved-lists', { list: 'cases', name: 'constructor', filter: { state: 'open' } });
    expect(saved.status).toBe(201);
    const deep = `${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`;
    const { status } = await fetch(`${office.base}/api/session`, {
      method: 'POST',
      body: deep,
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(400);
  });
});
