import { expect, test } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../../core/config.js';
import type { EvidenceStore } from '../../core/evidence/store.js';
import { fileTable } from '../../core/files/file-table.js';
import type { AddFile } from './add-file.use-case.js';
import { LetInGuard } from './let-in.guard.js';

const CASE = '0190a0a0-0000-7000-8000-000000000001';
function answer() {
  let [resolve, reject]: [() => void, (error: Error) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((done, fail) => ([resolve, reject] = [done, fail]));
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
const config = { limits: { fileBytes: 1000 } } as unknown as Config;
const contextOf = (asked: IncomingMessage, response: ServerResponse): ExecutionContext => {
  const request = Object.assign(asked, { params: { id: CASE }, actor: { staffId: 'an' } });
  return { switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }) } as unknown as ExecutionContext;
};

test('whoever goes while the case is asked, or is refused by it, gives the place back', async () => {
  let asking = answer();
  const adding = { refuse: () => asking.promise } as unknown as AddFile;
  const guard = new LetInGuard(adding, {} as EvidenceStore, config);
  const ends: Promise<unknown>[] = [];
  const server = createServer((asked, response) => {
    ends.push(guard.canActivate(contextOf(asked, response)).catch((error: Error) => error.message));
    server.emit('asks', response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const begin = async () => {
    const sent = request({ port, method: 'POST', headers: { 'content-length': 4 } }).on('error', () => undefined);
    sent.write('h');
    const [response] = (await once(server, 'asks')) as [ServerResponse];
    return { sent, response };
  };
  for (let n = 0; n <= fileTable.at_once; n++) {
    const { sent, response } = await begin();
    sent.destroy();
    await once(response, 'close');
  }
  asking.resolve();
  expect(new Set(await Promise.all(ends))).toEqual(new Set(['busy']));
  asking = answer();
  asking.reject(new Error('missing'));
  for (let n = 0; n <= fileTable.at_once_each; n++) await begin();
  expect(await Promise.all(ends.slice(-3))).toEqual(['missing', 'missing', 'missing']);
  asking = answer();
  for (let n = 0; n <= fileTable.at_once_each; n++) await begin();
  asking.resolve();
  expect(await Promise.all(ends.slice(-3))).toEqual([true, true, 'too-many']);
  server.closeAllConnections();
  server.close();
});
