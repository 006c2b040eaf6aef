import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routesOf } from '../../src/core/http/routes.js';
import { declaredProblems } from '../../src/core/problem/problem.js';
import { openOffice, type Office } from '../kit/office.js';

interface Schema {
  type?: string;
  $ref?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  [more: string]: unknown;
}
interface Operation {
  security: object[];
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  requestBody?: { content: Record<string, { schema: Schema }> };
  'x-right'?: string;
}
interface Api {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: object };
}

describe('the description of the API', () => {
  let office: Office;
  let api: Api;
  const operations = () =>
    routesOf(office.app).map((route) => ({
      route,
      operation: api.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()],
    }));
  const header = (operation: Operation, name: string) => operation.parameters?.find((p) => p.in === 'header' && p.name === name);
  beforeAll(async () => {
    office = await openOffice();
    api = (await office.guest().call('GET', '/api/openapi.json')).body as unknown as Api;
  }, 60_000);
  afterAll(() => office.close());

  test('is open to everybody and holds every route of the running house', () => {
    expect(api.openapi).toMatch(/^3\./);
    expect(
      operations()
        .filter((o) => !o.operation)
        .map((o) => `${o.route.method} ${o.route.path}`),
    ).toEqual([]);
    expect(Object.values(api.paths).flatMap((path) => Object.keys(path))).toHaveLength(routesOf(office.app).length);
  });
  test('says of each route who may call it', () => {
    for (const { route, operation } of operations()) {
      expect([route.path, operation.security]).toEqual([route.path, route.access?.kind === 'open' ? [] : [{ session: [] }]]);
      expect(operation['x-right']).toBe(route.access?.kind === 'right' ? route.access.right : undefined);
    }
  });
  test('says of each change by a signed-in person, and of a report, that it may carry an idempotency key; the former must carry x-csrf', () => {
    for (const { route, operation } of operations()) {
      const byStaff = route.method !== 'GET' && route.access?.kind !== 'open';
      expect([route.name, header(operation, 'Idempotency-Key')?.schema.maxLength]).toEqual([
        route.name,
        byStaff || `${route.method} ${route.path}` === 'POST /api/reports' ? 200 : undefined,
      ]);
      expect([route.name, header(operation, 'x-csrf')?.required]).toEqual([route.name, byStaff ? true : undefined]);
    }
  });
  test('answers every refusal as a problem, and names all codes that there are', () => {
    for (const { operation } of operations())
      expect(operation.responses.default.content?.['application/problem+json'].schema.$ref).toBe('#/components/schemas/Problem');
    expect(api.components.schemas.Problem.properties?.code.enum).toEqual([...declaredProblems().keys()].sort());
  });
  test('describes forms by their own checks: what is needed, how long, which words, what lies inside', () => {
    expect(api.components.schemas.SignInDto).toMatchObject({
      required: ['email', 'password'],
      properties: {
        email: { type: 'string', maxLength: 254 },
        password: { minLength: 1, maxLength: 200 },
        code: { minLength: 6, maxLength: 8 },
      },
    });
    expect(api.components.schemas.ReportDto.properties?.contact).toMatchObject({ $ref: '#/components/schemas/ContactDto' });
    expect(api.components.schemas.ClaimDto.properties?.sources).toMatchObject({
      type: 'array',
      items: { $ref: expect.stringMatching(/^#\/components\/schemas\//) as unknown as string },
    });
    expect(api.components.schemas.ClaimDto.properties?.falseFrom).toEqual({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
    const list = api.paths['/api/reports'].get.parameters ?? [];
    expect(list.find((p) => p.name === 'channel')?.schema.enum).toEqual(['web', 'phone']);
    expect(list.find((p) => p.name === 'limit')?.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 100 });
  });
  test('shows no form without a field, and no reference that leads nowhere', () => {
    const text = JSON.stringify(api);
    const led = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(led.filter((name) => !(name in api.components.schemas))).toEqual([]);
    expect(
      Object.entries(api.components.schemas)
        .filter(([, s]) => Object.keys(s.properties ?? {}).length === 0)
        .map(([name]) => name),
    ).toEqual([]);
  });
  test('says that a report may bring a picture', () => {
    const content = api.paths['/api/reports'].post.requestBody?.content ?? {};
    expect(Object.keys(content)).toEqual(['application/json', 'multipart/form-data']);
    expect(JSON.stringify(content['multipart/form-data'])).toContain('"format":"binary"');
  });
});
