import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFile, readConfig, readSettings } from '../config.js';
import { limitsTable, settingsTable, type Setting } from './table.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan cài đặt '));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const FILE = join(dir, 'văn phòng.yaml');
const told = (text: string, env: NodeJS.ProcessEnv = {}) => {
  writeFileSync(FILE, text);
  return { LACHAN_CONFIG: FILE, ...env };
};
const S3: NodeJS.ProcessEnv = {
  EVIDENCE_S3_ENDPOINT: 'https://s3.example',
  EVIDENCE_S3_BUCKET: 'chung-cu',
  EVIDENCE_S3_ACCESS_KEY: 'AK',
  EVIDENCE_S3_SECRET_KEY: 'SK',
};
const refusal = (env: NodeJS.ProcessEnv) => {
  try {
    readSettings(env);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};
const all: Setting<unknown>[] = [...Object.values(settingsTable), ...Object.values(limitsTable)];

describe('a setting', () => {
  test('has its default, its sentence and its variable in config/default.yaml', () => {
    const lines = readFileSync(configFile('default.yaml'), 'utf8').split('\n');
    for (const { key, env } of all) {
      const name = key.split('.').at(-1)!;
      const line = lines.find((l) => l.trim().startsWith(`${name}:`)) ?? '';
      expect([key, new RegExp(` # \\[${env}\\] \\S.{10,}`).test(line)]).toEqual([key, true]);
    }
    expect(readSettings({})).toMatchObject({
      port: 4100,
      timeZone: 'Asia/Ho_Chi_Minh',
      language: 'vi',
      redisUrl: null,
      captureAllow: [],
      ntpServers: [],
      demo: true,
      logLevel: 'warn',
      publicUrl: 'http://localhost:4100',
    });
  });

  // what each may be told, as the environment says it and as a file does; the last is what the house makes of it
  const EXAMPLES: [keyof ReturnType<typeof readSettings>, string, string, unknown][] = [
    ['port', '5001', '5001', 5001],
    ['host', '0.0.0.0', '0.0.0.0', '0.0.0.0'],
    ['publicUrl', 'https://la-chan.example', 'https://la-chan.example', 'https://la-chan.example'],
    ['evidenceUrl', 'https://cc.example', 'https://cc.example', 'https://cc.example'],
    ['dataDir', '/srv/dữ liệu', '/srv/dữ liệu', '/srv/dữ liệu'],
    ['timeZone', 'Asia/Bangkok', 'Asia/Bangkok', 'Asia/Bangkok'],
    ['language', 'en', 'en', 'en'],
    ['publicLogDelayHours', '24', '24', 24],
    ['databaseUrl', 'postgres://a:b@db/x', 'postgres://a:b@db/x', 'postgres://a:b@db/x'],
    ['ownerUrl', 'postgres://o:b@db/x', 'postgres://o:b@db/x', 'postgres://o:b@db/x'],
    ['readerUrl', 'postgres://r:b@db/x', 'postgres://r:b@db/x', 'postgres://r:b@db/x'],
    ['purgerUrl', 'postgres://p:b@db/x', 'postgres://p:b@db/x', 'postgres://p:b@db/x'],
    ['queueUrl', 'postgresql://q:b@db/x', 'postgresql://q:b@db/x', 'postgresql://q:b@db/x'],
    ['redisUrl', 'redis://cache:6379', 'redis://cache:6379', 'redis://cache:6379'],
    ['evidenceS3Endpoint', 'https://s3.example', 'https://s3.example', 'https://s3.example'],
    ['evidenceS3Region', 'vn-1', 'vn-1', 'vn-1'],
    ['evidenceS3Bucket', 'chung-cu', 'chung-cu', 'chung-cu'],
    ['evidenceS3AccessKey', 'AK', 'AK', 'AK'],
    ['evidenceS3SecretKey', 'bí mật', 'bí mật', 'bí mật'],
    ['evidenceS3Lock', 'COMPLIANCE', 'COMPLIANCE', 'COMPLIANCE'],
    ['evidenceS3LockDays', '30', '30', 30],
    ['packageKeyFile', '/srv/khóa.p12', '/srv/khóa.p12', '/srv/khóa.p12'],
    ['packageKeyPassword', 'mở ra', 'mở ra', 'mở ra'],
    [
      'timestampAuthorities',
      'https://a.example/tsa http://b.example',
      '[https://a.example/tsa, http://b.example]',
      ['https://a.example/tsa', 'http://b.example'],
    ],
    ['timestampRoots', '/srv/gốc', '/srv/gốc', '/srv/gốc'],
    ['timestampPolicy', '1.3.6.1.4.1.13762.3', '1.3.6.1.4.1.13762.3', '1.3.6.1.4.1.13762.3'],
    ['timestampAllow', 'tsa.local:318', '[tsa.local:318]', ['tsa.local:318']],
    ['factCheckUrl', 'https://check.example/v1', 'https://check.example/v1', 'https://check.example/v1'],
    ['factCheckKey', 'mã', 'mã', 'mã'],
    ['factCheckAllow', 'check.local:318', '[check.local:318]', ['check.local:318']],
    ['smtpUrl', 'smtp://mail:25', 'smtp://mail:25', 'smtp://mail:25'],
    ['mailFrom', 'so@thanh-pho.example', 'so@thanh-pho.example', 'so@thanh-pho.example'],
    ['workerNice', '5', '5', 5],
    ['spentDeliveriesDays', '7', '7', 7],
    ['captureSlots', '4', '4', 4],
    ['captureReady', '2', '2', 2],
    ['serveReady', '0', '0', 0],
    ['ntpServers', 'time.example, [::1]:1123', '[time.example, "[::1]:1123"]', ['time.example', '[::1]:1123']],
    ['egressAddress', '203.0.113.7', '203.0.113.7', '203.0.113.7'],
    ['imageDigest', 'sha256:ab', 'sha256:ab', 'sha256:ab'],
    ['captureAllow', 'a.local:80, [::1]:8080', '[a.local:80, "[::1]:8080"]', ['a.local:80', '[::1]:8080']],
    [
      'captureRoutes',
      'ha-noi=http://an:b@proxy:8080 hue=socks5://[::1]:1080',
      "{ ha-noi: 'http://an:b@proxy:8080', hue: 'socks5://[::1]:1080' }",
      { 'ha-noi': 'http://an:b@proxy:8080', hue: 'socks5://[::1]:1080' },
    ],
    ['chromiumPath', 'bundled', 'bundled', 'bundled'],
    ['chromiumSandbox', 'required', 'required', 'required'],
    ['demo', 'off', 'off', false],
    ['worldPort', '5002', '5002', 5002],
    ['worldUrl', 'http://world.localhost:1', 'http://world.localhost:1', 'http://world.localhost:1'],
    ['trustProxy', '10.0.0.1', '10.0.0.1', '10.0.0.1'],
    ['metricsToken', 'mã', 'mã', 'mã'],
    ['logLevel', 'debug', 'debug', 'debug'],
    ['secret', 'bí mật', 'bí mật', 'bí mật'],
  ];
  test('can be told by the environment and by a file, and the environment goes first', () => {
    expect(EXAMPLES.map(([name]) => name).sort()).toEqual(Object.keys(settingsTable).sort());
    for (const [name, text, yaml, value] of EXAMPLES) {
      const { key, env } = settingsTable[name as keyof typeof settingsTable];
      const { [env]: _, ...beside } = name.startsWith('evidenceS3')
        ? S3
        : name.startsWith('timestamp')
          ? { TIMESTAMP_ROOTS: '/srv/gốc' }
          : ({} as NodeJS.ProcessEnv);
      expect([name, readSettings({ ...beside, [env]: text })[name]]).toEqual([name, value]);
      expect([name, readSettings(told(`${key}: ${yaml}\n`, beside))[name]]).toEqual([name, value]);
    }
    expect(readSettings(told('port: 5001\nworld_port: 5003\n', { PORT: '6001' }))).toMatchObject({ port: 6001, worldPort: 5003 });
  });
  test('of the evidence store is told whole: none of its parts is left out, and none stands alone', () => {
    expect(readSettings({}).evidenceS3).toBeNull();
    expect(readSettings(S3).evidenceS3).toEqual({
      endpoint: 'https://s3.example',
      region: 'us-east-1',
      bucket: 'chung-cu',
      accessKey: 'AK',
      secretKey: 'SK',
      lock: null,
      lockDays: 3650,
    });
    for (const name of ['BUCKET', 'ACCESS_KEY', 'SECRET_KEY'])
      expect(refusal({ ...S3, [`EVIDENCE_S3_${name}`]: '' })).toBe(
        `Configuration: EVIDENCE_S3_${name} is needed beside EVIDENCE_S3_ENDPOINT`,
      );
    expect(refusal({ ...S3, EVIDENCE_S3_ENDPOINT: '' })).toMatch(/EVIDENCE_S3_ENDPOINT is not set/);
    expect(refusal({ ...S3, EVIDENCE_S3_BUCKET: '../x' })).toMatch(/no name of a bucket/);
    expect(refusal({ ...S3, EVIDENCE_S3_ENDPOINT: 'https://s3.example/kho' })).toMatch(/without a path/);
  });
  test('of a time-stamp authority is refused without the roots that it must lead to', () => {
    expect(refusal({ TIMESTAMP_AUTHORITIES: 'https://tsa.example' })).toBe(
      'Configuration: TIMESTAMP_ROOTS is needed beside TIMESTAMP_AUTHORITIES',
    );
  });
  test('of the limits is told by their names, and the others stay', () => {
    const { limits } = readSettings(told('limits:\n  session_hours: 2\n', { LIMIT_LEASE_MINUTES: '9' }));
    expect(limits).toEqual({ ...readSettings({}).limits, sessionHours: 2, leaseMinutes: 9 });
  });
  test('that a file leaves empty is as if it were not told', () => {
    expect(readSettings(told('')).port).toBe(4100);
    expect(readSettings(told('redis_url: ~\nsmtp_url: ""\n'))).toMatchObject({ redisUrl: null, smtpUrl: null });
  });
});

test('a production may be told by a file alone', () => {
  const yaml = `database_url: postgres://office:word@db.example/lachan
secret: một bí mật dài riêng của cơ quan này, không ai đoán ra
public_url: https://la-chan.example
evidence_url: https://chung-cu.example
`;
  expect(readConfig(told(yaml, { NODE_ENV: 'production' }))).toMatchObject({ production: true, demo: false, chromiumSandbox: 'required' });
  expect(() => readConfig(told('port: 1\n', { NODE_ENV: 'production' }))).toThrow('LACHAN_SECRET is needed when NODE_ENV=production');
});
