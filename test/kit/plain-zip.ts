import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as the damages change it: content, and whatever its two headers say. */
export interface Part {
  name: string;
  content: Buffer;
  /** seconds since 1970, time and date of DOS */
  modified: number;
  dos: number;
  attributes: number;
  madeBy: number;
  deflated?: boolean;
  /** bytes that nobody lists, before its header */
  hidden?: Buffer;
  extra?: { local?: Buffer; central?: Buffer };
  comment?: string;
  /** the place that the directory tells, where it is another */
  at?: number;
  flags?: number;
}

/** The entries of a zip by its directory; for zips that are whole. */
export function partsOf(zip: Buffer): Part[] {
  const end = zip.length - 22;
  const parts: Part[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const [names, extras] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + names),
      content: Buffer.from(zip.subarray(from, from + zip.readUInt32LE(at + 20))),
      modified: zip.readUInt32LE(at + 46 + names + 5),
      dos: zip.readUInt32LE(at + 12),
      attributes: zip.readUInt32LE(at + 38),
      madeBy: zip.readUInt16LE(at + 4),
    });
    at += 46 + names + extras;
  }
  return parts;
}

/** The zip of these parts, in the form in which packages are written, but for what a part says otherwise. */
export function zipOf(parts: Part[], comment = ''): Buffer {
  const out: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const put = (...bytes: Buffer[]): void => {
    for (const b of bytes) {
      out.push(b);
      at += b.length;
    }
  };
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const packed = part.deflated ? deflateRawSync(part.content) : part.content;
    if (part.hidden) put(part.hidden);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0x800, 2);
    common.writeUInt16LE(part.deflated ? 8 : 0, 4);
    common.writeUInt32LE(part.dos, 6);
    common.writeUInt32LE(crc32(part.content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const [local, times] = [part.extra?.local ?? Buffer.alloc(0), Buffer.from([0x55, 0x54, 5, 0, 3, 0, 0, 0, 0])];
    times.writeUInt32LE(part.modified, 5);
    const central = Buffer.concat([times, part.extra?.central ?? Buffer.alloc(0)]);
    const note = Buffer.from(part.comment ?? '');
    const rest = Buffer.alloc(14);
    rest.writeUInt16LE(note.length, 0);
    rest.writeUInt32LE(part.attributes, 6);
    rest.writeUInt32LE(part.at ?? at, 10);
    const head = Buffer.from(common);
    head.writeUInt16LE(central.length, 24);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, part.madeBy & 255, part.madeBy >> 8]), head, rest, name, central, note);
    common.writeUInt16LE(local.length, 24);
    put(Buffer.from([0x50, 0x4b, 3, 4]), common, name, local, packed);
  }
  const [start, size] = [at, directory.reduce((n, b) => n + b.length, 0)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...out, ...directory, end, Buffer.from(comment)]);
}
