import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from './exchange.js';
import { cdxj, WarcWriter } from './warc.js';

test('a record that the disk has no room for fails where it is written, and ends no process', async () => {
  const warc = await WarcWriter.open('/dev/full');
  await expect(warc.info({ software: 'kiểm tra' })).rejects.toThrow('ENOSPC');
  await warc.close();
});

describe('what a page sends along', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-warc-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const lineOf = async (type: string, sent: string): Promise<string> => {
    const [body, requestBody] = [join(dir, 'body'), join(dir, 'sent')];
    writeFileSync(body, 'đáp');
    writeFileSync(requestBody, sent);
    const warc = await WarcWriter.open(join(dir, 'x.warc.gz'));
    const asked = { id: 1, url: 'http://a.example/x', method: 'POST', startedAt: '2026-11-20T08:00:00.000Z', requestHeaders: ['Content-Type', type], requestBody, status: 200, statusText: 'OK', httpVersion: '1.1', responseHeaders: ['Content-Type', 'text/plain'], body, sha256: 'a'.repeat(64), ip: null, fault: null }; // prettier-ignore
    await warc.exchange(asked as unknown as Exchange);
    await warc.close();
    return cdxj(warc.index, 'x.warc.gz');
  };
  test('becomes part of the key by which its answer is found', async () => {
    expect(await lineOf('application/json', '{"hoi":"muoi"}')).toMatch(/^example,a\)\/x\?.*__wb_method=post.*hoi=muoi/);
    expect(await lineOf('multipart/form-data; boundary=----WebKitFormBoundaryAb1', '------WebKitFormBoundaryAb1\r\n')).toContain(
      '__wb_method=post',
    );
  });
  test('is no expression that the page wrote, and no more of it is read than a page asks by', async () => {
    expect(await lineOf('multipart/form-data; boundary=(a+)+c', `${'a'.repeat(4_000)}!`)).toMatch(/^example,a\)\/x /);
    expect((await lineOf('application/json', `[${'1,'.repeat(40_000)}1]`)).length).toBeLessThan(10_000);
  });
});
