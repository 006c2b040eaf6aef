import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../config.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan cài đặt '));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const FILE = join(dir, 'văn phòng.yaml');
const told = (text: string, env: NodeJS.ProcessEnv = {}) => {
  writeFileSync(FILE, text);
  return { LACHAN_CONFIG: FILE, ...env };
};
const refusal = (env: NodeJS.ProcessEnv) => {
  try {
    readSettings(env);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a wrong setting is refused in one sentence with its place', () => {
  const at = (line: number) => `Configuration: ${FILE}:${line}: `;
  test.each<[string, string, number, string]>([
    ['an unknown key', 'port: 5001\nprot: 5002\n', 2, 'there is no setting named prot'],
    ['an unknown limit', 'limits:\n  report_text: 5\n  reports: 5\n', 3, 'there is no setting named limits.reports'],
    ['text for a number', 'port: 5001\nworld_port: nhiều\n', 2, 'world_port must be a whole number from 0 to 65535, and "nhiều" is not'],
    ['a port too high', 'port: 70000\n', 1, 'port must be a whole number from 0 to 65535, and 70000 is not'],
    ['a list for text', '\nhost: [a]\n', 2, 'host must be text, and ["a"] is not'],
    ['a map for a value', 'language: { vi: true }\n', 1, 'language must be one of vi, en, and {"vi":true} is not'],
    ['a value for the limits', 'limits: 3\n', 1, 'there is no setting named limits'],
    [
      'a bad address',
      'public_url: la-chan.example\n',
      1,
      'public_url must be an address that begins with http:// or https://, and "la-chan.example" is not',
    ],
    ['another scheme', 'redis_url: http://cache\n', 1, 'redis_url must be an address that begins with redis:// or rediss://'],
    [
      'a time zone that is none',
      'time_zone: Asia/Saigon City\n',
      1,
      'time_zone must be the name of a time zone, such as Asia/Ho_Chi_Minh, and "Asia/Saigon City" is not',
    ],
    ['a target without a port', 'capture_allow: [a.local]\n', 1, 'capture_allow must be a list of host:port, and ["a.local"] is not'],
    ['a limit of nothing', 'limits:\n  session_hours: 0\n', 2, 'limits.session_hours must be a whole number from 1 to 720, and 0 is not'],
  ])('%s', (_, text, line, says) => {
    expect(refusal(told(text))).toBe(at(line) + says);
  });
  test('a key that stands twice, and what is no YAML', () => {
    expect(refusal(told('port: 1\nport: 2\n'))).toMatch(/^Configuration: \S.*văn phòng\.yaml:2: Map keys must be unique[^\n]*$/);
    expect(refusal(told('port: [1\nhost: x\n'))).toMatch(/^Configuration: \S.*văn phòng\.yaml:\d: [^\n]+$/);
    expect(refusal(told('- port\n'))).toBe(`Configuration: ${FILE} must hold settings, each as \`name: value\``);
  });
  test('a file that is not there', () => {
    expect(refusal({ LACHAN_CONFIG: '/nirgends/x.yaml' })).toBe(
      'Configuration: LACHAN_CONFIG names /nirgends/x.yaml, and there is no such file',
    );
  });
  test('a variable', () => {
    expect(refusal({ PORT: 'cửa' })).toBe('Configuration: PORT must be a whole number from 0 to 65535, and "cửa" is not');
    expect(refusal({ OFFICE_TIME_ZONE: 'Sài Gòn' })).toMatch(/^Configuration: OFFICE_TIME_ZONE must be the name of a time zone/);
  });
  test('what opens something is never said back', () => {
    expect(refusal({ DATABASE_URL: 'mysql://office:mat-khau@db/x' })).toBe(
      'Configuration: DATABASE_URL must be an address that begins with postgres:// or postgresql://',
    );
    expect(refusal(told('smtp_url: office:mat-khau@mail\n'))).not.toContain('mat-khau');
  });
  test('several are told at once, each on its line', () => {
    expect(refusal(told('prot: 1\nlanguage: fr\n'))?.split('\n')).toHaveLength(2);
  });
});
