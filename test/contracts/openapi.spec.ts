import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isAskedInBody } from '../../src/core/http/asked-in-body.js';
import { routesOf } from '../../src/core/http/routes.js';
import { declaredProblems } from '../../src/core/problem/problem.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';

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
  summary?: string;
  tags: string[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  requestBody?: { content: Record<string, { schema: Schema }> };
  'x-right'?: string;
}
interface Api {
  openapi: string;
  tags: { name: string }[];
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
  test('says of each change by a signed-in person, and of a report, that it may carry an idempotency key; whatever staff send must carry x-csrf', () => {
    for (const { route, operation } of operations()) {
      const byStaff = route.method !== 'GET' && route.access?.kind !== 'open';
      expect([route.name, header(operation, 'Idempotency-Key')?.schema.maxLength]).toEqual([
        route.name,
        (byStaff && !isAskedInBody(route.handler)) || `${route.method} ${route.path}` === 'POST /api/reports' ? 200 : undefined,
      ]);
      expect([route.name, header(operation, 'x-csrf')?.required]).toEqual([route.name, byStaff ? true : undefined]);
    }
  });
  const success = (operation: Operation) => Object.entries(operation.responses).find(([status]) => /^[23]/.test(status))!;
  test('says of each route in one line what it does, and in which room', () => {
    for (const { route, operation } of operations()) {
      expect([route.name, operation.summary]).toEqual([route.name, expect.stringMatching(/^[A-Z].{5,90}[.?]$/)]);
      expect([route.name, operation.tags]).toEqual([route.name, [route.room]]);
    }
    expect(api.tags.map((t) => t.name)).toEqual([
      'cases',
      'classify',
      'core',
      'crawl',
      'enforcement',
      'intake',
      'office',
      'publication',
      'retention',
    ]);
  });
  test('gives every JSON answer a schema by its name, a file as binary, and nothing where nothing is answered', () => {
    for (const { route, operation } of operations()) {
      const [status, { content = {} }] = success(operation);
      const [[type, { schema }] = ['none', { schema: {} as Schema }]] = Object.entries(content);
      const form = {
        'application/json': schema.$ref && 'named',
        '*/*': schema.format,
        none: status === '204' || status === '303' ? 'nothing' : '',
      };
      expect([route.name, form[type as keyof typeof form] ?? schema.type]).toEqual([
        route.name,
        { 'application/json': 'named', '*/*': 'binary', none: 'nothing' }[type] ?? 'string',
      ]);
    }
    expect(Object.keys(api.paths['/api/captures/{id}/parts/{name}'].get.responses['200'].content!)).toEqual(['*/*']);
  });
  test('leaves no member of an answer without a form, and lets no member in that it does not name', () => {
    const answers = Object.entries(api.components.schemas).filter(([name]) => !/Dto$|^Problem$/.test(name));
    expect(answers.length).toBeGreaterThan(80);
    const open = answers.filter(([, s]) => (s.properties ? s.additionalProperties !== false : !s.anyOf && !s.additionalProperties));
    expect(open.map(([name]) => name)).toEqual([]);
    expect(api.components.schemas.CaseLine.properties).toMatchObject({
      state: { type: 'string', enum: ['closed', 'confirmed', 'dismissed', 'open', 'verifying'] },
      title: { type: ['string', 'null'] },
      openedAt: { type: 'string', format: 'date-time' },
    });
  });
  test('answers every list alike, with the cursor that the list takes', () => {
    const pages = operations().flatMap(({ operation }) => {
      const name = success(operation)[1].content?.['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
      return api.components.schemas[name]?.properties?.nextCursor ? [{ operation, page: api.components.schemas[name] }] : [];
    });
    expect(pages.length).toBeGreaterThan(8);
    for (const { operation, page } of pages) {
      expect(page.properties).toMatchObject({ items: { type: 'array' }, nextCursor: { type: ['string', 'null'] } });
      expect(page.required).toEqual(expect.arrayContaining(['items', 'nextCursor']));
      const taken = operation.parameters?.filter((p) => ['cursor', 'limit'].includes(p.name)).map((p) => [p.name, p.in, p.required]) ?? [];
      expect([
        [],
        [
          ['cursor', 'query', false],
          ['limit', 'query', false],
        ],
      ]).toContainEqual(taken.sort());
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
  // every answer of every test is held against its schema; these are the ones that no other story asks for
  test('tells the truth of the answers that no other test asks for', async () => {
    const done = async (who: Caller, method: string, path: string, body: unknown, status: number) => {
      const answer = await who.call(method, path, body);
      expect([path, answer.status]).toEqual([path, status]);
      return answer.body as Record<string, string>;
    };
    const inspector = await office.as('inspector');
    await done(office.guest(), 'GET', '/health/ready', undefined, 200);
    await done(await office.as('administrator'), 'POST', `/api/users/${inspector.staffId}/roles`, { role: 'auditor' }, 201);
    await done(office.guest(), 'POST', '/api/reports', { url: 'https://example.com/a-post' }, 201);
    const [{ postId }] = (await done(inspector, 'GET', '/api/reports', undefined, 200)).items as unknown as { postId: string }[];
    const { captureId } = await done(inspector, 'POST', `/api/posts/${postId}/captures`, {}, 201);
    await done(inspector, 'GET', `/api/captures/${captureId}`, undefined, 200);
    const wordings = [{ language: 'vi', text: 'Uống nước muối chữa khỏi bệnh' }];
    const sources = [{ title: 'Bộ Y tế', url: 'https://example.com/tin', date: '2026-01-01' }];
    const claim = { topic: 'y-te', harm: 'high', wordings, truth: 'Không đúng', sources, falseFrom: '2026-01-01' };
    const { claimId } = await done(inspector, 'POST', '/api/claims', claim, 201);
    await done(inspector, 'POST', `/api/claims/${claimId}/versions`, { ...claim, truth: 'Hoàn toàn không đúng' }, 201);
  });
  test('shows no form without a field, and no reference that leads nowhere', () => {
    const text = JSON.stringify(api);
    const led = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(led.filter((name) => !(name in api.components.schemas))).toEqual([]);
    expect(
      Object.entries(api.components.schemas)
        .filter(([name, s]) => name.endsWith('Dto') && Object.keys(s.properties ?? {}).length === 0)
        .map(([name]) => name),
    ).toEqual([]);
  });
  test('says that a report may bring a picture', () => {
    const content = api.paths['/api/reports'].post.requestBody?.content ?? {};
    expect(Object.keys(content)).toEqual(['application/json', 'multipart/form-data']);
    expect(JSON.stringify(content['multipart/form-data'])).toContain('"format":"binary"');
  });
});
