import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config.js';
import { SESSION_COOKIE } from '../../identity/session-cookie.js';
import { declaredProblems } from '../../problem/problem.js';
import { routesOf, type ServedRoute } from '../routes.js';
import { describeDto, isDto } from './dto-properties.js';

const VERSION = (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;
type Operation = OpenAPIObject['paths'][string]['get'] & Record<string, unknown>;
const SAFE = new Set(['GET', 'HEAD']);
const PICTURE = { type: 'string', format: 'binary', description: 'PNG, JPEG, WebP or GIF' };
const header = (name: string, required: boolean, description: string, maxLength?: number) => ({
  name,
  in: 'header' as const,
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

/** The API as it runs: made from its controllers, the checks of its forms, and who may call what. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const routes = routesOf(app);
  for (const { takes } of routes) for (const type of takes) if (isDto(type)) describeDto(type);
  const about = new DocumentBuilder()
    .setTitle('Lá Chắn')
    .setVersion(VERSION)
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problemSchema() as never } };
  for (const route of routes)
    complete(document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase() as 'get'] as Operation | undefined, route);
  return document;
}

function complete(operation: Operation | undefined, { method, access, upload }: ServedRoute): void {
  if (!operation) return;
  const open = access?.kind === 'open';
  const changes = !SAFE.has(method);
  const keyed = changes && (!open || (operation.parameters ?? []).some((p) => 'name' in p && p.name.toLowerCase() === 'idempotency-key'));
  operation.security = open ? [] : [{ session: [] }];
  if (access?.kind === 'right') operation['x-right'] = access.right;
  operation.parameters = [
    ...(operation.parameters ?? []).filter((p) => !('in' in p && p.in === 'header')),
    ...(changes && !open ? [CSRF] : []),
    ...(keyed ? [IDEMPOTENCY] : []),
  ] as never;
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  const refusals = open
    ? {}
    : { 401: problem('Nobody is signed in'), 403: problem('The rights of who is signed in do not cover this, or x-csrf is wrong') };
  operation.responses = {
    ...operation.responses,
    ...refusals,
    default: problem('Anything else that can go wrong, by its `code`'),
  } as never;
  if (upload) addUpload(operation);
}

/** A form with a picture comes as multipart; without one, as JSON too. */
function addUpload(operation: Operation): void {
  const body = operation.requestBody as { content: Record<string, { schema: object }> } | undefined;
  const form = body?.content['application/json']?.schema;
  if (form) body.content['multipart/form-data'] = { schema: { allOf: [form, { type: 'object', properties: { picture: PICTURE } }] } };
}

function problemSchema(): object {
  const text = { type: 'string' };
  return {
    type: 'object',
    description: 'RFC 9457. Some codes add members of their own, such as `errors`, field by field.',
    required: ['type', 'title', 'status', 'code'],
    additionalProperties: true,
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      code: { type: 'string', enum: [...declaredProblems().keys()].sort() },
      instance: { ...text, description: 'The id of the request, as in x-request-id' },
      errors: { type: 'array', items: { type: 'object', required: ['path', 'message'], properties: { path: text, message: text } } },
    },
  };
}
