import { describe, expect, test } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE_RULES } from '../src/core/problem/invalid.js';

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

describe('what is wrong with a form', () => {
  test('has a sentence in both languages, for every check that a form or the house makes', async () => {
    const rules = [...new Set([...(await rulesOfForms()), ...HOUSE_RULES, ...ALWAYS])];
    expect(rules).toEqual(expect.arrayContaining(['isLength', 'says', 'isQuery', 'nestedValidation', 'timeOrder']));
    for (const texts of [textsOf('vi.desks'), textsOf('en')]) expect(rules.filter((rule) => !texts[`rule.${rule}`])).toEqual([]);
    expect(Object.keys(textsOf('en')).filter((key) => key.startsWith('rule.') && !rules.includes(key.slice(5)))).toEqual([]);
  });
  test('names its fields in both languages alike', () => {
    const fields = (texts: Record<string, string>) =>
      Object.keys(texts)
        .filter((key) => key.startsWith('field.'))
        .sort();
    expect(fields(textsOf('vi.desks'))).toEqual(fields(textsOf('en')));
  });
});
