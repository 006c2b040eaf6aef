import type { INestApplication } from '@nestjs/common';
import { HEADERS_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/core/config.js';
import { isAskedInBody } from '../../src/core/http/asked-in-body.js';
import { TAKES_FILE, type FileField } from '../../src/core/http/takes-file.js';
import { routesOf, type ServedRoute } from '../../src/core/http/routes.js';
import { SESSION_COOKIE } from '../../src/core/identity/session-cookie.js';
import { declaredProblems } from '../../src/core/problem/problem.js';
import { readAnswers, type Answer } from './answers.js';
import { describeForm, isForm } from './forms.js';
import type { Schema } from './shapes.js';

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
interface Parameter {
  name: string;
  in: string;
  required: boolean;
  description?: string;
  schema: Record<string, unknown>;
}
interface Operation {
  summary?: string;
  tags: string[];
  security: object[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, object>;
  'x-right'?: string;
}
const SAFE = new Set(['GET', 'HEAD']);
const header = (name: string, required: boolean, description: string, maxLength?: number): Parameter => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', ...(maxLength ? { maxLength } : {}) },
});
const CSRF = header('x-csrf', true, 'The `csrf` of GET /api/me: proof that the call comes from our own page');
const IDEMPOTENCY = header(
  'Idempotency-Key',
  false,
  'The same key and the same request have one effect and one answer, however often they come',
  200,
);

/** The API: its routes and who may call them, its forms by their checks, its answers by their types. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const routes = routesOf(app);
  const answers = readAnswers(projectRoot);
  for (const route of routes) for (const type of takesOf(route)) if (isForm(type)) describeForm(type);
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Lá Chắn')
    .setVersion(version)
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'session');
  const document = SwaggerModule.createDocument(app, about.build());
  document.tags = [...new Set(routes.map((r) => r.room))].sort().map((name) => ({ name }));
  const schemas = { ...document.components?.schemas, ...answers.schemas, Problem: problemSchema() } as unknown as Record<string, never>;
  document.components = {
    ...document.components,
    schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  for (const route of routes) {
    const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')][route.method.toLowerCase() as 'get'];
    complete(operation as unknown as Operation, route, answers.of.get(route.name)!);
  }
  return document;
}

function complete(operation: Operation, route: ServedRoute, answer: Answer): void {
  const { access } = route;
  const open = access?.kind === 'open';
  const changes = !SAFE.has(route.method);
  const keyed =
    changes && !isAskedInBody(route.handler) && (!open || operation.parameters.some((p) => p.name.toLowerCase() === 'idempotency-key'));
  operation.summary = answer.summary;
  operation.tags = [route.room];
  operation.security = open ? [] : [{ session: [] }];
  if (access?.kind === 'right') operation['x-right'] = access.right;
  const [ids, singles] = [idsOf(route), singlesOf(route)];
  operation.parameters = [
    ...operation.parameters
      .filter((p) => p.in !== 'header')
      .map((p) => (ids.has(p.name) ? { ...p, schema: { ...p.schema, format: 'uuid' } } : p))
      .map((p) => (singles.has(p.name) ? { ...p, required: false } : p)),
    ...(changes && !open ? [CSRF] : []),
    ...(keyed ? [IDEMPOTENCY] : []),
  ];
  const [status] = Object.keys(operation.responses);
  operation.responses = {
    [status]: success(status, route, answer),
    ...(open ? {} : REFUSALS),
    default: problem('Anything else that can go wrong, by its `code`'),
  };
  if (argumentsOf(route).some(([kind]) => kind === RouteParamtypes.FILE))
    addUpload(operation, Reflect.getMetadata(TAKES_FILE, route.handler) as FileField);
}

function success(status: string, { handler }: ServedRoute, { kind, schema }: Answer): object {
  if (kind === 'nothing') return { description: status === '303' ? 'See the page in `location`' : 'Done' };
  const headers = (Reflect.getMetadata(HEADERS_METADATA, handler) ?? []) as { name: string; value: string }[];
  const told = headers.find(({ name }) => name === 'content-type')?.value ?? 'text/plain';
  const content: Record<typeof kind, [string, Schema]> = {
    json: ['application/json', schema!],
    file: ['*/*', { type: 'string', format: 'binary' }],
    text: [told, { type: 'string' }],
    events: ['text/event-stream', { type: 'string' }],
  };
  return { description: status === '201' ? 'Made' : 'Done', content: { [content[kind][0]]: { schema: content[kind][1] } } };
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const REFUSALS = {
  401: problem('Nobody is signed in'),
  403: problem('The rights of who is signed in do not cover this, or x-csrf is wrong'),
};

/** A form with a file comes as multipart; without one, as JSON too. */
function addUpload({ requestBody }: Operation, { field, description }: FileField): void {
  const form = requestBody?.content['application/json']?.schema;
  if (form)
    requestBody.content['multipart/form-data'] = {
      schema: { allOf: [form, { type: 'object', properties: { [field]: { type: 'string', format: 'binary', description } } }] },
    };
}

/** The arguments of a handler: what each is, and how it is read. */
function argumentsOf({ controller, name }: ServedRoute): [RouteParamtypes, { data?: unknown; pipes: unknown[] }][] {
  const found = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name.split('.')[1]) ?? {}) as Record<
    string,
    { data?: unknown; pipes: unknown[] }
  >;
  return Object.entries(found).map(([key, read]) => [Number(key.split(':')[0]), read]);
}
const idsOf = (route: ServedRoute): Set<unknown> =>
  new Set(
    argumentsOf(route).flatMap(([kind, { data, pipes }]) => (kind !== RouteParamtypes.BODY && data && pipes.length > 0 ? [data] : [])),
  );
/** Queries that are read by themselves, without a form: nobody has to give one. */
const singlesOf = (route: ServedRoute): Set<unknown> =>
  new Set(argumentsOf(route).flatMap(([kind, { data }]) => (kind === RouteParamtypes.QUERY && data ? [data] : [])));
const takesOf = ({ controller, name }: ServedRoute): unknown[] =>
  (Reflect.getMetadata('design:paramtypes', controller.prototype, name.split('.')[1]) ?? []) as unknown[];

function problemSchema(): object {
  const text = { type: 'string' };
  return {
    type: 'object',
    description: 'RFC 9457. Some codes add members of their own, such as `errors`, field by field.',
    required: ['type', 'title', 'status', 'code'],
    additionalProperties: true,
    properties: {
      type: text,
      title: { ...text, description: 'In the language that the caller prefers' },
      status: { type: 'integer' },
      code: { type: 'string', enum: [...declaredProblems().keys()].sort() },
      instance: { ...text, description: 'The id of the request, as in x-request-id' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['path', 'rule', 'message'],
          properties: {
            path: text,
            rule: { ...text, description: 'The check that it did not pass; stable, unlike the message' },
            message: { ...text, description: 'In English, for whoever writes a client' },
            min: { type: 'number', description: 'The least that the check takes: of a number, of characters, of entries' },
            max: { type: 'number', description: 'The most that it takes' },
            day: { ...text, description: 'The last day that it takes' },
          },
        },
      },
    },
  };
}
