import { describe, expect, test } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE_RULES } from '../src/core/problem/invalid.js';
import { fieldName, nameKey, ON_SCREENS } from '../web/src/text/field-names.js';

const root = join(import.meta.dirname, '..');
const textsOf = (name: string) => JSON.parse(readFileSync(join(root, 'web/texts', `${name}.json`), 'utf8')) as Record<string, string>;
interface Check {
  type: string;
  name?: string;
}
/** Told by the validator itself, whatever stands in a form. */
const ALWAYS = ['whitelistValidation', 'unknownValue', 'other'];

/** The name of every check in every form of the house, as an answer tells it. */
async function rulesOfForms(): Promise<string[]> {
  const forms = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.dto.ts'));
  for (const form of forms) await import(join(root, 'src', form));
  const { validationMetadatas } = getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, Check[]> };
  const checks = [...validationMetadatas.values()].flat();
  expect(checks.length).toBeGreaterThan(500);
  return checks.flatMap(({ type, name }) => (type === 'conditionalValidation' ? [] : (type === 'customValidation' && name) || type));
}

interface Schema {
  $ref?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}
interface Description {
  components: { schemas: Record<string, Schema> };
  paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema: Schema }> }; parameters?: { in: string; name: string }[] }>
  >;
}

/** The path of each field that the API takes: in a body without places in lists, in a query by its name. */
function fieldsOfApi(): { sent: string[]; asked: string[] } {
  const api = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as Description;
  const walk = (given: Schema, at: string): string[] => {
    const schema = given.$ref ? api.components.schemas[given.$ref.split('/').pop()!] : given;
    const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
    const own = Object.entries(schema.properties ?? {}).map(([name, of]) => [at ? `${at}.${name}` : name, of] as const);
    return [...parts.flatMap((part) => walk(part, at)), ...own.flatMap(([path, of]) => [path, ...walk(of, path)])];
  };
  const routes = Object.values(api.paths).flatMap((methods) => Object.values(methods));
  return {
    sent: [...new Set(routes.flatMap((r) => Object.values(r.requestBody?.content ?? {}).flatMap(({ schema }) => walk(schema, ''))))],
    asked: routes.flatMap((r) => (r.parameters ?? []).filter((p) => p.in === 'query').map((p) => p.name)),
  };
}
/** Nobody types or chooses these: ids, versions, a button's answer, what holds other fields; told by their path. */
const UNNAMED = `
  about addressId again agreed answers answers.explanationId answers.said approvals approvals.contentHash approvals.id caseId checks
  checks.claimDate checks.language checks.reviewDate claim claimId complex contact contentHash crime.refer cursor decision details en
  evidenceId filter form group handler hours id importId intoId intoVersion items.addressId judgementId key lang leave limit list lookAgain
  matchId mergeId over pageToken paper part picture position postId refer reportId returned served sha256 shared sort
  sources.appearances state to version versionIds vi violationId wordings.language`
  .trim()
  .split(/\s+/);

describe('what is wrong with a form', () => {
  test('has a sentence in both languages, for every check that a form or the house makes', async () => {
    const rules = [...new Set([...(await rulesOfForms()), ...HOUSE_RULES, ...ALWAYS])];
    expect(rules).toEqual(expect.arrayContaining(['isLength', 'says', 'isQuery', 'nestedValidation', 'timeOrder']));
    for (const texts of [textsOf('vi.desks'), textsOf('en')]) expect(rules.filter((rule) => !texts[`rule.${rule}`])).toEqual([]);
    expect(Object.keys(textsOf('en')).filter((key) => key.startsWith('rule.') && !rules.includes(key.slice(5)))).toEqual([]);
  });
  test('names the bounds of the check alike in both languages', () => {
    const bounds = (texts: Record<string, string>) =>
      Object.entries(texts)
        .filter(([key]) => key.startsWith('rule.'))
        .map(([key, text]) => [key, ...new Set(text.match(/\{m(in|ax)\b/g))])
        .sort();
    expect(bounds(textsOf('vi.desks'))).toEqual(bounds(textsOf('en')));
    expect(bounds(textsOf('en'))).toContainEqual(['rule.isLength', '{min', '{max']);
  });
  test('calls each field that people fill in by a name, the others by their path, and has no name for what there is not', () => {
    const texts = textsOf('en');
    const { sent, asked } = fieldsOfApi();
    expect(sent).toEqual(expect.arrayContaining(['identity.born', 'sources.title', 'en.title', 'answers.appear.summoned.at']));
    const called = (path: string) => fieldName(path, (key) => texts[key] ?? null);
    expect(sent.filter((path) => called(path) === path).sort()).toEqual(UNNAMED);
    const plain = [...sent, ...asked].map((path) => path.replace(/^(vi|en)\./, 'language.'));
    const used = new Set(plain.map((path) => nameKey(path.split('.'), (key) => key in texts)));
    const names = Object.keys(texts).filter((key) => key.startsWith('field.'));
    expect(names.filter((key) => !used.has(key))).toEqual([]);
    const spoken = Object.values(ON_SCREENS);
    for (const said of [textsOf('en'), { ...textsOf('vi'), ...textsOf('vi.desks') }])
      expect(spoken.filter((key) => !said[key])).toEqual([]);
    expect(Object.keys(ON_SCREENS).filter((path) => !plain.includes(path))).toEqual([]);
  });
  test('names its fields in both languages alike', () => {
    const fields = (texts: Record<string, string>) =>
      Object.keys(texts)
        .filter((key) => key.startsWith('field.'))
        .sort();
    expect(fields(textsOf('vi.desks'))).toEqual(fields(textsOf('en')));
  });
});
