import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { refuseUnguarded, routesOf, type Route } from '../../src/core/http/routes.js';
import { rightsOf, rightsTable } from '../../src/core/identity/rights.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

const TABLES = join(import.meta.dirname, 'routes');
const table = Object.assign({}, ...readdirSync(TABLES).map((room) => parse(readFileSync(join(TABLES, room), 'utf8')) as object)) as Record<
  string,
  string
>;
const ANY_ID = '00000000-0000-4000-8000-000000000000';

describe('every route of the running house', () => {
  let office: Office;
  let routes: Route[];
  const people = new Map<string, Caller>();
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    routes = routesOf(office.app);
    for (const role of Object.keys(rightsTable.roles)) people.set(role, await office.as(role));
  }, 60_000);
  afterAll(() => office.close());

  test('stands in the table with the right that it asks for, and none is missing', () => {
    const running = Object.fromEntries(
      routes.map((r) => [`${r.method} ${r.path}`, r.access?.kind === 'right' ? r.access.right : (r.access?.kind ?? 'nothing')]),
    );
    expect(running).toEqual(table);
  });
  test('answers 401 to a stranger, 403 to a role without the right, and lets the others in', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((r) => r.access?.kind === 'right')) {
      const path = route.path.replace(/:\w+/g, ANY_ID);
      const right = (route.access as { right: string }).right;
      if ((await office.guest().call(route.method, path)).status !== 401) wrong.push(`${route.method} ${path} lets a stranger in`);
      for (const [role, caller] of people) {
        const { status, body } = await caller.call(route.method, path, route.method === 'GET' ? undefined : {});
        const refused = status === 403 && body.code === 'forbidden';
        if (refused === rightsOf([role]).has(right)) wrong.push(`${route.method} ${path} answers ${status} to ${role}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
  test('must say who may call it, or the house does not start', () => {
    const unguarded: Route = { method: 'GET', path: '/secret', access: undefined, name: 'X.y' };
    expect(() => refuseUnguarded([...routes, unguarded], new Set(Object.keys(rightsTable.rights)))).toThrow('GET /secret (X.y)');
  });
});
