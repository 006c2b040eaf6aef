import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Response {
  content?: Record<string, { schema?: { $ref?: string } }>;
}
interface Description {
  paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
}
const file = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json');
const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
const ajv = new Ajv2020({ strict: false, allErrors: true, code: { optimize: false } });
addFormats.default(ajv);
ajv.addSchema(description, 'api');

const parameters = (path: string): number => path.split('{').length;
const routes = Object.keys(description.paths)
  .sort((a, b) => parameters(a) - parameters(b))
  .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) }));
const compiled = new Map<string, ValidateFunction>();
const pointer = (...parts: string[]): string => parts.map((p) => encodeURIComponent(p.replace(/~/g, '~0').replace(/\//g, '~1'))).join('/');

/** One value, not a line of many. */
export const isJson = (type: string | null): boolean => /^application\/([\w.-]+\+)?json(;|$)/.test(type ?? '');

/** Holds an answer against the description of the API: a status, a form or a member that it does not name is a fault. */
export function mustBeDescribed(method: string, url: string, answer: { status: number; type: string | null; text: string }): void {
  const route = routes.find(({ pattern }) => pattern.test(url.split('?')[0]))?.path;
  const responses = route && description.paths[route][method.toLowerCase()]?.responses;
  if (!route || !responses) return;
  const status = String(answer.status) in responses ? String(answer.status) : 'default';
  const fail = (says: string): never => {
    throw new Error(`${method} ${url} answered ${answer.status}, and docs/openapi.json says otherwise: ${says}`);
  };
  if (status === 'default' && answer.status < 400) fail('there is no such status');
  const type = answer.type?.split(';')[0] ?? '';
  const { content } = responses[status];
  if (!content && answer.status < 300 && answer.text) fail('nothing is answered');
  // a file may be of any type, JSON too
  if (!isJson(type) || (content && '*/*' in content)) return;
  if (!content || !(type in content)) return fail(`no ${type} is answered`);
  // many answers have one shape, above all the faults
  const $ref = `api${content[type].schema?.$ref ?? `#/${pointer('paths', route, method.toLowerCase(), 'responses', status, 'content', type, 'schema')}`}`;
  const validate = compiled.get($ref) ?? ajv.compile({ $ref });
  compiled.set($ref, validate);
  if (!validate(JSON.parse(answer.text)))
    fail(validate.errors!.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params).slice(0, 200)}`).join('; '));
}
