import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readConfig } from '../../src/core/config.js';
import { freePort } from '../kit/house.js';
import { freshDatabase, type FreshDatabase } from '../kit/postgres.js';
import { until } from '../kit/until.js';

const RIGHT = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://office:word@db.example/lachan',
  LACHAN_SECRET: 'một bí mật dài riêng của cơ quan này, không ai đoán ra',
  PUBLIC_URL: 'https://la-chan.example',
  EVIDENCE_URL: 'https://chung-cu.example',
};
const refusal = (change: NodeJS.ProcessEnv) => {
  try {
    readConfig({ ...RIGHT, ...change });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

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
    [
      'evidence that goes over the network in the open',
      {
        EVIDENCE_S3_ENDPOINT: 'http://s3.example',
        EVIDENCE_S3_BUCKET: 'chung-cu',
        EVIDENCE_S3_ACCESS_KEY: 'AK',
        EVIDENCE_S3_SECRET_KEY: 'SK',
      },
      /EVIDENCE_S3_ENDPOINT must be an https address/,
    ],
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

describe('bringing a database to the newest schema', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  test.each<[string, string, boolean]>([
    ['off', 'an office of its own', false],
    ['on', 'the demo', true],
    ['', 'the demo', true],
  ])('with LACHAN_DEMO=%s makes it one of %s', async (setting, _, demo) => {
    await database.owner('UPDATE core.installation SET demo = $1', [!demo]);
    const migrate = join(process.env.TEST_SERVER_CODE!, 'src', 'processes', 'migrate.js');
    const env = { PATH: process.env.PATH, DATABASE_OWNER_URL: database.urls.owner, LACHAN_DEMO: setting };
    expect(spawnSync(process.execPath, ['--no-warnings', migrate], { env, encoding: 'utf8', timeout: 45_000 }).stderr).toBe('');
    expect(await database.owner('SELECT demo FROM core.installation')).toEqual([{ demo }]);
  });
});

describe('a production process on a database with a past', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  }, 60_000);
  afterAll(() => database.drop());
  /** The other PostgreSQL user keeps the check of the embedded database out of the way. */
  const script = (name: string) => ['--no-warnings', join(process.env.TEST_SERVER_CODE!, 'src', 'processes', `${name}.js`)];
  const env = (more: NodeJS.ProcessEnv) => ({ PATH: process.env.PATH, ...RIGHT, DATABASE_URL: database.urls.owner, ...more });
  const start = (name: 'serve' | 'worker') =>
    spawnSync(process.execPath, script(name), { env: env({ PORT: '0', LOG_LEVEL: 'fatal' }), encoding: 'utf8', timeout: 45_000 });

  test('of none serves, says each request as a line of JSON, and ends by itself when told to', async () => {
    await database.owner(`UPDATE core.installation SET demo = false, clock_offset = '0', seeded_at = NULL`);
    const port = await freePort();
    const server = spawn(process.execPath, script('serve'), { env: env({ PORT: String(port) }), stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve([code, signal])));
    await until(
      () =>
        fetch(`http://127.0.0.1:${port}/health/ready`).then(
          (r) => r.ok,
          () => false,
        ),
      45_000,
    );
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    const lines = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines.at(-1)).toMatchObject({
      level: 'info',
      process: 'serve',
      context: 'request',
      method: 'GET',
      route: '/health/ready',
      status: 200,
    });
    expect(lines.filter((l) => 'context' in l && l.context === 'RoutesResolver')).toEqual([]);
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
