import { afterAll, describe, expect, test } from '@jest/globals';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { madeMp4, madeOpus, madePdf, madePhoto, madeWebm, madeZip, TELEGRAM, WHATSAPP } from '../../../test/kit/made-files.js';
import { Refused } from './archive.js';
import type { FileTable } from './file-kinds.js';
import { fileTable } from './file-table.js';
import { claimsOf, readFile, stillOf } from './read-file.js';

const CHAT = { '_chat.txt': WHATSAPP };
const table: FileTable = { ...fileTable, archive: { entries: 5, unpacked_bytes: 3_000_000, name: 60 } };
/** The same bytes with a name of the same length in both lists of the zip. */
const renamed = (zip: Buffer, from: string, to: string): Buffer => Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
/** The bits of the central directory that say: locked. */
function locked(zip: Buffer): Buffer {
  const changed = Buffer.from(zip);
  changed[changed.indexOf('PK\u0001\u0002', 0, 'latin1') + 8] |= 1;
  return changed;
}

describe('a file of a stranger', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-files-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const look = async (bytes: Buffer) => {
    const path = join(dir, 'file');
    writeFileSync(path, bytes);
    const fd = openSync(path, 'r');
    try {
      const read = await readFile(fd, bytes.length, table);
      const claims = await claimsOf(fd, bytes.length, read, table);
      return { ...read, claims, still: await stillOf(fd, bytes.length, read, table) };
    } finally {
      closeSync(fd);
    }
  };
  const refused = (bytes: Buffer) =>
    look(bytes).then(
      (taken) => taken.mediaType,
      (error: unknown) => (error instanceof Refused ? error.code : error),
    );

  test('is known by its bytes, and a picture gets a small one without metadata', async () => {
    const photo = await look(await madePhoto());
    expect(photo).toMatchObject({
      mediaType: 'image/jpeg',
      kind: 'picture',
      claims: { width: 900, height: 450, device: 'Samsung SM-A155F' },
    });
    const { format, width, exif } = await sharp(photo.still!).metadata();
    expect([format, width, exif]).toEqual(['jpeg', 480, undefined]);
    const kinds = [
      madeMp4(),
      madeMp4({ brand: 'qt  ' }),
      madeMp4({ brand: '3gp5' }),
      madeMp4({ brand: 'M4A ' }),
      madeWebm(),
      madeOpus(),
      madePdf(),
      Buffer.from(WHATSAPP),
      Buffer.from(TELEGRAM),
    ];
    const types: unknown[] = [];
    for (const bytes of kinds) types.push((await look(bytes)).mediaType);
    expect(types).toEqual([
      'video/mp4',
      'video/quicktime',
      'video/3gpp',
      'audio/x-m4a',
      'video/webm',
      'audio/ogg',
      'application/pdf',
      'text/plain',
      'application/json',
    ]);
    const heic = Buffer.from(
      (
        await sharp(await madePhoto())
          .keepExif()
          .heif({ compression: 'av1' })
          .toBuffer()
      )
        .toString('latin1')
        .replace(/^(.{8})avif/s, '$1heic'),
      'latin1',
    );
    expect(await look(heic)).toMatchObject({ mediaType: 'image/heic', claims: { device: 'Samsung SM-A155F', width: 900 } });
    const zip = await look(await madeZip({ 'Chat với 👨‍👩‍👧 Nhà.txt': WHATSAPP, 'anh.jpg': await madePhoto(), thumuc: null }));
    expect(zip).toMatchObject({ mediaType: 'application/zip', claims: { form: 'WhatsApp', messages: 3, entries: 3 }, still: null });
  });

  test('shows in its small picture no writing that could be read', async () => {
    const stripes = Buffer.alloc(480 * 480, 0).map((_, i) => (Math.floor((i % 480) / 6) % 2 ? 255 : 0));
    const written = await sharp(stripes, { raw: { width: 480, height: 480, channels: 1 } })
      .png()
      .toBuffer();
    const within = { left: 60, top: 60, width: 360, height: 360 }; // the edges of a picture are not blurred into what lies outside
    const middle = await sharp((await look(written)).still!)
      .extract(within)
      .png()
      .toBuffer();
    const { channels } = await sharp(middle).stats();
    expect(channels[0].stdev).toBeLessThan(10); // of 127
  });

  test('is refused with the reason where it is none of the kinds, or a zip that could harm', async () => {
    const inner = await madeZip(CHAT);
    const full = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.txt`, WHATSAPP]));
    const cases: [string, Buffer][] = [
      ['unknown-file', Buffer.alloc(0)],
      ['unknown-file', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['unknown-file', Buffer.from('MZ\u0090\u0000', 'latin1')],
      ['no-chat', await madeZip({ 'anh.jpg': await madePhoto() })],
      ['archive-bomb', await madeZip({ ...CHAT, '0.bin': Buffer.alloc(4_000_000) })],
      ['archive-bomb', await madeZip(full)],
      ['archive-in-archive', await madeZip({ ...CHAT, 'tài liệu.zip': inner })],
      ['archive-in-archive', await madeZip({ ...CHAT, 'anh.jpg': Buffer.from('\u001f\u008b\u0008xxxx', 'latin1') })],
      ['archive-names', renamed(await madeZip({ ...CHAT, 'xx/xx/chat': 'x' }), 'xx/xx/chat', '../../chat')],
      ['archive-names', renamed(await madeZip({ ...CHAT, 'xx/xx/chat': 'x' }), 'xx/xx/chat', '/etc/chatt')],
      ['archive-names', await madeZip({ ...CHAT, 'a\u202egpj.exe': 'x' })],
      ['archive-names', await madeZip({ ...CHAT, '_CHAT.txt': 'x' })],
      ['archive-names', await madeZip({ link: '/etc/passwd' }, 0o120777)],
      ['archive-locked', locked(inner)],
      ['broken-file', inner.subarray(0, inner.length - 30)],
    ];
    for (const [code, bytes] of cases) expect([code, await refused(bytes)]).toEqual([code, code]);
  });

  test('may hold documents and stickers; of several chats each counts, and none hides another', async () => {
    const sticker = Buffer.from('\u001f\u008b\u0008xxxx', 'latin1');
    const documents = await look(await madeZip({ ...CHAT, 'tài liệu.docx': await madeZip({ x: 'y' }), 'nhãn.tgs': sticker }));
    expect(documents.claims).toMatchObject({ form: 'WhatsApp', messages: 3, entries: 3 });
    const later = JSON.stringify({ messages: [{ date: '2026-05-01T00:00:00' }] });
    const telegram = await look(await madeZip({ 'a.json': later, 'b.json': TELEGRAM }));
    const both = { form: 'Telegram', messages: 3, chatFiles: 2, first: '2026-03-12T09:15:33', last: '2026-05-01T00:00:00' };
    expect(telegram.claims).toMatchObject(both);
    const mixed = (await look(await madeZip({ 'a.json': later, ...CHAT }))).claims;
    expect([mixed.form, mixed.messages, mixed.first]).toEqual(['Telegram, WhatsApp', 4, undefined]);
  });

  test('that lies of how much it unpacks to is refused too', async () => {
    const zip = await madeZip({ ...CHAT, 'x.bin': Buffer.alloc(4_000_000) });
    const central = zip.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    const lies = Buffer.from(zip);
    lies.writeUInt32LE(1000, central + 24);
    expect(await refused(lies)).toBe('broken-file');
  });
});
