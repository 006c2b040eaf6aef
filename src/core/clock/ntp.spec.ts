import { expect, test } from '@jest/globals';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { until } from '../../../test/kit/until.js';
import { askNtp, write } from './ntp.js';

/** A server of time whose clock goes `ahead` milliseconds before ours. */
async function server(ahead: number, spoil: (answer: Buffer) => void = () => undefined) {
  const socket = createSocket('udp4');
  socket.on('message', (asked, from) => {
    const answer = Buffer.alloc(48);
    answer[0] = 0x24;
    answer[1] = 2;
    asked.copy(answer, 24, 40, 48);
    for (const at of [32, 40]) write(answer, at, Date.now() + ahead);
    spoil(answer);
    socket.send(answer, from.port, from.address);
  });
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  return { name: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}

test('a clock that is four seconds behind is told so, within the time that the question took', async () => {
  const { name, close } = await server(4_000);
  const { offsetMilliseconds, roundTripMilliseconds, stratum, fault } = await askNtp(name);
  close();
  expect([stratum, fault]).toEqual([2, null]);
  expect(Math.abs(offsetMilliseconds! - 4_000)).toBeLessThanOrEqual(roundTripMilliseconds! + 2);
});
test.each([
  ['an answer to another question', (b: Buffer) => b.writeUInt32BE(1, 24)],
  ['a server that is not set itself', (b: Buffer) => (b[1] = 0)],
  ['no answer at all', (b: Buffer) => (b[0] = 0)],
])('%s gives no time', async (_, spoil) => {
  const { name, close } = await server(0, (b) => void spoil(b));
  expect(await askNtp(name)).toMatchObject({ offsetMilliseconds: null, fault: expect.any(String) });
  close();
});
test('a server that is silent is waited for no longer than it may take', async () => {
  const socket = createSocket('udp4');
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  expect(await askNtp(`127.0.0.1:${socket.address().port}`, 50)).toMatchObject({ fault: 'it did not answer' });
  socket.close();
});
test('a name that is found by nobody, long after its time was up, ends nothing', async () => {
  let failed = false;
  const slow = (_: string, __: unknown, done: (error: Error) => void) =>
    void setTimeout(() => {
      failed = true;
      done(new Error('nobody knows it'));
    }, 60);
  expect(await askNtp('dong-ho.example', 10, slow as never)).toMatchObject({ fault: 'it did not answer' });
  await until(() => Promise.resolve(failed));
  await new Promise((r) => setImmediate(r)); // what would be thrown, is
});
