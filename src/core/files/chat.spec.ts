import { expect, test } from '@jest/globals';
import { TELEGRAM, WHATSAPP } from '../../../test/kit/made-files.js';
import { ChatLines, chatInJson } from './chat.js';
import { fileFaults } from './file-kinds.js';
import { fileTable } from './file-table.js';

const read = (bytes: Buffer | string, piece = 7) => {
  const lines = new ChatLines(fileTable.chat.forms);
  const all = Buffer.from(bytes);
  for (let at = 0; at < all.length; at += piece) lines.add(all.subarray(at, at + piece));
  return lines.end();
};
const chat = (form: string, messages: number, first: string, last = first) => ({ form, messages, first, last });

test.each([
  ['WhatsApp on an iPhone', WHATSAPP, chat('WhatsApp', 3, '12/03/2026, 09:15:33', '13/03/2026, 22:40:12')],
  [
    'WhatsApp on Android',
    '12/3/26, 9:15 AM - Ba: chào\n12/3/26, 9:16 AM - Tư: ừ\n',
    chat('WhatsApp', 2, '12/3/26, 9:15 AM', '12/3/26, 9:16 AM'),
  ],
  ['WhatsApp in Vietnamese', '09:15, 12/03/2026 - Ba: chào\r\n', chat('WhatsApp', 1, '09:15, 12/03/2026')],
  ['Zalo', 'Chị Ba 09:15 12/03/2026\nchào\n', chat('Zalo', 1, '09:15 12/03/2026')],
  ['Telegram, copied', 'Ba, [12.03.2026 09:15]\nchào\n', chat('Telegram', 1, '12.03.2026 09:15')],
])('a chat in the form of %s is told, with its first and last moment as written', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
  expect(read(text, 100_000)).toEqual(expected);
});
test('what is no text, or no chat, is none', () => {
  const bytes = Buffer.from(WHATSAPP);
  for (const none of [
    '',
    'ghi chú',
    '<html>\n',
    Buffer.concat([bytes, Buffer.from([0xff])]),
    Buffer.concat([bytes, Buffer.alloc(3)]),
    Buffer.from(WHATSAPP, 'utf16le'),
  ])
    expect(read(none)).toBeNull();
  expect(read('x\n'.repeat(200) + WHATSAPP)).toBeNull();
  expect(read(`${'x'.repeat(2_000_000)}\n${WHATSAPP}`, 65_536)?.messages).toBe(3);
});
test('a chat in JSON is told by its messages', () => {
  expect(chatInJson(TELEGRAM)).toEqual(chat('Telegram', 2, '2026-03-12T09:15:33', '2026-03-13T22:40:12'));
  expect(chatInJson(JSON.stringify({ chats: { list: [JSON.parse(TELEGRAM), JSON.parse(TELEGRAM)] } }))?.messages).toBe(4);
  const newestFirst = { participants: [], messages: [{ timestamp_ms: 1_773_300_000_000 }, { timestamp_ms: 1_773_200_000_000 }] };
  expect(chatInJson(JSON.stringify(newestFirst))).toEqual(chat('Messenger', 2, '2026-03-11T03:33:20.000Z', '2026-03-12T07:20:00.000Z'));
  for (const none of [
    '{',
    '[]',
    '{"messages":[]}',
    '{"messages":[1]}',
    '{"messages":[{"text":"x"}]}',
    '{"messages":[null]}',
    'null',
    '{"messages":[{"timestamp_ms":1e300}]}',
  ])
    expect(chatInJson(none)).toBeNull();
});
test('the table of kinds is sound, and a form that does not say where a message begins is a fault', () => {
  expect(fileFaults(fileTable)).toEqual([]);
  const wrong = {
    ...fileTable,
    at_once: 0,
    chat: { ...fileTable.chat, forms: [{ name: 'x', line: '(?<at>x)' }] },
    kinds: { film: { label: { vi: 'x', en: '' }, types: ['Film'] } },
  };
  expect(fileFaults(wrong).map(({ path }) => path.join('.'))).toEqual(['at_once', 'kinds.film.label', 'kinds.film.types', 'chat.forms.0']);
});
