import sharp from 'sharp';
import yazl from 'yazl';

const u32 = (n: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32BE(n);
  return b;
};
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const box = (type: string, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), latin(type), content]);
};
const said = (type: string, text: string): Buffer => {
  const words = Buffer.from(text);
  return box(type, u32((words.length << 16) | 0x15c7), words);
};

/** A film as a phone writes its head; `bytes` of film that shows nothing. */
export function madeMp4({
  brand = 'isom',
  place = '+21.0285+105.8542/',
  bytes = 64,
  said: told = { 'com.android.version': '14', 'com.android.model': 'SM-A155F' } as Record<string, string>,
} = {}): Buffer {
  const mvhd = box('mvhd', u32(0), u32(2_082_844_800 + 1_700_000_000), u32(0), u32(1000), u32(83_400), Buffer.alloc(80));
  const tkhd = box('tkhd', ...[0, 0, 0, 1, 0, 83_400].map(u32), Buffer.alloc(52), u32(1080 << 16), u32(1920 << 16));
  const mdhd = box('mdhd', u32(0), u32(0), u32(0), u32(1000), u32(83_400), u32(0));
  const avc1 = box('avc1', Buffer.alloc(7), Buffer.from([1]), Buffer.alloc(16), u32((1080 << 16) | 1920), Buffer.alloc(50));
  const film = box('minf', box('stbl', box('stsd', u32(0), u32(1), avc1)));
  const trak = box('trak', tkhd, box('mdia', mdhd, box('hdlr', u32(0), u32(0), latin('vide'), Buffer.alloc(13)), film));
  const keys = Object.keys(told).map((key) => Buffer.concat([u32(key.length + 8), latin('mdta'), latin(key)]));
  const values = Object.values(told).map((value, i) =>
    Buffer.concat([u32(24 + value.length), u32(i + 1), box('data', u32(1), u32(0), latin(value))]),
  );
  const meta = box(
    'meta',
    u32(0),
    box('hdlr', u32(0), u32(0), latin('mdta'), Buffer.alloc(13)),
    box('keys', u32(0), u32(keys.length), ...keys),
    box('ilst', ...values),
  );
  const moov = box('moov', mvhd, trak, box('udta', said('©xyz', place)), meta);
  return Buffer.concat([box('ftyp', latin(brand), u32(512), latin(`${brand}mp42`)), moov, box('mdat', Buffer.alloc(bytes, 7))]);
}

const element = (id: string, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const size = u32(content.length);
  size[0] |= 0x10;
  return Buffer.concat([Buffer.from(id, 'hex'), size, content]);
};
const float = (n: number): Buffer => {
  const b = Buffer.alloc(8);
  b.writeDoubleBE(n);
  return b;
};
export function madeWebm(): Buffer {
  const since2001 = Buffer.alloc(8);
  since2001.writeBigInt64BE(BigInt(Date.UTC(2026, 2, 12) - Date.UTC(2001, 0, 1)) * 1_000_000n);
  const info = element(
    '1549a966',
    element('2ad7b1', Buffer.from('0f4240', 'hex')),
    element('4489', float(12_500)),
    element('5741', Buffer.from('Máy quay')),
    element('4461', since2001),
  );
  return Buffer.concat([
    element('1a45dfa3', element('4282', latin('webm'))),
    element('18538067', info, element('1f43b675', Buffer.alloc(99))),
  ]);
}

const page = (samples: bigint, ...parts: Buffer[]): Buffer => {
  const head = Buffer.alloc(27);
  head.write('OggS', 0, 'latin1');
  head.writeBigUInt64LE(samples, 6);
  const content = Buffer.concat(parts);
  head[26] = 1;
  return Buffer.concat([head, Buffer.from([content.length]), content]);
};
/** A voice message of seven seconds. */
export function madeOpus(): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head.writeUInt16LE(312, 10);
  return Buffer.concat([page(0n, head), page(BigInt(7 * 48_000 + 312), Buffer.alloc(50))]);
}

/** A photograph that says by which phone, when and where it was taken. */
export const madePhoto = (format: 'jpeg' | 'png' | 'webp' = 'jpeg', side = 900): Promise<Buffer> =>
  sharp({ create: { width: side, height: side / 2, channels: 3, background: '#264' } })
    .withExif({
      IFD0: { Make: 'Samsung', Model: 'SM-A155F', Software: 'A155FXXU1', DateTime: '2026:03:14 10:00:00' },
      IFD2: { DateTimeOriginal: '2026:03:12 09:15:33', OffsetTimeOriginal: '+07:00', OffsetTime: '+08:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 4260/100', GPSLongitudeRef: 'E', GPSLongitude: '105/1 51/1 1512/100' },
    })
    .toFormat(format)
    .toBuffer();

export const madePdf = (
  info = `/Producer (May quet) /Creator (Zalo) /CreationDate (D:20260312091533+07'00') /Author <FEFF0041006E>`,
  more = '',
): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n2 0 obj\n<<${info}>>\nendobj\n3 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer<</Root 1 0 R/Info 2 0 R${more}>>\n%%EOF`,
    'latin1',
  );

export const WHATSAPP = `\u200e[12/03/2026, 09:15:33] Chị Ba: \u200eTin nhắn được mã hóa
[12/03/2026, 09:16:01] Chị Ba: Mọi người ơi, sáng mai đóng cửa chợ
có thật không?
[13/03/2026, 22:40:12] Anh Tư: ‎<đính kèm: 00000003-VIDEO.mp4>
`;
export const TELEGRAM = JSON.stringify({
  name: 'Nhóm phố',
  type: 'private_group',
  messages: [
    { id: 1, type: 'message', date: '2026-03-12T09:15:33', from: 'Ba', text: 'sáng mai đóng cửa chợ' },
    { id: 2, type: 'message', date: '2026-03-13T22:40:12', from: 'Tư', text: 'không đúng' },
  ],
});

/** A zip; what is `null` is a folder. */
export function madeZip(entries: Record<string, Buffer | string | null>, mode?: number): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries))
    if (content === null) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(content), name, mode ? { mode } : {});
  zip.end();
  return (zip.outputStream as unknown as { toArray(): Promise<Buffer[]> }).toArray().then((parts) => Buffer.concat(parts));
}
/** A PDF as newer programs write it: what it says of itself lies in a stream of objects, which a table in a stream points to. */
export function packedPdf(info = '/Title (To khai) /Author (An)'): Buffer {
  const packed = `2 0 <<${info}>>`;
  const objects = [
    '1 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n',
    '3 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n',
    `4 0 obj\n<</Type/ObjStm/N 1/First 4/Length ${packed.length}>>stream\n${packed}\nendstream\nendobj\n`,
  ];
  const at = [9, 9 + objects[0].length, 9 + objects[0].length + objects[1].length];
  const table = at.at(-1)! + objects[2].length;
  const row = (kind: number, where: number) => [kind, where >> 8, where & 255, 0];
  const rows = latin(String.fromCharCode(...[row(0, 0), row(1, at[0]), row(2, 4), row(1, at[1]), row(1, at[2]), row(1, table)].flat()));
  const head = `5 0 obj\n<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Info 2 0 R/Length ${rows.length}>>stream\n`;
  return Buffer.concat([latin(`%PDF-1.5\n${objects.join('')}${head}`), rows, latin(`\nendstream\nendobj\nstartxref\n${table}\n%%EOF`)]);
}

/** Seven seconds of MP3: frames of 24 ms at 48 kHz and 64 kbit/s. */
export const madeMp3 = (): Buffer =>
  Buffer.concat(Array.from({ length: 292 }, () => Buffer.concat([Buffer.from('fffb5404', 'hex'), Buffer.alloc(188)])));
/** Seven seconds of AMR: frames of 20 ms. */
export const madeAmr = (): Buffer =>
  Buffer.concat([latin('#!AMR\n'), ...Array.from({ length: 350 }, () => Buffer.concat([Buffer.from('3c', 'hex'), Buffer.alloc(31)]))]);
