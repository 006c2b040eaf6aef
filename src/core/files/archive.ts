import type { Entry, ZipFile } from 'yauzl';
import { ChatLines, chatInJson } from './chat.js';
import type { FileClaims } from './claims.js';
import type { FileTable } from './file-kinds.js';

/** Why a file is not taken: a problem of this room, and what it was. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly detail?: string,
  ) {
    super(code);
  }
}
const HEAD = 65_536;
const ARCHIVES: [number, string][] = [
  [0, 'PK\u0003\u0004'],
  [0, 'PK\u0005\u0006'],
  [0, 'Rar!'],
  [0, '7z\u00bc\u00af'],
  [0, '\u001f\u008b'],
  [0, 'BZh'],
  [0, '\u00fd7zXZ'],
  [0, '\u0028\u00b5\u002f\u00fd'],
  [0, 'MSCF'],
  [257, 'ustar'],
];
/** Documents and stickers of chats are archives too; they are read through like all else and never unpacked. */
const LET_BY: [string, RegExp][] = [
  ['PK\u0003\u0004', /\.(docx|xlsx|pptx)$/i],
  ['\u001f\u008b', /\.tgs$/i],
];
const IN_ORDER = /^\d{4}-\d{2}-\d{2}T/;
/** what nobody sees, or what turns the words after it around; what joins the parts of an emoji, as names of chats have them, is none */
const HIDDEN = /[\p{Cc}\u200b\u2028-\u202e\u2060-\u2069\ufeff]/u;
const [FILE_TYPE, LINK] = [0o170000, 0o120000];

/** Reads a zip through, entry by entry, and keeps nothing of it: whether it is harmless, and which chat it holds. */
export async function archiveClaims(zip: ZipFile, size: number, table: Pick<FileTable, 'archive' | 'chat'>): Promise<FileClaims> {
  const { entries, unpacked_bytes: most } = table.archive;
  if (zip.entryCount > entries) throw new Refused('archive-bomb', `${zip.entryCount} entries`);
  const names = new Set<string>();
  const sum = { entries: 0, packed: 0, declared: 0, real: 0 };
  const chats: FileClaims[] = [];
  for await (const entry of entriesOf(zip)) {
    refuseName(entry, names, table.archive.name);
    if (entry.isEncrypted()) throw new Refused('archive-locked');
    sum.packed += entry.compressedSize;
    sum.declared += entry.uncompressedSize;
    // what lies in the file twice would count twice
    if (++sum.entries > entries || sum.declared > most || sum.packed > size) throw new Refused('archive-bomb', `${sum.declared} bytes`);
    if (entry.fileName.endsWith('/')) continue;
    const looking = lookFor(entry, table.chat);
    let head = Buffer.alloc(0);
    for await (const chunk of await opened(zip, entry)) {
      if ((sum.real += chunk.length) > most) throw new Refused('archive-bomb', `${sum.real} bytes`);
      if (head.length < 512) refuseArchive((head = Buffer.concat([head, chunk.subarray(0, 512 - head.length)])), entry.fileName);
      looking?.add(chunk);
    }
    const chat = looking?.end();
    if (chat) chats.push(chat);
  }
  if (chats.length === 0) throw new Refused('no-chat');
  return { ...allOf(chats), entries: sum.entries, unpackedBytes: sum.real };
}

/** What several chats claim together, so that one of them hides no other: moments only where one program wrote all of them so that they can be put in order. */
function allOf(chats: FileClaims[]): FileClaims {
  if (chats.length === 1) return chats[0];
  const told = chats.filter(({ messages }) => messages !== undefined);
  const forms = [...new Set(chats.map(({ form }) => form))];
  const moments = chats.flatMap(({ first, last }) => [first ?? '', last ?? '']).sort();
  return {
    form: forms.join(', '),
    chatFiles: chats.length,
    ...(told.length > 0 ? { messages: told.reduce((sum, { messages }) => sum + messages!, 0) } : {}),
    ...(forms.length === 1 && moments.every((at) => IN_ORDER.test(at)) ? { first: moments[0], last: moments.at(-1) } : {}),
  };
}

function refuseName({ fileName, externalFileAttributes }: Entry, names: Set<string>, longest: number): void {
  const folded = fileName.normalize('NFC').toLowerCase();
  const twice = names.has(folded);
  names.add(folded);
  const link = ((externalFileAttributes >>> 16) & FILE_TYPE) === LINK;
  if (twice || link || fileName === '' || fileName.length > longest || HIDDEN.test(fileName))
    throw new Refused('archive-names', fileName.slice(0, 80).replace(new RegExp(HIDDEN, 'gu'), '?'));
}
function refuseArchive(head: Buffer, name: string): void {
  const text = head.toString('latin1');
  if (LET_BY.some(([mark, ending]) => text.startsWith(mark) && ending.test(name))) return;
  if (ARCHIVES.some(([at, mark]) => text.startsWith(mark, at))) throw new Refused('archive-in-archive', name.slice(0, 80));
}

interface Looking {
  add(chunk: Buffer): void;
  end(): FileClaims | null;
}
/** Looks for a chat in what is called as one is. */
function lookFor({ fileName, uncompressedSize }: Entry, chat: FileTable['chat']): Looking | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1].toLowerCase();
  if (ending === 'txt') return new ChatLines(chat.forms);
  const parts: Buffer[] = [];
  let bytes = 0;
  const most = ending === 'json' ? chat.json_bytes : HEAD;
  const add = (chunk: Buffer) => {
    if (bytes < most) parts.push(chunk);
    bytes += chunk.length;
  };
  const text = () => Buffer.concat(parts).toString('utf8');
  if (ending === 'json' && uncompressedSize <= most) return { add, end: () => chatInJson(text()) };
  if (ending === 'html') return { add, end: () => (chat.html.some((mark) => text().includes(mark)) ? { form: 'HTML' } : null) };
  return null;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((found, fail) => {
      const done = () => zip.removeListener('entry', is).removeListener('end', ends).removeListener('error', fails);
      const is = (e: Entry) => (done(), found(e));
      const ends = () => (done(), found(null));
      const fails = (e: Error) => (
        done(),
        fail(/path|characters in fileName/.test(e.message) ? new Refused('archive-names') : new Refused('broken-file'))
      );
      zip.on('entry', is).on('end', ends).on('error', fails);
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}
async function* broken(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch {
    throw new Refused('broken-file'); // it is not what its list says
  }
}
const opened = (zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> =>
  new Promise((found, fail) =>
    zip.openReadStream(entry, (error, stream) =>
      error ? fail(new Refused('broken-file')) : found(broken(stream as AsyncIterable<Buffer>)),
    ),
  );
