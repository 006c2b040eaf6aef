import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readConfig } from '../../src/core/config.js';
import { freshDatabase, type FreshDatabase } from '../kit/postgres.js';

const RIGHT = {
  NODE_ENV: 'production', DATABASE_URL: 'postgres://office:word@db.example/lachan', LACHAN_SECRET: 'một bí mật dài riêng của cơ quan này, không ai đoán ra',
  PUBLIC_URL: 'https://la-chan.example', EVIDENCE_URL: 'https://chung-cu.example',
};
const refusal = (change: NodeJS.ProcessEnv) => { try { readConfig({ ...RIGHT, ...change }); return null; } catch (error) { return (error as Error).message; } };

describe('a production', () => {
  test('starts on settings of its own', () => {
    expect(refusal({})).toBeNull();
  });
  test.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['the secret of the demo', { LACHAN_SECRET: 'demo-only-secret' }, /LACHAN_SECRET is the secret of the demo/],
    ['no secret', { LACHAN_SECRET: '' }, /LACHAN_SECRET is needed/],
    ['a secret that can be guessed', { LACHAN_SECRET: 'bi-mat' }, /LACHAN_SECRET is shorter than 32 signs/],
    ['a public address without https', { PUBLIC_URL: 'http://la-chan.example' }, /PUBLIC_URL must be an https address/],
    ['no public address', { PUBLIC_URL: '' }, /PUBLIC_URL is needed/],
    ['captured pages without https', { EVIDENCE_URL: 'http://chung-cu.example' }, /EVIDENCE_URL must be an https address/],
    ['captured pages on the host of the office', { EVIDENCE_URL: 'https://la-chan.example:8443' }, /another host name/],
    ['no database', { DATABASE_URL: '' }, /DATABASE_URL is needed/],
    ['the embedded database', { DATABASE_URL: 'postgres://lachan_app_login:x@127.0.0.1:5544/lachan' }, /embedded database/],
    ['the demo', { LACHAN_DEMO: 'on' }, /are for the demo/],
    ['the demo world', { WORLD_URL: 'http://world.localhost:4180' }, /are for the demo/],
  ])('refuses %s in one sentence', (_, change, says) => {
    expect(refusal(change)).toMatch(says);
    expect(refusal(change)).toMatch(/^Configuration: [^\n]+$/);
  });
  test('names everything that is wrong at once', () => {
    expect(refusal({ LACHAN_SECRET: 'demo-only-secret', PUBLIC_URL: 'http://x.example' })?.split('\n')).toHaveLength(2);
  });
});

describe('a production process on a database with a past', () => {
  let database: FreshDatabase;
  beforeAll(async () => { database = await freshDatabase(); }, 60_000);
  afterAll(() => database.drop());
  /** The other PostgreSQL user keeps the check of the embedded database out of the way. */
  const start = (name: 'serve' | 'worker') => spawnSync(process.execPath, ['--no-warnings', join(process.env.TEST_SERVER_CODE!, 'src', 'processes', `${name}.js`)], {
    env: { PATH: process.env.PATH, ...RIGHT, DATABASE_URL: database.urls.owner, PORT: '0', LOG_LEVEL: 'fatal' }, encoding: 'utf8', timeout: 45_000,
  });

  test('of the demo refuses to serve and to work, in one sentence without a stack', async () => {
    await database.owner(`UPDATE core.installation SET demo = false, clock_offset = '0', seeded_at = now()`);
    for (const name of ['serve', 'worker'] as const) {
      const { status, stderr } = start(name);
      expect([status, stderr]).toEqual([1, 'Configuration: this database was filled by the demo: production needs one of its own\n']);
    }
  });
  test('of a moved clock refuses to serve', async () => {
    await database.owner(`UPDATE core.installation SET demo = true, clock_offset = '1 day', seeded_at = NULL`);
    const { status, stderr } = start('serve');
    expect(status).toBe(1);
    expect(stderr).toContain('the office clock of this database was moved');
  });
});
