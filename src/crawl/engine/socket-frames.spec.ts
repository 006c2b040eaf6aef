import { expect, test } from '@jest/globals';
import { SocketFrames, type Message } from './socket-frames.js';

/** A frame as RFC 6455, 5.2 draws it. */
function frame(opcode: number, payload: Buffer | string, { last = true, mask = null as number[] | null } = {}): Buffer {
  const bytes = Buffer.from(payload as string);
  const length = bytes.length < 126 ? [bytes.length] : bytes.length < 65_536 ? [126, bytes.length >> 8, bytes.length & 255] : null;
  const long = length ?? [127, ...Buffer.from(bytes.length.toString(16).padStart(16, '0'), 'hex')];
  const head = [(last ? 0x80 : 0) | opcode, long[0] | (mask ? 0x80 : 0), ...long.slice(1), ...(mask ?? [])];
  return Buffer.concat([Buffer.from(head), mask ? bytes.map((byte, i) => byte ^ mask[i & 3]) : bytes]);
}
function read(chunks: Buffer[], longest = 1_000): Message[] {
  const all: Message[] = [];
  const frames = new SocketFrames(longest, (message) => all.push(message));
  for (const chunk of chunks) frames.take(chunk);
  return all;
}
const TEXT = 'Đường Lê Văn Lương kẹt cứng';
const said = (messages: Message[]) => messages.map(({ kind, bytes, length }) => [kind, bytes.toString(), length]);

test.each([1, 2, 3, 7, 1_000])('messages are read whole when their bytes come %i at a time', (size) => {
  const all = Buffer.concat([
    frame(1, TEXT, { mask: [1, 2, 3, 4] }),
    frame(1, ''),
    frame(1, 'một ', { last: false }),
    frame(9, 'ping'),
    frame(0, 'hai', { last: true }),
    frame(2, 'x'.repeat(300)),
    frame(8, Buffer.from([0x03, 0xe8])),
  ]);
  const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.subarray(i * size, (i + 1) * size));
  expect(said(read(chunks)).slice(0, 4)).toEqual([
    ['text', TEXT, Buffer.byteLength(TEXT)],
    ['text', '', 0],
    ['text', 'một hai', Buffer.byteLength('một hai')],
    ['binary', 'x'.repeat(300), 300],
  ]);
  expect(read(chunks).at(-1)).toMatchObject({ kind: 'close', bytes: Buffer.from([0x03, 0xe8]) });
});
test('of a message longer than may be kept the beginning is, and its length; one that never ends fills nothing', () => {
  expect(said(read([frame(1, 'a'.repeat(70_000)), frame(1, 'sau')], 10))).toEqual([
    ['text', 'a'.repeat(10), 70_000],
    ['text', 'sau', 3],
  ]);
  expect(
    read([frame(1, 'a'.repeat(500), { last: false }), ...Array.from({ length: 500 }, () => frame(0, 'b'.repeat(500), { last: false }))]),
  ).toEqual([]);
});
test('what passes by is not changed', () => {
  const chunk = frame(1, TEXT, { mask: [9, 8, 7, 6] });
  const before = Buffer.from(chunk);
  read([chunk]);
  expect(chunk.equals(before)).toBe(true);
});
