import { afterAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookiesGiven } from './cookies-given.js';
import { sessionGiven } from './session-given.js';
import { WrongUse } from './wrong-use.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan-session-given-'));
afterAll(() => rmSync(dir, { recursive: true }));
const cookies = join(dir, 'cookies.txt');
writeFileSync(cookies, ['mxh.example', 'FALSE', '/', 'FALSE', '2000000000', 'sid', 'x'].join('\t'));

test('a session is borne at pages of its own hosts alone', async () => {
  const given = async (url: string, hosts?: string) => (await sessionGiven(url, { cookies, hosts }))?.hosts;
  expect(await given('https://mxh.example/p/1')).toEqual(['mxh.example']);
  expect(await given('https://m.mxh.example/p/1', 'mxh.example')).toEqual(['mxh.example']);
  for (const [url, hosts] of [
    ['https://khac.example/p/1', 'mxh.example'],
    ['https://xmxh.example/p/1', 'mxh.example'],
    ['https://mxh.example/p/1', ' , '],
  ])
    await expect(given(url, hosts)).rejects.toThrow(WrongUse);
});
test('hosts without cookies are no session', async () => {
  expect(await sessionGiven('https://mxh.example/', {})).toBeNull();
  await expect(sessionGiven('https://mxh.example/', { hosts: 'mxh.example' })).rejects.toThrow(WrongUse);
});
test('of a pipe, which tells no size, no more is read than a file of cookies may hold', async () => {
  const pipe = (name: string) => {
    execFileSync('mkfifo', [join(dir, name)]);
    return { path: join(dir, name), into: createWriteStream(join(dir, name)).on('error', () => undefined) };
  };
  const [long, short] = [pipe('long'), pipe('short')];
  long.into.write(Buffer.alloc(200_000, 'x'));
  await expect(cookiesGiven(long.path)).rejects.toThrow(WrongUse);
  long.into.destroy();
  short.into.end('\ufeffsid');
  expect(await cookiesGiven(short.path)).toBe('sid');
});
