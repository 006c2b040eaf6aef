import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { HouseUnderTest } from '../kit/house.js';
import { until } from '../kit/until.js';

/** Processes whose arguments or environment name this data folder. */
function processesOf(dataDir: string): string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        const state = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const told = readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8');
        return Number(pid) !== process.pid && told.includes(dataDir) && !/\) Z /.test(state);
      } catch {
        return false;
      }
    });
}

describe('starting and stopping the house', () => {
  let house: HouseUnderTest;
  beforeAll(async () => {
    house = await HouseUnderTest.make({ WORKER_NICE: '4' }, 0o700);
  });
  afterAll(async () => {
    await house.end();
    house.remove();
  });

  test('a first start in a path with a space and Vietnamese letters opens the office', async () => {
    expect(await house.start()).toBe('open');
    expect((await fetch(house.url('/health/ready'))).status).toBe(200);
  });

  test('the worker stands back from the server, by so much as the setting says', async () => {
    const niceOf = (name: string) => {
      const pid = processesOf(house.dataDir).find((p) => readFileSync(`/proc/${p}/cmdline`, 'utf8').includes(`/${name}.js`));
      return pid && getPriority(Number(pid));
    };
    await until(async () => niceOf('worker') === Number(niceOf('serve')) + 4);
  });

  test('a second start on the same data is refused in one sentence', async () => {
    const second = new HouseUnderTest(house.dataDir, house.port + 1);
    expect(await second.start()).toBe(1);
    expect(second.output.trim().split('\n')).toHaveLength(1);
    expect(second.output).toContain('already runs on the data');
  });

  test('after SIGKILL of the supervisor its processes end, and the next start needs no hand', async () => {
    await house.end('SIGKILL');
    await until(async () =>
      fetch(house.url('/health/live')).then(
        () => false,
        () => true,
      ),
    );
    expect(await house.start()).toBe('open');
    expect((await fetch(house.url('/health/ready'))).status).toBe(200);
  });

  test.each(['serve', 'worker', 'world'])('%s ends if its supervisor was gone before it had loaded its code', async (name) => {
    const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, `../../dist/src/processes/${name}.js`)], {
      env: { ...process.env, LACHAN_SUPERVISED: '1', LACHAN_DATA: house.dataDir },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.disconnect();
    const [, signal] = (await once(child, 'exit')) as [number | null, string];
    expect(signal).toBe('SIGTERM');
  });

  test('the server has no reserve beside it where the setting says none', async () => {
    const serving = () => processesOf(house.dataDir).filter((p) => readFileSync(`/proc/${p}/cmdline`, 'utf8').includes('/serve.js'));
    const ticks = Number(readFileSync(`/proc/${serving()[0]}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19]);
    const age = () => parseFloat(readFileSync('/proc/uptime', 'utf8')) - ticks / 100;
    await until(async () => age() > 12, 20_000); // a reserve begins at ten seconds
    expect(serving()).toHaveLength(1);
  });

  test('SIGTERM leaves no process behind', async () => {
    await house.end('SIGTERM');
    expect(processesOf(house.dataDir)).toEqual([]);
  });

  test('a taken port is told in one sentence', async () => {
    const squatter = createServer().listen(house.port, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    expect(await house.start()).toBe(1);
    squatter.close();
    expect(house.output.trim()).toBe(`Port ${house.port} is taken by another program; set PORT to a free one.`);
  });

  test('production starts on no embedded database', async () => {
    const production = new HouseUnderTest(house.dataDir, house.port, { NODE_ENV: 'production' });
    expect(await production.start()).toBe(1);
    expect(production.output).toContain('needs DATABASE_URL');
  });
});
