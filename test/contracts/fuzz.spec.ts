import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rightsTable } from '../../src/core/identity/rights.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost } from './cases-setup.js';
import { dice, goodOf, spoilt, WRONG, type Operation, type Schema } from './fuzz-setup.js';

const SEED = 20261125;
const EACH = 10;

describe('whatever comes to a route', () => {
  let office: Office;
  let everybody: Caller;
  let ids: Record<string, string>;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_REPORTS_PER_MINUTE: '100000', LIMIT_SIGN_INS_PER_QUARTER_HOUR: '100000' });
    everybody = await office.as(...Object.keys(rightsTable.roles));
    ids = await realIds(office, await office.as('inspector'));
  }, 60_000);
  afterAll(() => office.close());

  test('is answered by what it is, never by a fault of our own: wrong types, huge numbers, half characters, lists in lists', async () => {
    const api = (await office.guest().call('GET', '/api/openapi.json')).body as unknown as {
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: Record<string, Schema> };
    };
    const roll = dice(SEED);
    const [faults, tried]: [string[], Record<string, number>] = [[], {}];
    for (const [path, methods] of Object.entries(api.paths))
      for (const [method, operation] of Object.entries(methods)) {
        if (path === '/api/sign-out' || path === '/api/live') continue; // ends every call after it; has no end
        const good = goodOf(operation.requestBody?.content['application/json']?.schema, api.components.schemas);
        const wrongs = good === undefined ? [] : spoilt(good, WRONG);
        for (let n = 0; n < EACH; n++) {
          const body = method === 'get' ? undefined : wrongs.length > 0 ? wrongs[roll(wrongs.length)] : WRONG[roll(WRONG.length)];
          const asked = (operation.parameters ?? []).filter((p) => p.in === 'query' && roll(2) === 0);
          const query = asked.map((p) => `${p.name}=${textOf(WRONG[roll(WRONG.length)])}`).join('&');
          const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
            roll(4) === 0 ? textOf(WRONG[roll(WRONG.length)]) : idOf(path, name, ids),
          );
          const url = `${filled}${query ? `?${query}` : ''}`;
          const { status } = await everybody.call(method.toUpperCase(), url, body);
          tried[status] = (tried[status] ?? 0) + 1;
          if (status >= 500) faults.push(`${status} ${method.toUpperCase()} ${url.slice(0, 200)} ${JSON.stringify(body)?.slice(0, 300)}`);
        }
      }
    expect(faults).toEqual([]);
    expect(Object.values(tried).reduce((a, b) => a + b)).toBeGreaterThan(500);
    expect(tried[400]).toBeGreaterThan(200);
  }, 300_000);
  test('a version greater than a column is refused by every form that takes one', async () => {
    for (const [path, body] of [
      [`/api/cases/${ids.cases}/notes`, { text: 'ghi chú' }],
      [`/api/takedowns/${ids.none}/withdraw`, { reason: 'không cần nữa' }],
      [`/api/takedowns/${ids.none}/approve`, { contentHash: 'a'.repeat(64) }],
      [`/api/corrections/${ids.none}/withdrawal`, { reason: 'không cần nữa' }],
    ] as const)
      for (const version of [2_147_483_648, 9_007_199_254_740_992, 1e308])
        expect([path, version, (await everybody.call('POST', path, { ...body, version })).status]).toEqual([path, version, 400]);
  });
  test('a moment is a text of this century', async () => {
    for (const dueAt of [{ toString: 1 }, 7, [], '+275760-09-13T00:00:00.000Z', '2101-01-01', '2026-02-31T99:00:00Z', 'mai'])
      expect([dueAt, (await everybody.call('POST', `/api/cases/${ids.cases}/deadlines`, { what: 'việc gì', dueAt })).status]).toEqual([
        dueAt,
        400,
      ]);
  });
});

const textOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value.slice(0, 2_000) : JSON.stringify(value);
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
};
const idOf = (path: string, name: string, ids: Record<string, string>): string =>
  name === 'name' ? 'view' : name === 'role' ? 'legal' : (ids[path.split('/')[2]] ?? ids.none);

async function realIds(office: Office, inspector: Caller): Promise<Record<string, string>> {
  const { postId } = await judgedPost(office, inspector.staffId);
  const { id } = (await inspector.call('POST', '/api/cases', { postId })).body;
  return { none: '11111111-1111-4111-8111-111111111111', posts: postId, cases: id };
}
