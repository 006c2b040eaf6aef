import { fileTypeFromStream } from 'file-type';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import yauzl, { type ZipFile } from 'yauzl';
import { archiveClaims, Refused } from './archive.js';
import { bytesIn, type Bytes } from './bytes.js';
import { ChatLines, chatInJson } from './chat.js';
import { asClaims, type FileClaims } from './claims.js';
import { kindOf, type FileTable } from './file-kinds.js';

/** What a file is by its bytes; a chat is known by what it claims. */
export interface ReadFile {
  mediaType: string;
  kind: string;
  claims: FileClaims;
}
const PIECE = 262_144;

/** Looks into an opened file of a stranger; throws why it is not taken. */
export async function readFile(fd: number, size: number, table: FileTable): Promise<ReadFile> {
  const bytes = bytesIn(fd, size);
  const found = size > 0 ? await typeOf(bytes) : null;
  if (found === null) return chat(bytes, table);
  const kind = kindOf(table, found);
  if (!kind) throw new Refused('unknown-file', found);
  const claims = found === 'application/zip' ? await archiveClaims(await openZip(fd), size, table) : {};
  return { mediaType: found, kind, claims };
}

function* piecesOf(bytes: Bytes): Generator<Buffer> {
  for (let at = 0; at < bytes.size; at += PIECE) yield bytes.at(at, PIECE);
}

/** By the first bytes; null where they are text. */
async function typeOf(bytes: Bytes): Promise<string | null> {
  const head = bytes.at(0, 4).toString('latin1');
  if (head.startsWith('PK')) return 'application/zip';
  if (head.startsWith('%PDF')) return 'application/pdf';
  const found = await fileTypeFromStream(Readable.from(piecesOf(bytes), { objectMode: false })).catch(() => undefined);
  return found?.mime.split(';')[0] ?? null;
}

const openZip = (fd: number): Promise<ZipFile> =>
  new Promise((found, fail) =>
    yauzl.fromFd(fd, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? fail(new Refused('broken-file')) : found(zip))),
  );

/** What a file that is taken claims, by the library that reads its kind, loaded for it alone; one that cannot be read is kept as it came. */
export async function claimsOf(fd: number, size: number, { kind, claims }: ReadFile, table: FileTable): Promise<FileClaims> {
  const bytes = bytesIn(fd, size);
  try {
    if (kind === 'picture') return asClaims(await pictureClaims(bytes, table));
    if (kind === 'film' || kind === 'sound') return asClaims(await (await import('./media.js')).mediaClaims(bytes));
    return kind === 'document' ? asClaims(await (await import('./pdf.js')).pdfClaims(bytes)) : claims;
  } catch {
    return {};
  }
}
async function pictureClaims(bytes: Bytes, { still }: FileTable): Promise<FileClaims> {
  if (bytes.size > still.picture_bytes) return {};
  const { width, height, exif } = await sharp(bytes.at(0, bytes.size), { limitInputPixels: false, failOn: 'none' }).metadata();
  if (!exif) return { width, height };
  const { exifClaims } = await import('./exif.js');
  try {
    return { width, height, ...exifClaims(exif) };
  } catch {
    return { width, height };
  }
}

/** A small picture of a picture, without metadata and blurred so far that no writing and no face can be read; null where it cannot be opened. */
export async function stillOf(fd: number, size: number, { mediaType, kind }: ReadFile, { still }: FileTable): Promise<Buffer | null> {
  if (kind !== 'picture' || size > still.picture_bytes) return null;
  const bytes = bytesIn(fd, size).at(0, size);
  const bounds = { limitInputPixels: still.pixels, failOn: 'none', pages: 1 } as const;
  try {
    return await sharp(bytes, mediaType === 'image/jpeg' ? { ...bounds, sequentialRead: true } : bounds)
      .rotate()
      .resize(still.side, still.side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .blur({ sigma: still.blur, minAmplitude: 0.01 })
      .jpeg({ quality: 65 })
      .toBuffer();
  } catch {
    return null;
  }
}

function chat(bytes: Bytes, { chat: { forms, json_bytes: most } }: FileTable): ReadFile {
  const begins = bytes.at(0, 200).toString('utf8').trimStart()[0];
  if (begins === '{' || begins === '[') {
    if (bytes.size > most) throw new Refused('no-chat', 'too long to be read as one chat');
    const claims = chatInJson(bytes.at(0, bytes.size).toString('utf8'));
    if (claims) return { mediaType: 'application/json', kind: 'chat', claims };
  }
  const lines = new ChatLines(forms);
  for (const piece of piecesOf(bytes)) lines.add(piece);
  const claims = lines.end();
  if (!claims) throw new Refused('unknown-file');
  return { mediaType: 'text/plain', kind: 'chat', claims };
}
